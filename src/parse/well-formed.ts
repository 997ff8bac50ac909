import { DOMParser } from '@xmldom/xmldom';

import { LineIndex, type Span } from '../diagnostics/span.ts';
import { elementsOf, type SvgDocument } from './tree.ts';

/**
 * A second opinion on a document that our reader took: the first thing @xmldom/xmldom finds wrong with it.
 *
 * The library is stricter than icons are (undeclared prefixes) and expands no entities, so it is shown a copy in which
 * these are blanked. The copy has the same length and lines, hence the same offsets.
 */
export function findMalformed(document: SvgDocument): { detail: string; span: Span } | undefined {
  const copy = blankLeniencies(document);
  let found: { detail: string; span: Span } | undefined;
  const onError = (level: 'warning' | 'error' | 'fatalError', message: string, builder: unknown): void => {
    if (level === 'warning' || found !== undefined) return;
    const { locator } = builder as { locator?: { lineNumber?: number; columnNumber?: number } };
    const start = offsetOf(copy, locator?.lineNumber ?? 1, locator?.columnNumber ?? 1);
    found = { detail: firstLine(message), span: { start, end: Math.min(start + 1, copy.length) } };
  };
  try {
    new DOMParser({ onError }).parseFromString(copy, 'image/svg+xml');
  } catch (error) {
    found ??= { detail: firstLine((error as Error).message), span: document.root.open };
  }
  return found;
}

const firstLine = (message: string): string => message.split('\n', 1)[0] as string;

function offsetOf(text: string, line: number, column: number): number {
  const lines = new LineIndex(text);
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = lines.positionAt(middle);
    if (at.line < line || (at.line === line && at.column < column)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A name's colon becomes a middle dot, which a name may hold; doctype, instructions and references become filler. */
function blankLeniencies(document: SvgDocument): string {
  const { text } = document;
  const edits: { readonly at: number; readonly text: string }[] = [];
  const blank = ({ start, end }: Span): void => {
    edits.push({ at: start, text: text.slice(start, end).replace(/[^\r\n]/g, ' ') });
  };
  const dot = (name: string, at: number): void => {
    const colon = name.indexOf(':');
    if (colon >= 0) edits.push({ at: at + colon, text: '\u00b7' });
  };
  if (text.startsWith('\ufeff')) blank({ start: 0, end: 1 });
  for (const node of document.nodes)
    if (node.kind === 'doctype' || node.kind === 'instruction') blank(node.span);
  for (const element of elementsOf(document.root)) {
    if (element.fromEntity === true) continue;
    dot(element.name, element.open.start + '<'.length);
    if (element.close !== undefined) dot(element.name, element.close.start + '</'.length);
    for (const attribute of element.attributes) dot(attribute.name, attribute.span.start);
  }
  edits.sort((a, b) => a.at - b.at);
  let copy = '';
  let at = 0;
  for (const edit of edits) {
    copy += text.slice(at, edit.at) + edit.text;
    at = edit.at + edit.text.length;
  }
  copy += text.slice(at);
  return copy.replace(/&[^;\s<"']+;/g, (reference) => 'x'.repeat(reference.length));
}
