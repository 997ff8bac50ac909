import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/span.ts';
import { Fault } from './fault.ts';
import { recognizeForeign } from './foreign.ts';
import { Reader } from './reader.ts';
import { SVG_NAMESPACE, type SvgDocument, type XmlElement } from './tree.ts';
import { findMalformed } from './well-formed.ts';

export interface ParseResult {
  /** Absent when the text is not an SVG document; a diagnostic then says why. */
  readonly document?: SvgDocument;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the text of an SVG file into a tree with spans.
 *
 * Lenient where icons are sloppy: a byte-order mark, CRLF, a missing `xmlns`, undeclared prefixes, entities of the
 * document's own DTD (bounded). Strict about what is not XML. Never throws, whatever the text.
 */
export function parseSvg(text: string): ParseResult {
  return asSvg(parseXml(text));
}

/** `parseSvg` for a text that was read already. */
export function asSvg({ document, undeclared, diagnostics: faults }: XmlResult): ParseResult {
  if (document === undefined) return { diagnostics: faults };
  const { root } = document;
  if (root.local !== 'svg' || root.namespace !== SVG_NAMESPACE)
    return { diagnostics: [diagnostic('not-svg', { what: describeRoot(root) }, root.open)] };

  const diagnostics: Diagnostic[] = [];
  for (const [prefix, span] of undeclared)
    diagnostics.push(diagnostic('undeclared-prefix', { prefix }, span));
  const isDeclared = root.attributes.some(({ name }) => name.startsWith('xmlns'));
  if (!isDeclared || (root.name === 'svg' && !root.attributes.some(({ name }) => name === 'xmlns')))
    diagnostics.push(diagnostic('missing-xmlns', {}, root.open));
  return { document, diagnostics };
}

export interface XmlResult extends ParseResult {
  /** Prefixes used but declared nowhere, with the place of the first use. */
  readonly undeclared: ReadonlyMap<string, Span>;
}

/** Reads any XML text, whatever its root element, as leniently and as strictly as `parseSvg`. Never throws. */
export function parseXml(text: string): XmlResult {
  const undeclared = new Map<string, Span>();
  const fail = (found: Diagnostic): XmlResult => ({ undeclared, diagnostics: [found] });
  const foreign = recognizeForeign(text);
  if (foreign !== undefined) return fail(foreign);
  try {
    const reader = new Reader(text);
    const nodes = reader.readDocument();
    const root = nodes.find((node): node is XmlElement => node.kind === 'element');
    if (root === undefined)
      return fail(diagnostic('xml-syntax', { detail: 'there is no root element' }, end(text)));
    const document: SvgDocument = { text, root, nodes };
    const malformed = findMalformed(document);
    if (malformed !== undefined)
      return fail(diagnostic('xml-syntax', { detail: malformed.detail }, malformed.span));
    return { document, undeclared: reader.undeclared, diagnostics: [] };
  } catch (error) {
    if (error instanceof Fault) return fail(error.diagnostic);
    throw error;
  }
}

const end = (text: string): Span => ({ start: text.length, end: text.length });

function describeRoot(root: XmlElement): string {
  if (root.local === 'vector') return 'a VectorDrawable';
  if (root.local === 'svg') return `an <svg> in the namespace '${root.namespace}'`;
  return `a document whose root is <${root.name}>`;
}
