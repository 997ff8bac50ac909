import { DOMParser } from '@xmldom/xmldom';

import { LineIndex, type Span } from '../diagnostics/span.ts';
import { elementsOf, SVG_NAMESPACE, type SvgDocument } from './tree.ts';

interface Malformed {
  readonly detail: string;
  readonly span: Span;
}

/** What is wrong with a document that our reader took, where it leaves room for doubt. */
export function findMalformed(document: SvgDocument): Malformed | undefined {
  return isBeyondDoubt(document) ? undefined : secondOpinion(document);
}

/** In the first half of ASCII, where every reader agrees on what a name is. */
const PLAIN_NAME = /^(?!xml)[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/i;

/** What XML forbids everywhere: controls, halves of a surrogate pair, the two last points of the plane. */
// oxlint-disable-next-line no-control-regex -- these are the characters meant
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;

/**
 * True for what needs no second opinion, as nearly every icon: names of ASCII, characters that XML knows, no section,
 * document type or instruction. Our reader has checked the rest (tags in pairs, attributes quoted and once each,
 * references, comments). To ask costs more than reading did, and loading the library more than linting one icon.
 */
export function isBeyondDoubt({ text, nodes, root }: SvgDocument): boolean {
  if (FORBIDDEN.test(text) || text.includes('<![CDATA[') || text.includes('--->')) return false;
  if (nodes.some(({ kind }) => kind === 'doctype') || text.lastIndexOf('<?') > root.open.start) return false;
  for (const element of elementsOf(root)) {
    if (!PLAIN_NAME.test(element.name)) return false;
    for (const { name, value } of element.attributes) {
      const isPlain = name.startsWith('xml') ? isPlainDeclaration(name, value) : PLAIN_NAME.test(name);
      if (!isPlain) return false;
    }
  }
  return true;
}

/** `xmlns`, `xmlns:prefix` for a prefix that means nothing to XML itself, or `xml:space` and the like. */
function isPlainDeclaration(name: string, value: string): boolean {
  if (name === 'xmlns') return value === SVG_NAMESPACE;
  return /^(?:xmlns:(?!xml)[a-z][\w.-]*|xml:[a-z]+)$/i.test(name);
}

/**
 * The first thing @xmldom/xmldom finds wrong with a document that our reader took.
 *
 * The library is stricter than icons are (undeclared prefixes) and expands no entities, so it is shown a copy in which
 * these are blanked. The copy has the same length and lines, hence the same offsets.
 */
export function secondOpinion(document: SvgDocument): Malformed | undefined {
  const copy = blankLeniencies(document);
  let found: Malformed | undefined;
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
