import { attributeOf, type XmlAttribute, type XmlElement } from '../parse/tree.ts';
import type { Style } from '../resolve/style/style.ts';
import { unwrapPath } from '../resolve/shapes.ts';
import { parseNumbers } from '../resolve/values/number.ts';

/** Where a shape's outline is written, and what it says as path data. */
export type WrittenOutline =
  | { readonly kind: 'data'; readonly attribute: XmlAttribute; readonly data: string }
  | { readonly kind: 'points'; readonly attribute: XmlAttribute; readonly data: string }
  /** A rectangle, circle or ellipse: one outline that does not cross itself, the same under both rules. */
  | { readonly kind: 'simple' }
  /** Written where no edit of this element reaches it, or not at all. */
  | { readonly kind: 'elsewhere'; readonly reason: string; readonly data: string };

const OUTLINED_BY: { readonly [element: string]: 'd' | 'points' } = {
  path: 'd',
  polygon: 'points',
  polyline: 'points',
};

export function writtenOutlineOf(element: XmlElement, style: Style): WrittenOutline {
  const name = OUTLINED_BY[element.local];
  if (name === undefined) return { kind: 'simple' };
  const css = name === 'd' ? style.declared('d') : undefined;
  if (css?.css === true)
    return { kind: 'elsewhere', reason: 'its path data is in a style', data: unwrapPath(css.text) ?? '' };
  const attribute = attributeOf(element, name);
  if (attribute === undefined) return { kind: 'simple' };
  const data = name === 'd' ? attribute.value : toPathData(attribute.value);
  if (element.fromEntity === true) return { kind: 'elsewhere', reason: 'it comes from an entity', data };
  return { kind: name === 'd' ? 'data' : 'points', attribute, data };
}

/** A polygon's points as path data: all whole pairs, up to the first fault, as SVG draws them. */
function toPathData(points: string): string {
  const { numbers } = parseNumbers(points);
  const pairs = numbers.slice(0, numbers.length - (numbers.length % 2));
  return pairs.length === 0 ? '' : `M${pairs.join(' ')}Z`;
}
