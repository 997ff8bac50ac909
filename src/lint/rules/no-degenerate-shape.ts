import * as v from 'valibot';
import { boundsOf, isEmptyBounds } from '../../geometry/bounds.ts';
import { defineRule } from '../rule.ts';
import { shapesOf } from './shapes.ts';

/** A shape without an area, filled and not stroked, draws nothing. */
export const noDegenerateShape = defineRule({
  name: 'no-degenerate-shape',
  category: 'correctness',
  summary: 'Forbids shapes that have no area to fill and no stroke.',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  languages: ['svg', 'vector-drawable'],
  fixes: [],
  options: v.strictObject({}),
  check({ icon, report }) {
    for (const { shape } of shapesOf(icon?.children ?? [])) {
      if (shape.stroke !== undefined || shape.fill === undefined) continue;
      const box = boundsOf(shape.path.contours.filter(({ segments }) => segments.length > 0));
      const hasArea = !isEmptyBounds(box) && box.maxX > box.minX && box.maxY > box.minY;
      if (hasArea) continue;
      report({
        span: shape.span,
        message: 'This shape has no area and no stroke, so it draws nothing.',
        help: 'Remove it, or give a line a stroke.',
      });
    }
  },
});
