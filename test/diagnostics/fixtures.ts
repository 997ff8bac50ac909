import { existsSync, readFileSync } from 'node:fs';
import { LineIndex } from '../../src/diagnostics/span.ts';
import { Sandbox, SQUARE, type CliResult } from '../support/cli.ts';
import { examplesOf, type Example } from '../support/page-examples.ts';

/** A code's page. */
export const pageOf = (code: string): string => `docs/diagnostics/${code}.md`;

/** The examples of a code's page, which are its fixtures; none where there is no page. */
export function fixturesOf(code: string): Example[] {
  return existsSync(pageOf(code)) ? examplesOf(readFileSync(pageOf(code), 'utf8')) : [];
}

/** Where examples stand: icons in their folders, a configuration or a color map beside these. */
export const FOLDERS: Readonly<Record<string, string>> = {
  svg: 'icons/',
  xml: 'drawable/',
  json: '',
  js: '',
};

export const isIcon = ({ language }: Example): boolean => language === 'svg' || language === 'xml';

/** The command line of an example that names none. */
const USUAL = { svg: 'convert icons -o out', xml: 'fix drawable -o out' };

export const commandOf = ({ language, attributes }: Example): string =>
  attributes.get('run') ?? USUAL[language as 'svg' | 'xml'];

/** A diagnostic as `--format json` reports it. */
export interface Said {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** Files by path, run through `command` together: what is said of each icon. */
export async function said(
  files: ReadonlyMap<string, string | Uint8Array>,
  command: string,
): Promise<ReadonlyMap<string, readonly Said[]>> {
  const sandbox = new Sandbox(Object.fromEntries(files));
  const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain = '']) => quoted ?? plain);
  const { stdout, stderr } = await sandbox.run(...words, '--format', 'json');
  if (stdout === '') throw new Error(`windproof ${command}: ${stderr}`);
  const { files: reports } = JSON.parse(stdout) as {
    files: { source: string; diagnostics: readonly Said[] }[];
  };
  return new Map(reports.map(({ source, diagnostics }) => [source, diagnostics]));
}

/** Bytes in the encoding that the example names, else UTF-8. */
export const contentOf = ({ text, attributes }: Example): string | Uint8Array => {
  const encoding = attributes.get('encoding');
  return encoding === undefined ? text : Buffer.from(text, encoding as BufferEncoding);
};

/** What is wrong with where a diagnostic about `example` begins, or undefined. */
export function misplaced({ text, attributes }: Example, { line, column }: Said): string | undefined {
  const at = attributes.get('at');
  if (at === undefined)
    return line === 1 && column === 1
      ? undefined
      : `stands at ${line}:${column}, and its example has no 'at'`;
  const from = text.indexOf(at);
  if (from < 0) return `'${at}' is not in the example`;
  const [first, last] = [from, from + at.length - 1].map((offset) => new LineIndex(text).positionAt(offset));
  const place = line * 1e6 + column;
  const isWithin =
    first !== undefined &&
    last !== undefined &&
    first.line * 1e6 + first.column <= place &&
    place <= last.line * 1e6 + last.column;
  return isWithin ? undefined : `stands at ${line}:${column}, not in '${at}'`;
}

/** The commands of a console example, run by a shell beside icons/car.svg, and the lines that they are to print. */
export async function runConsole({ text }: Example): Promise<{ result: CliResult; due: readonly string[] }> {
  const lines = text.split('\n');
  const script = lines.filter((line) => line.startsWith('$ ')).map((line) => line.slice(2));
  const sandbox = new Sandbox({ 'icons/car.svg': SQUARE, 'car.png': PNG });
  const result = await sandbox.shell(script.join('\n'));
  return { result, due: lines.filter((line) => !line.startsWith('$ ')) };
}

/** How a PNG begins. */
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
