import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import { columnsOf } from './columns.ts';
import { fitted } from './frame.ts';

/** A line that a fix takes away or brings. */
export interface ChangedLine {
  readonly sign: '-' | '+';
  readonly text: string;
}

/** Places shown of a fix that changes many, and lines of one place. */
const MOST = 3;

/** Characters of a long line shown before, between and behind the edits on it. */
const CONTEXT = 14;

const ELLIPSIS = '…';

/**
 * What a fix changes, line by line before and after, each cut to `width` columns: edits on one line are one change. Of a
 * line that is too long for the terminal only the edits and a little around them is shown, as icons are often one line.
 */
export function previewFix(
  text: string,
  edits: readonly TextEdit[],
  width: number,
): { readonly lines: readonly ChangedLine[]; readonly more: number } {
  const places = byLine(text, edits);
  const lines = places.slice(0, MOST).flatMap((place) => {
    const whole = (isAfter: boolean): string[] => split(joined(text, place, isAfter, (kept) => kept));
    const fits = [...whole(false), ...whole(true)].every((line) => columnsOf(line) <= width);
    const shown = fits ? whole : (isAfter: boolean) => split(joined(text, place, isAfter, elided));
    const [before, after] = unlike(shown(false), shown(true));
    return [
      ...before.slice(0, MOST).map((line) => ({ sign: '-' as const, text: fitted(line, width) })),
      ...after.slice(0, MOST).map((line) => ({ sign: '+' as const, text: fitted(line, width) })),
    ];
  });
  return { lines, more: Math.max(0, places.length - MOST) };
}

interface Place {
  /** From the start of the first line to the end of the last. */
  readonly start: number;
  readonly end: number;
  readonly edits: readonly TextEdit[];
}

/** Edits that touch the same lines, in the order of the text. */
function byLine(text: string, edits: readonly TextEdit[]): Place[] {
  const places: Place[] = [];
  for (const edit of edits.map((one) => narrowed(text, one)).sort((a, b) => a.span.start - b.span.start)) {
    const start = text.lastIndexOf('\n', edit.span.start - 1) + 1;
    // An edit that takes the line break along does not touch the next line.
    const isWhole = edit.span.end > edit.span.start && text[edit.span.end - 1] === '\n';
    const newline = text.indexOf('\n', isWhole ? edit.span.end - 1 : edit.span.end);
    const end = newline < 0 ? text.length : Math.max(newline, edit.span.end);
    const last = places[places.length - 1];
    if (last !== undefined && start < last.end)
      places[places.length - 1] = { ...last, end: Math.max(last.end, end), edits: [...last.edits, edit] };
    else places.push({ start, end, edits: [edit] });
  }
  return places;
}

/** Without what the old and the new text begin and end with alike. */
function narrowed(text: string, { span, text: after }: TextEdit): TextEdit {
  const before = text.slice(span.start, span.end);
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return {
    span: { start: span.start + head, end: span.end - tail },
    text: after.slice(head, after.length - tail),
  };
}

type Keep = (kept: string, side: 'head' | 'between' | 'tail') => string;

function joined(text: string, { start, end, edits }: Place, isAfter: boolean, keep: Keep): string {
  let result = '';
  let at = start;
  for (const [index, edit] of edits.entries()) {
    result += keep(text.slice(at, edit.span.start), index === 0 ? 'head' : 'between');
    result += isAfter ? edit.text : text.slice(edit.span.start, edit.span.end);
    at = edit.span.end;
  }
  return result + keep(text.slice(at, end), 'tail');
}

const elided: Keep = (kept, side) => {
  if (kept.length <= (side === 'between' ? 2 * CONTEXT + 1 : CONTEXT + 1)) return kept;
  const head = side === 'head' ? '' : kept.slice(0, CONTEXT);
  const tail = side === 'tail' ? '' : kept.slice(-CONTEXT);
  return head + ELLIPSIS + tail;
};

/** Without the lines that both begin and end with. */
function unlike(before: readonly string[], after: readonly string[]): [readonly string[], readonly string[]] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
}

/** Lines that show something. */
const split = (text: string): string[] => text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
