import { styleText } from 'node:util';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { LineIndex } from '../../diagnostics/span.ts';
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
    const arrows = ' '.repeat(mark.start) + paint(STYLE[found.severity], '^'.repeat(mark.length));
    return [row, `  ${' '.repeat(gutter)} ${paint('dim', '│')} ${arrows}`];
  });
  return [
    head,
    ...wrap(found.message, width - 2).map((line) => `  ${line}`),
    ...frame,
    ...wrap(`help: ${found.help}`, width - 2).map((line) => `  ${paint('dim', line)}`),
    ...printFix(text, found, lines, paint, width),
  ].join('\n');
}

/** The lines that the fix changes, before and after. */
function printFix(
  text: string,
  { fix }: Diagnostic,
  lines: LineIndex,
  paint: Paint,
  width: number,
): string[] {
  if (fix === undefined) return [];
  const title = `  ${paint('dim', `fix (${fix.safety}): ${fix.title}`)}`;
  const shown = fix.edits.slice(0, 3).flatMap(({ span, text: replacement }) => {
    const from = lineStart(text, span.start);
    const to = lineEnd(text, span.end);
    const before = text.slice(from, to);
    const after = text.slice(from, span.start) + replacement + text.slice(span.end, to);
    const at = lines.positionAt(span.start).column - 1;
    return [
      ...changed(before, at, width).map((line) => `  ${paint('red', `- ${line}`)}`),
      ...(after.trim() === ''
        ? []
        : changed(after, at, width).map((line) => `  ${paint('green', `+ ${line}`)}`)),
    ];
  });
  const rest = fix.edits.length - 3;
  return [title, ...shown, ...(rest > 0 ? [`  ${paint('dim', `… and ${rest} more`)}`] : [])];
}

function changed(piece: string, at: number, width: number): string[] {
  const place = { line: 1, column: at + 1, endLine: 1, endColumn: at + 2 };
  return piece
    .split(/\r\n|\r|\n/)
    .slice(0, 3)
    .map(
      (line, index) =>
        sourceFrame(line, index === 0 ? place : { ...place, column: 1 }, width - 4).at(-1)?.text ?? '',
    );
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline;
}

/** OSC 8, which terminals that do not know it pass over. */
const link = (url: string, text: string): string => `\u001B]8;;${url}\u001B\\${text}\u001B]8;;\u001B\\`;

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
