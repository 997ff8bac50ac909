import type { Span } from '../diagnostics/span.ts';

/**
 * An SVG text as a tree that remembers where everything stands, so that a diagnostic can point and a fix can cut.
 *
 * The tree loses nothing: the spans of the top-level nodes and, inside an element, of its open tag, children and close
 * tag cover the text without gaps. Offsets are UTF-16 units of `text`, which is the text as given.
 */
export interface SvgDocument {
  readonly text: string;
  readonly root: XmlElement;
  /** The root and what stands before and behind it. */
  readonly nodes: readonly XmlNode[];
}

export type XmlNode = XmlElement | XmlText | XmlComment | XmlInstruction | XmlDoctype;

export interface XmlElement {
  readonly kind: 'element';
  /** As written, with its prefix. */
  readonly name: string;
  /** Without the prefix. */
  readonly local: string;
  /** The namespace's URI, `''` for none. Elements of a document that forgot `xmlns` are in SVG's. */
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
  readonly parent: XmlElement | undefined;
  readonly span: Span;
  /** `<g …>` or `<g …/>`. */
  readonly open: Span;
  /** `</g>`; absent when the element closes itself. */
  readonly close?: Span;
  /** True for what an entity's text expanded to: the spans are those of the reference, so it cannot be edited. */
  readonly fromEntity?: true;
}

export interface XmlAttribute {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  /** `''` for an attribute without a prefix. */
  readonly namespace: string;
  /** References expanded, white space made plain spaces. */
  readonly value: string;
  /** Name to closing quote. */
  readonly span: Span;
  /** Between the quotes. */
  readonly valueSpan: Span;
  readonly quote: '"' | "'";
  /**
   * For each UTF-16 unit of `value`, and for its end, the offset in the text it came from. Absent when the text between
   * the quotes is the value unit by unit.
   */
  readonly offsets?: readonly number[];
}

/** Character data, a CDATA section included. */
export interface XmlText {
  readonly kind: 'text';
  readonly value: string;
  readonly span: Span;
  readonly cdata: boolean;
  /** As in an attribute. */
  readonly offsets?: readonly number[] | undefined;
  readonly parent: XmlElement | undefined;
}

export interface XmlComment {
  readonly kind: 'comment';
  readonly value: string;
  readonly span: Span;
  readonly parent: XmlElement | undefined;
}

/** A processing instruction or the XML declaration. */
export interface XmlInstruction {
  readonly kind: 'instruction';
  readonly target: string;
  readonly value: string;
  readonly span: Span;
  readonly parent: XmlElement | undefined;
}

export interface XmlDoctype {
  readonly kind: 'doctype';
  readonly span: Span;
  readonly parent: undefined;
}

export const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
export const XLINK_NAMESPACE = 'http://www.w3.org/1999/xlink';
export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
export const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

export function isSvg(element: XmlElement, local?: string): boolean {
  return element.namespace === SVG_NAMESPACE && (local === undefined || element.local === local);
}

/** The attribute without a prefix of that name. */
export function attributeOf(element: XmlElement, name: string): XmlAttribute | undefined {
  return element.attributes.find(({ local, namespace }) => local === name && namespace === '');
}

/** `href`, else `xlink:href`, which SVG 2 lets yield. */
export function hrefOf(element: XmlElement): XmlAttribute | undefined {
  return (
    attributeOf(element, 'href') ??
    element.attributes.find(({ local, namespace }) => local === 'href' && namespace === XLINK_NAMESPACE)
  );
}

export function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => child.kind === 'element');
}

/** Every comment of `nodes` and of the elements under them, in document order. */
export function* commentsOf(nodes: readonly XmlNode[]): Generator<XmlComment> {
  const open = [...nodes].reverse();
  while (open.length > 0) {
    const node = open.pop() as XmlNode;
    if (node.kind === 'comment') yield node;
    else if (node.kind === 'element')
      for (let index = node.children.length - 1; index >= 0; index -= 1)
        open.push(node.children[index] as XmlNode);
  }
}

/** The character data inside, in document order. */
export function textOf(element: XmlElement): string {
  return element.children
    .map((child) => (child.kind === 'text' ? child.value : child.kind === 'element' ? textOf(child) : ''))
    .join('');
}

/** Where the units `start` to `end` of a node's or attribute's value stand in the text. */
export function spanWithin(owner: XmlAttribute | XmlText, start: number, end: number): Span {
  if (owner.offsets !== undefined) {
    const last = owner.offsets.length - 1;
    const at = (index: number): number => owner.offsets?.[Math.min(Math.max(index, 0), last)] as number;
    return { start: at(start), end: Math.max(at(start), at(end)) };
  }
  const base = 'valueSpan' in owner ? owner.valueSpan : contentSpan(owner);
  return { start: Math.min(base.start + start, base.end), end: Math.min(base.start + end, base.end) };
}

const CDATA_OPEN = '<![CDATA[';

function contentSpan(node: XmlText): Span {
  if (!node.cdata) return node.span;
  return { start: node.span.start + CDATA_OPEN.length, end: node.span.end - ']]>'.length };
}

/** Some thirty rules walk through a document; a list is walked through in half the time that finding its elements takes. */
const KNOWN = new WeakMap<XmlElement, readonly XmlElement[]>();

/** `root` and every element under it, in document order. */
export function elementsOf(root: XmlElement): readonly XmlElement[] {
  if (root.parent !== undefined) return elementsBelow(root);
  const before = KNOWN.get(root);
  if (before !== undefined) return before;
  const elements = elementsBelow(root);
  KNOWN.set(root, elements);
  return elements;
}

function elementsBelow(root: XmlElement): XmlElement[] {
  const elements: XmlElement[] = [];
  const open: XmlElement[] = [root];
  while (open.length > 0) {
    const element = open.pop() as XmlElement;
    elements.push(element);
    for (let index = element.children.length - 1; index >= 0; index -= 1) {
      const child = element.children[index] as XmlNode;
      if (child.kind === 'element') open.push(child);
    }
  }
  return elements;
}
