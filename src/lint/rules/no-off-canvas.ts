import * as v from 'valibot';
import { boundsOfSize, grow } from '../../geometry/bounds.ts';
import { apply } from '../../geometry/matrix.ts';
import type { Size } from '../../geometry/point.ts';
import type { Shape } from '../../ir.ts';
import { defineRule } from '../rule.ts';
import { isPainted, isPlainlyWithin, paintedBox, shapesOf } from './shapes.ts';

/** Art outside the viewBox is cut off: part of a shape by accident, or a whole one forgotten beside the artboard. */
export const noOffCanvas = defineRule({
  name: 'no-off-canvas',
  category: 'correctness',
  summary: 'Forbids art outside the canvas.',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  languages: ['svg', 'vector-drawable'],
  fixes: [],
  options: v.strictObject({
    /** How far art may reach over an edge, as a share of the canvas's larger side: rounding, not drawing. */
    slack: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.01),
    /** Report only shapes that lie outside as a whole. */
    onlyWhole: v.optional(v.boolean(), false),
  }),
  check({ icon, options, report }) {
    if (icon === undefined) return;
    const { width, height } = icon.viewport;
    const slack = options.slack * Math.max(width, height);
    const nearly = grow(boundsOfSize(icon.viewport), slack);
    for (const placed of shapesOf(icon.children)) {
      const { shape, cutBy } = placed;
      if (cutBy !== undefined || !isPainted(placed)) continue;
      if (startsInside(shape, icon.viewport) && isPlainlyWithin(shape, nearly)) continue;
      const box = paintedBox(shape);
      if (box === undefined) continue;
      const isOutside = box.minX >= width || box.minY >= height || box.maxX <= 0 || box.maxY <= 0;
      if (isOutside) {
        report({
          span: shape.span,
          message: 'This shape lies outside the canvas and is never seen.',
          help: 'Remove it, or move it in.',
        });
        continue;
      }
      const over = Math.max(-box.minX, -box.minY, box.maxX - width, box.maxY - height);
      if (options.onlyWhole || over <= slack) continue;
      report({
        span: shape.span,
        message: `This shape reaches over the edge of the canvas by ${Number(over.toFixed(2))} and is cut off there.`,
        help: 'Move or scale it in, or enlarge the viewBox.',
      });
    }
  },
});

/** Whether an outline begins inside the canvas, so that the shape does not lie outside as a whole. */
function startsInside({ path, transform }: Shape, { width, height }: Size): boolean {
  return path.contours.some(({ start, segments }) => {
    if (segments.length === 0) return false;
    const { x, y } = apply(transform, start);
    return x > 0 && x < width && y > 0 && y < height;
  });
}
