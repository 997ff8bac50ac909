import { extname, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { UsageError } from '../errors.ts';
import { inspect } from '../inspect/source.ts';
import { loadDraw } from '../node/draw.ts';
import { encodePng } from '../node/png.ts';
import type { InspectArgs } from './commands/inspect.ts';
import { EXIT } from './exit.ts';
import { gatherInputs } from './inputs.ts';
import { locate } from './report/report.ts';
import type { Terminal } from './terminal.ts';
import { STDIN_FILENAME } from './stdin.ts';
import { writeNamed } from './write-named.ts';

const MOST_PIXELS = 8192;

/** `windproof inspect`. */
export async function inspectFile(args: InspectArgs, terminal: Terminal): Promise<number> {
  const extension = args.out === undefined ? '.svg' : extname(args.out).toLowerCase();
  if (extension !== '.svg' && extension !== '.png')
    throw new UsageError('The picture is an .svg or a .png: name the file after -o so.');
  if (!Number.isInteger(args.width) || args.width < 16 || args.width > MOST_PIXELS)
    throw new UsageError(`--width takes a whole number from 16 to ${MOST_PIXELS}.`);
  const inputs = await gatherInputs([args.file], terminal, {
    cwd: process.cwd(),
    stdinFilename: STDIN_FILENAME,
    extensions: ['.svg'],
  });
  const [input] = inputs;
  if (input === undefined || inputs.length > 1)
    throw new UsageError('inspect draws one icon: name one file.');

  const source = await input.read();
  if ('problem' in source) return complain(input.name, [source.problem], '', terminal);
  const { picture, diagnostics } = inspect(source.text);
  if (picture === undefined) return complain(input.name, diagnostics, source.text, terminal);
  if (args.out === undefined) {
    terminal.print(picture.trimEnd());
    return EXIT.clean;
  }
  const path = resolve(args.out);
  const content = extension === '.png' ? await drawPng(picture, args.width) : picture;
  await writeNamed(path, content, args.out);
  terminal.note(`${args.out}: how ${input.name} winds`);
  return EXIT.clean;
}

/** The pictures here are wider than high. */
async function drawPng(svg: string, width: number): Promise<Buffer> {
  const draw = await loadDraw();
  return encodePng(draw(svg, width));
}

function complain(
  name: string,
  diagnostics: readonly Diagnostic[],
  text: string,
  terminal: Terminal,
): number {
  for (const { line, column, severity, message, help, code } of locate(diagnostics, text))
    terminal.note(`${name}:${line}:${column}: ${severity}: ${message} [${code}]\n  ${help}`);
  return EXIT.problems;
}
