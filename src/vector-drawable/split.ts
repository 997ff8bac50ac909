import { clustersOf, packed } from '../emit/part-path.ts';
import type { VectorPath, VectorStroke } from '../emit/android-tree.ts';
import { applyEdits, replaceValue } from '../parse/edit.ts';
import { childElements, type XmlElement } from '../parse/tree.ts';
import { androidAttribute, isReference, parseAndroidColor, parseFloatValue } from './attributes.ts';
import { readPathData } from './path-data.ts';
import { reprint } from './reprint.ts';

/**
 * The element once for each part of its path data, with parts of at most `most` bytes that show the same as the whole;
 * undefined where it cannot be taken apart. `xml` is the text that the element stands in.
 */
export function splitElement(xml: string, element: XmlElement, most: number): string | undefined {
  const data = androidAttribute(element, 'pathData');
  // An animation knows the path by its name, and trims it as a whole.
  const isMoved = ['name', 'trimPathStart', 'trimPathEnd', 'trimPathOffset'].some(
    (name) => androidAttribute(element, name) !== undefined,
  );
  if (data === undefined || isMoved) return undefined;
  const { commands, crash } = readPathData(data.value);
  if (crash !== undefined) return undefined;
  const stroke = strokeOf(element);
  const path: VectorPath = {
    kind: 'path',
    commands,
    ...(isPainted(element, 'fillColor') ? { fill: { kind: 'color', color: BLACK } } : {}),
    ...(stroke === undefined ? {} : { stroke }),
    evenOdd: androidAttribute(element, 'fillType')?.value.trim() === 'evenOdd',
    span: element.span,
  };
  const print = (part: VectorPath): string => reprint(part.commands, stroke !== undefined);
  const parts = packed(clustersOf(path), (part) => print(part).length, most);
  if (parts === undefined) return undefined;
  const { start, end } = element.span;
  const lineStart = xml.lastIndexOf('\n', start - 1) + 1;
  const margin = /^\s*$/.test(xml.slice(lineStart, start)) ? `\n${xml.slice(lineStart, start)}` : '';
  return parts
    .map((part) => applyEdits(xml.slice(0, end), [replaceValue(data, print(part))]).slice(start))
    .join(margin);
}

const BLACK = { r: 0, g: 0, b: 0, a: 1 };

function isPainted(element: XmlElement, name: string): boolean {
  const value = androidAttribute(element, name)?.value.trim();
  const hasGradient = childElements(element).some(({ attributes }) =>
    attributes.some(
      (attribute) => attribute.local === 'name' && attribute.value.trim() === `android:${name}`,
    ),
  );
  return hasGradient || (value !== undefined && value !== '@null');
}

/** What may be translucent counts as it: then overlaps show. */
function strokeOf(element: XmlElement): VectorStroke | undefined {
  if (!isPainted(element, 'strokeColor')) return undefined;
  const value = (name: string): string | undefined => androidAttribute(element, name)?.value.trim();
  const color = value('strokeColor') ?? '@';
  const alpha = value('strokeAlpha');
  const known = isReference(color) || alpha !== undefined ? undefined : parseAndroidColor(color);
  return {
    paint: { kind: 'color', color: known ?? { ...BLACK, a: 0.5 } },
    width: parseFloatValue(value('strokeWidth') ?? '') ?? 0,
    cap: 'butt',
    join: value('strokeLineJoin') === undefined || value('strokeLineJoin') === 'miter' ? 'miter' : 'round',
    miterLimit: parseFloatValue(value('strokeMiterLimit') ?? '') ?? 4,
  };
}
