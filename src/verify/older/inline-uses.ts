import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import { applyEdits, removeAttribute, replaceValue } from '../../parse/edit.ts';
import { parseSvg } from '../../parse/svg.ts';
import { elementsOf, hrefOf, type SvgDocument, type XmlElement } from '../../parse/tree.ts';
import { attribute, byId, plainNumber } from './form.ts';

/** `<use>` elements that are written out; icons have a handful. */
const MOST = 200;

/** Characters that are read on the way, the whole text once for each of them: copies of copies grow without bound. */
const MOST_READ = 4_000_000;

export const isInside = (element: XmlElement, names: RegExp): boolean => {
  for (let at = element.parent; at !== undefined; at = at.parent) if (names.test(at.local)) return true;
  return false;
};

/** What stands where it is drawn: not what waits for a reference, and no part of a clip, which has no paint. */
export const isInPlace = (element: XmlElement): boolean => !isInside(element, /^(?:defs|symbol|clipPath)$/);

/**
 * `start` with copies in the place of the `<use>` elements that are drawn, as far as `isWanted` holds of what they refer
 * to. Undefined where one cannot be copied, or they are too many.
 *
 * @param copy the text of what a `<use>` refers to, in its place
 */
export function withoutUses(
  start: SvgDocument,
  isWanted: (target: XmlElement) => boolean,
  copy: (document: SvgDocument, target: XmlElement, use: XmlElement) => string | undefined,
): SvgDocument | undefined {
  let document = start;
  let read = 0;
  for (let count = 0; count < MOST && read <= MOST_READ; count += 1) {
    read += document.text.length;
    const found = elementsOf(document.root)
      .filter((element) => element.local === 'use' && isInPlace(element))
      .map((use) => ({ use, target: targetOf(document, use) }))
      .find(({ target }) => target !== undefined && isWanted(target));
    if (found?.target === undefined) return document;
    const { use, target } = found;
    const text = asGroup(document, use, target, copy(document, target, use));
    if (text === undefined) return undefined;
    const next = parseSvg(applyEdits(document.text, [{ span: use.span, text }])).document;
    if (next === undefined) return undefined;
    document = next;
  }
  return undefined;
}

/** What a `<use>` refers to. */
export function targetOf(document: SvgDocument, use: XmlElement): XmlElement | undefined {
  return byId(document, /^\s*#(.*\S)\s*$/.exec(hrefOf(use)?.value ?? '')?.[1]);
}

const OF_THE_USE = new Set(['href', 'xlink:href', 'x', 'y', 'width', 'height', 'id', 'transform']);

/** The `<use>` as a group with a copy of its target. */
function asGroup(
  document: SvgDocument,
  use: XmlElement,
  target: XmlElement,
  copy: string | undefined,
): string | undefined {
  const [x, y] = ['x', 'y'].map((name) => plainNumber(attribute(use, name)?.value ?? '0'));
  const isStyled = /\b(?:transform|width|height|x|y)\s*:/.test(attribute(use, 'style')?.value ?? '');
  // These make a viewport, whose size is the one's or the other's.
  const isViewport = target.local === 'symbol' || target.local === 'svg';
  if (copy === undefined || x === undefined || y === undefined || isStyled || isViewport) return undefined;
  const kept = use.attributes
    .filter(({ name }) => !OF_THE_USE.has(name))
    .map(({ span }) => document.text.slice(span.start, span.end));
  const transform = `${attribute(use, 'transform')?.value ?? ''} translate(${x} ${y})`;
  return `<g ${[...kept, `transform="${transform}"`].join(' ')}>${copy}</g>`;
}

/**
 * The text of `target` without ids.
 *
 * @param changes edits of the document's text that the copy takes over
 * @param id its own in place of the one it has
 */
export function copyWithoutIds(
  document: SvgDocument,
  target: XmlElement,
  changes: readonly TextEdit[] = [],
  id?: string,
): string {
  const edits = [...changes];
  for (const element of elementsOf(target)) {
    const own = attribute(element, 'id');
    if (own === undefined) continue;
    edits.push(
      element === target && id !== undefined ? replaceValue(own, id) : removeAttribute(document, own),
    );
  }
  const { start, end } = target.span;
  const shifted = edits.map(({ span, text }) => ({
    span: { start: span.start - start, end: span.end - start },
    text,
  }));
  return applyEdits(document.text.slice(start, end), shifted);
}
