import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import { applyEdits, insertAfter, replaceValue, setAttribute } from '../../parse/edit.ts';
import { elementsOf, type SvgDocument, type XmlElement } from '../../parse/tree.ts';
import { attribute, byId, inheritedValue, ownValue, sheetHas, type OlderForm } from './form.ts';
import { copyWithoutIds, isInPlace, isInside, withoutUses } from './inline-uses.ts';

const WORD = /\bcontext-(fill|stroke)\b/g;

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
    if (!elementsOf(document.root).some(hasContext)) return [];
    if (sheetHas(document, /\b(?:fill|stroke|marker|color|transform)/)) return 'unknown';
    const inlined = withoutUses(document, mayHaveContext, (within, target, use) =>
      copyOf(within, target, paintsOf(use)),
    );
    const older = inlined === undefined ? undefined : withOwnMarkers(inlined);
    if (older === undefined) return 'unknown';
    return [{ span: { start: 0, end: document.text.length }, text: older }];
  },
};

const hasContext = (element: XmlElement): boolean =>
  ['fill', 'stroke'].some((property) =>
    /\bcontext-(?:fill|stroke)\b/.test(ownValue(element, property) ?? ''),
  );

/** Itself, by a reference in it, or by a marker on a line in it. */
const mayHaveContext = (target: XmlElement): boolean =>
  elementsOf(target).some(
    (element) =>
      hasContext(element) ||
      element.local === 'use' ||
      /marker/.test(element.attributes.map(({ name, value }) => `${name} ${value}`).join(' ')),
  );

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
  for (const element of elementsOf(target)) {
    for (const one of element.attributes) {
      if (!/^(?:fill|stroke|style)$/.test(one.name) || !one.value.includes('context-')) continue;
      const value = one.value.replace(WORD, (_, which: 'fill' | 'stroke') => paints[which]);
      if (/url\(|inherit/.test(value)) return undefined;
      edits.push(replaceValue(one, value));
    }
  }
  return copyWithoutIds(document, target, edits, id);
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
      if (marker?.local !== 'marker' || !elementsOf(marker).some(hasContext)) continue;
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
    const style = attribute(element, 'style')?.value.trimEnd().replace(/;?$/, ';') ?? '';
    edits.push(setAttribute(element, 'style', style + own.join(';')));
  }
  return applyEdits(document.text, edits);
}
