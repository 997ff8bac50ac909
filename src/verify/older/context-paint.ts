import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import { applyEdits, insertAfter, removeAttribute, replaceValue, setAttribute } from '../../parse/edit.ts';
import { parseSvg } from '../../parse/svg.ts';
import { elementsOf, hrefOf, type SvgDocument, type XmlElement } from '../../parse/tree.ts';
import { attribute, byId, inheritedValue, ownValue, plainNumber, sheetHas, type OlderForm } from './form.ts';

const WORD = /\bcontext-(fill|stroke)\b/g;

/** `<use>` elements and lines with markers that are written out; icons have a handful. */
const MOST = 200;

/** What an element is filled and stroked with, which its context words stand for. */
interface Paints {
  readonly fill: string;
  readonly stroke: string;
}

/**
 * What `<use>` refers to is copied to its place with the paints of the `<use>` in it, and each line gets markers of its
 * own, copied with its paints.
 */
export const contextPaint: OlderForm = {
  feature: 'context-fill and context-stroke',
  fixtures: [
    'painting/context/in-use',
    'painting/context/in-marker',
    'painting/context/in-nested-use-and-marker',
  ],
  rewrite: (document) => {
    if (![...elementsOf(document.root)].some(hasContext)) return [];
    if (sheetHas(document, /\b(?:fill|stroke|marker|color|transform)/)) return 'unknown';
    const inlined = withoutUses(document);
    const older = inlined === undefined ? undefined : withOwnMarkers(inlined);
    if (older === undefined) return 'unknown';
    return [{ span: { start: 0, end: document.text.length }, text: older }];
  },
};

const hasContext = (element: XmlElement): boolean =>
  ['fill', 'stroke'].some((property) =>
    /\bcontext-(?:fill|stroke)\b/.test(ownValue(element, property) ?? ''),
  );

const isInside = (element: XmlElement, names: RegExp): boolean => {
  for (let at = element.parent; at !== undefined; at = at.parent) if (names.test(at.local)) return true;
  return false;
};

/** What stands where it is drawn: not what waits for a reference, and no part of a clip, which has no paint. */
const isInPlace = (element: XmlElement): boolean => !isInside(element, /^(?:defs|symbol|clipPath)$/);

function withoutUses(start: SvgDocument): SvgDocument | undefined {
  let document = start;
  for (let count = 0; count < MOST; count += 1) {
    const found = [...elementsOf(document.root)]
      .filter((element) => element.local === 'use' && isInPlace(element))
      .map((use) => ({ use, target: byId(document, /^\s*#(.+?)\s*$/.exec(hrefOf(use)?.value ?? '')?.[1]) }))
      .find(({ target }) => target !== undefined && mayHaveContext(target));
    if (found?.target === undefined) return document;
    const text = inlined(document, found.use, found.target);
    if (text === undefined) return undefined;
    const next = parseSvg(applyEdits(document.text, [{ span: found.use.span, text }])).document;
    if (next === undefined) return undefined;
    document = next;
  }
  return undefined;
}

/** Itself, by a reference in it, or by a marker on a line in it. */
const mayHaveContext = (target: XmlElement): boolean =>
  [...elementsOf(target)].some(
    (element) =>
      hasContext(element) ||
      element.local === 'use' ||
      /marker/.test(element.attributes.map(({ name, value }) => `${name} ${value}`).join(' ')),
  );

const OF_THE_USE = new Set(['href', 'xlink:href', 'x', 'y', 'width', 'height', 'id', 'transform']);

/** The `<use>` as a group with a copy of its target. */
function inlined(document: SvgDocument, use: XmlElement, target: XmlElement): string | undefined {
  const copy = copyOf(document, target, paintsOf(use));
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

/** The paints of an element in words that hold anywhere. */
function paintsOf(element: XmlElement): Paints {
  const paint = (property: string, initial: string): string => {
    const value = inheritedValue(element, property) ?? initial;
    if (value.toLowerCase() === 'currentcolor') return inheritedValue(element, 'color') ?? 'black';
    // Without a context there is no paint; in a marker the context is yet to come.
    return value.startsWith('context-') && !isInside(element, /^marker$/) ? 'none' : value;
  };
  return { fill: paint('fill', 'black'), stroke: paint('stroke', 'none') };
}

/** The text of `target` without ids, context words replaced; undefined where a paint holds in its own place only. */
function copyOf(document: SvgDocument, target: XmlElement, paints: Paints, id?: string): string | undefined {
  const edits: TextEdit[] = [];
  let isMovable = true;
  for (const element of elementsOf(target)) {
    for (const one of element.attributes) {
      if (one.name === 'id')
        edits.push(
          element === target && id !== undefined ? replaceValue(one, id) : removeAttribute(document, one),
        );
      if (!/^(?:fill|stroke|style)$/.test(one.name) || !one.value.includes('context-')) continue;
      const value = one.value.replace(WORD, (_, which: 'fill' | 'stroke') => paints[which]);
      if (/url\(|inherit/.test(value)) isMovable = false;
      edits.push(replaceValue(one, value));
    }
  }
  if (!isMovable) return undefined;
  const { start, end } = target.span;
  const shifted = edits.map(({ span, text }) => ({
    span: { start: span.start - start, end: span.end - start },
    text,
  }));
  return applyEdits(document.text.slice(start, end), shifted);
}

const LINES = /^(?:path|line|polyline|polygon)$/;
const ENDS = ['marker-start', 'marker-mid', 'marker-end'] as const;

function withOwnMarkers(document: SvgDocument): string | undefined {
  const edits: TextEdit[] = [];
  const copies = new Map<string, string>();
  for (const element of elementsOf(document.root)) {
    if (ownValue(element, 'marker') !== undefined) return undefined;
    if (!isInPlace(element)) continue;
    if (hasContext(element) && !isInside(element, /^marker$/)) return undefined;
    if (!LINES.test(element.local)) continue;
    const paints = paintsOf(element);
    const own: string[] = [];
    for (const end of ENDS) {
      const id = /^url\(\s*#([^)\s]+)\s*\)$/.exec(inheritedValue(element, end) ?? '')?.[1];
      const marker = byId(document, id);
      if (marker?.local !== 'marker' || ![...elementsOf(marker)].some(hasContext)) continue;
      // A line in a marker with a marker of its own has two contexts.
      if (isInside(element, /^marker$/)) return undefined;
      const key = `${id} ${paints.fill} ${paints.stroke}`;
      const name = copies.get(key) ?? `${id}-of-${copies.size}`;
      if (!copies.has(key)) {
        const copy = copyOf(document, marker, paints, name);
        if (copy === undefined) return undefined;
        edits.push(insertAfter(marker, copy));
        copies.set(key, name);
      }
      own.push(`${end}:url(#${name})`);
    }
    if (own.length === 0) continue;
    const style = attribute(element, 'style')?.value.replace(/;?\s*$/, ';') ?? '';
    edits.push(setAttribute(element, 'style', style + own.join(';')));
  }
  return applyEdits(document.text, edits);
}
