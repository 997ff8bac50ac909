import * as v from 'valibot';
import { attributeOf, elementsOf, isSvg, type XmlElement } from '../../parse/tree.ts';
import { defineRule } from '../rule.ts';
import { degenerateShapesOf } from './degenerate.ts';
import { hiddenLayersOf } from './hidden-layers.ts';
import { SHAPES } from '../../resolve/shapes.ts';
import { isDrawnInPlace, isPainted, shapesOf } from './shapes.ts';

/** A shape that paints with nothing. Icons often carry one as a bounding box: harmless, and bytes in every file. */
export const noInvisibleShape = defineRule({
  name: 'no-invisible-shape',
  category: 'correctness',
  summary: 'Forbids shapes that are painted with nothing.',
  severity: 'info',
  presets: ['strict'],
  languages: ['svg'],
  fixes: [],
  options: v.strictObject({}),
  check({ document, icon, report }) {
    if (icon === undefined) return;
    const seen = new Set<number>();
    for (const placed of shapesOf(icon.children)) if (isPainted(placed)) seen.add(placed.shape.span.start);
    // Other rules say those.
    for (const { span } of degenerateShapesOf(document, icon)) seen.add(span.start);
    const hidden = new Set(hiddenLayersOf(document));
    for (const element of elementsOf(document.root)) {
      if (!isSvg(element) || !SHAPES.has(element.local)) continue;
      if (!isDrawnInPlace(element) || isWithin(element, hidden)) continue;
      // One with an id may be drawn by reference.
      if (seen.has(element.span.start) || attributeOf(element, 'id') !== undefined) continue;
      report({
        span: element.open,
        message: 'This shape has neither a visible fill nor a visible stroke.',
        help: 'Remove it; a conversion leaves it out.',
      });
    }
  },
});

function isWithin(element: XmlElement, layers: ReadonlySet<XmlElement>): boolean {
  for (let at: XmlElement | undefined = element; at !== undefined; at = at.parent)
    if (layers.has(at)) return true;
  return false;
}
