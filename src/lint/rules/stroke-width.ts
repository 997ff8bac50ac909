import * as v from 'valibot';
import { stretch } from '../../geometry/matrix.ts';
import { defineRule } from '../rule.ts';
import { shapesOf } from './shapes.ts';

/** One line width makes a set of outlined icons one set. */
export const strokeWidth = defineRule({
  name: 'stroke-width',
  category: 'contract',
  summary: 'Mandates one of the given stroke widths.',
  severity: 'error',
  presets: [],
  languages: ['svg', 'vector-drawable'],
  fixes: [],
  options: v.strictObject({
    /** In user units of the canvas, transforms applied. */
    widths: v.optional(v.pipe(v.array(v.pipe(v.number(), v.minValue(0))), v.minLength(1)), [2]),
  }),
  check({ icon, options, report }) {
    for (const { shape } of shapesOf(icon?.children ?? [])) {
      const { stroke, transform, span } = shape;
      if (stroke === undefined) continue;
      const width = stroke.width * (stroke.nonScaling ? 1 : stretch(transform).major);
      if (options.widths.some((allowed) => Math.abs(allowed - width) < 1e-3 * Math.max(1, allowed))) continue;
      report({
        span,
        message: `This stroke is ${Number(width.toFixed(3))} wide; the set's is ${options.widths.join(' or ')}.`,
        help: 'Give it the width of the set.',
      });
    }
  },
});
