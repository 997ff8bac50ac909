import * as v from 'valibot';
import { attributeOf, elementsOf, isSvg, type XmlElement } from '../../parse/tree.ts';
import { defineRule } from '../rule.ts';
import { isPainted, shapesOf } from './shapes.ts';

const SHAPES = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon']);

/** Containers whose content is drawn only through a reference, if at all. */
const UNDRAWN = new Set(['defs', 'symbol', 'clipPath', 'mask', 'marker', 'pattern', 'switch']);

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
    for (const element of elementsOf(document.root)) {
      if (!isSvg(element) || !SHAPES.has(element.local) || isUndrawn(element)) continue;
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

function isUndrawn(element: XmlElement): boolean {
  for (let at: XmlElement | undefined = element.parent; at !== undefined; at = at.parent)
    if (UNDRAWN.has(at.local)) return true;
  return false;
}
