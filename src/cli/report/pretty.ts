import { styleText } from 'node:util';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { LineIndex } from '../../diagnostics/span.ts';
import { columnsOf } from './columns.ts';
import { previewFix } from './fix-preview.ts';
import { sourceFrame } from './frame.ts';

/** One file as it was linted, with its text for the frames. */
export interface LintedFile {
  readonly source: string;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface PrettyOptions {
  readonly color: boolean;
  /** Terminal columns. */
  readonly width: number;
  /** Rule names become links to their pages. */
  readonly links: boolean;
}

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const STYLE = { error: 'red', warning: 'yellow', info: 'blue' } as const;
const RANK = { error: 0, warning: 1, info: 2 } as const;

/** Narrower than this, frames help nobody. */
const NARROWEST = 30;

/**
 * Findings for people: what is wrong with its place in the source, what to do, and the fix as a diff; the worst file
 * first, in a file the worst finding first. Nothing for clean files.
 */
export function printPretty(files: readonly LintedFile[], options: PrettyOptions): string {
  const paint: Paint = (style, text) =>
    options.color ? styleText(style, text, { validateStream: false }) : text;
  return files
    .filter(({ diagnostics }) => diagnostics.length > 0)
    .toSorted((a, b) => worst(a) - worst(b) || (a.source < b.source ? -1 : 1))
    .flatMap((file) => printFile(file, paint, options))
    .join('\n\n');
}

const worst = ({ diagnostics }: LintedFile): number =>
  Math.min(...diagnostics.map(({ severity }) => RANK[severity]));

function printFile(file: LintedFile, paint: Paint, options: PrettyOptions): string[] {
  const lines = new LineIndex(file.text);
  return file.diagnostics
    .toSorted((a, b) => RANK[a.severity] - RANK[b.severity] || a.span.start - b.span.start)
    .map((found) => printFinding(file, found, lines, paint, options));
}

function printFinding(
  { source, text }: LintedFile,
  found: Diagnostic,
  lines: LineIndex,
  paint: Paint,
  options: PrettyOptions,
): string {
  const start = lines.positionAt(found.span.start);
  const end = lines.positionAt(found.span.end);
  const width = Math.max(NARROWEST, options.width);
  const name = options.links ? link(found.url, found.code) : found.code;
  const head = `${paint(STYLE[found.severity], found.severity)} ${paint('bold', name)}  ${paint('dim', `${source}:${start.line}:${start.column}`)}`;
  const gutter = String(start.line).length;
  const place = { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  const frame = sourceFrame(text, place, width - gutter - 5).flatMap(({ line, text: shown, mark }) => {
    const row = `  ${paint('dim', `${String(line).padStart(gutter)} │`)} ${shown}`;
    if (mark === undefined) return [row];
    const marked = shown.slice(mark.start, mark.start + mark.length);
    const arrows =
      ' '.repeat(columnsOf(shown.slice(0, mark.start))) +
      paint(STYLE[found.severity], '^'.repeat(Math.max(1, columnsOf(marked))));
    return [row, `  ${' '.repeat(gutter)} ${paint('dim', '│')} ${arrows}`];
  });
  return [
    head,
    ...wrap(found.message, width - 2).map((line) => `  ${line}`),
    ...frame,
    ...wrap(`help: ${found.help}`, width - 2).map((line) => `  ${paint('dim', line)}`),
    ...printFix(text, found, paint, width),
  ].join('\n');
}

/** The lines that the fix changes, before and after. */
function printFix(text: string, { fix }: Diagnostic, paint: Paint, width: number): string[] {
  if (fix === undefined) return [];
  const title = wrap(`fix (${fix.safety}): ${fix.title}`, width - 2).map((line) => `  ${paint('dim', line)}`);
  const { lines, more } = previewFix(text, fix.edits, width - 4);
  const shown = lines.map(
    ({ sign, text: line }) => `  ${paint(sign === '-' ? 'red' : 'green', `${sign} ${line}`)}`,
  );
  return [...title, ...shown, ...(more > 0 ? [`  ${paint('dim', `… and ${more} more`)}`] : [])];
}

/** OSC 8, which terminals that do not know it pass over. */
const link = (url: string, text: string): string => `\u001B]8;;${url}\u001B\\${text}\u001B]8;;\u001B\\`;

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
