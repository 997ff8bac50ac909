import type { TextEdit } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/span.ts';

/**
 * Leads spans of an edited text back to the text before the edits, of which there are several passes, the first pass
 * first. What an edit wrote leads back to the place it was written at.
 */
export function tracedBack(passes: readonly (readonly TextEdit[])[]): (span: Span) => Span {
  const backwards = [...passes].reverse();
  return ({ start, end }) =>
    backwards.reduce<Span>(
      (span, edits) => ({ start: before(span.start, edits), end: before(span.end, edits) }),
      { start, end },
    );
}

function before(offset: number, edits: readonly TextEdit[]): number {
  let shift = 0;
  for (const { span, text } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    const start = span.start + shift;
    if (offset <= start) break;
    if (offset < start + text.length) return span.end;
    shift += text.length - (span.end - span.start);
  }
  return offset - shift;
}
