import type { TextEdit } from '../diagnostics/diagnostic.ts';
import { replaceValue } from '../parse/edit.ts';
import { spanWithin, type SvgDocument, type XmlAttribute } from '../parse/tree.ts';

/**
 * Edits that make an attribute's path data `after`, subpath by subpath, so that subpaths which read the same keep the
 * line breaks and spaces of the source. `after` may hold no character that XML would have to escape.
 */
export function replacePathData(document: SvgDocument, attribute: XmlAttribute, after: string): TextEdit[] {
  const { start, end } = attribute.valueSpan;
  // A reference stands for several characters at once; no part of it can be replaced.
  if (document.text.slice(start, end).includes('&')) return [replaceValue(attribute, after)];
  const oldPieces = toPieces(attribute.value);
  const newPieces = toPieces(after);
  if (oldPieces.length !== newPieces.length) return [replacePiece(attribute, 0, attribute.value, after)];
  const edits: TextEdit[] = [];
  let at = 0;
  for (const [index, piece] of oldPieces.entries()) {
    const replacement = newPieces[index] as string;
    if (piece !== replacement) edits.push(replacePiece(attribute, at, piece, replacement));
    at += piece.length;
  }
  return edits;
}

/** What stands before the first moveto, then each subpath from its moveto on. */
function toPieces(pathData: string): string[] {
  return pathData.split(/(?=[Mm])/);
}

function replacePiece(attribute: XmlAttribute, at: number, before: string, after: string): TextEdit {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return {
    span: spanWithin(attribute, at + head, at + before.length - tail),
    text: after.slice(head, after.length - tail),
  };
}
