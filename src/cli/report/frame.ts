import { columnsOf, columnsOfCharacter } from './columns.ts';

/** A place in a text, 1-based, as diagnostics give it. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Lines of a frame without their gutter. */
export interface Frame {
  readonly line: number;
  readonly text: string;
  /** Where the marked part starts in `text` and how long it is, in UTF-16 units; absent on lines around it. */
  readonly mark?: { readonly start: number; readonly length: number };
}

const ELLIPSIS = '…';

/**
 * The first line of `place` with what is marked on it, and the line before, cut to `width` columns around the mark.
 *
 * Icons are often one long line, so the cut matters more than the context. Control characters show as spaces. Nothing
 * where there is no text, as of a .sketch document.
 */
export function sourceFrame(source: string, place: Place, width: number): Frame[] {
  if (source === '') return [];
  const lines = source.split(/\r\n|\r|\n/);
  const frames: Frame[] = [];
  const before = lines[place.line - 2];
  if (before !== undefined && before.trim() !== '')
    frames.push({ line: place.line - 1, text: cut(before, 0, width).text });

  const text = lines[place.line - 1] ?? '';
  const start = Math.min(place.column - 1, text.length);
  const end = place.endLine === place.line ? Math.min(place.endColumn - 1, text.length) : text.length;
  // A third of the width before the mark is enough to see what it belongs to.
  const isNear = columnsOf(text.slice(0, start)) <= width * 0.6;
  const shown = cut(text, isNear ? 0 : columnsBefore(text, start, Math.floor(width / 3)), width);
  const from = Math.max(0, start - shown.offset);
  const length = Math.max(1, Math.min(end - shown.offset, shown.text.length) - from);
  frames.push({ line: place.line, text: shown.text, mark: { start: from, length } });
  return frames;
}

/** `line` without control characters, cut to `width` columns where it is longer. */
export const fitted = (line: string, width: number): string => cut(line, 0, width).text;

/** `width` columns of `line` from the unit `from`, with an ellipsis for what is left out on either side. */
function cut(line: string, from: number, width: number): { readonly text: string; readonly offset: number } {
  // oxlint-disable-next-line no-control-regex -- a terminal must not obey an icon
  const plain = line.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
  const head = from > 0 ? ELLIPSIS : '';
  const room = width - head.length;
  const rest = plain.slice(from);
  const end = endWithin(rest, room);
  const text =
    end < rest.length ? rest.slice(0, endWithin(rest, Math.max(0, room - ELLIPSIS.length))) + ELLIPSIS : rest;
  return { text: head + text, offset: from - head.length };
}

/** The unit of `text` up to which it takes `columns` at most. */
function endWithin(text: string, columns: number): number {
  let taken = 0;
  let at = 0;
  for (const character of text) {
    taken += columnsOfCharacter(character);
    if (taken > columns) return at;
    at += character.length;
  }
  return at;
}

/** The unit of `text` that lies about `columns` ahead of the unit `behind`. */
function columnsBefore(text: string, behind: number, columns: number): number {
  const ahead = Array.from(text.slice(Math.max(0, behind - 2 * columns), behind));
  let taken = 0;
  let at = behind;
  while (ahead.length > 0) {
    const character = ahead.pop() as string;
    taken += columnsOfCharacter(character);
    if (taken > columns) break;
    at -= character.length;
  }
  return at;
}
