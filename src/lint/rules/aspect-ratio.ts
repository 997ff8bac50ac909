import * as v from 'valibot';
import { attributeOf } from '../../parse/tree.ts';
import { defineRule } from '../rule.ts';

/** An icon shown at another aspect than it was drawn in is squeezed or gets bars. */
export const aspectRatio = defineRule({
  name: 'aspect-ratio',
  category: 'contract',
  summary: 'Mandates the aspect ratio of the canvas, and the same for the shown size.',
  severity: 'error',
  presets: [],
  languages: ['svg', 'vector-drawable'],
  fixes: [],
  options: v.strictObject({
    /** Width divided by height. */
    ratio: v.optional(v.pipe(v.number(), v.minValue(0.001)), 1),
  }),
  check({ document, icon, options, report }) {
    if (icon === undefined) return;
    for (const [what, { width, height }] of [
      ['canvas', icon.viewport],
      ['shown size', icon.size],
    ] as const) {
      if (Math.abs(width / height - options.ratio) <= 0.005 * options.ratio) continue;
      report({
        span: attributeOf(document.root, 'viewBox')?.valueSpan ?? document.root.open,
        message: `The ${what} is ${width} × ${height}, a ratio of ${Number((width / height).toFixed(3))}; the set's is ${options.ratio}.`,
        help: 'Change the canvas, not the art.',
      });
      return;
    }
  },
});
