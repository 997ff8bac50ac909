import * as v from 'valibot';
import { defineRule } from '../rule.ts';

/** Android lint's VectorRaster: a vector of over 200 dp is slow to rasterize. */
export const maxSizeDp = defineRule({
  name: 'max-size-dp',
  category: 'android',
  summary: 'Limits the size an icon is shown at (Android lint warns above 200 dp).',
  severity: 'warning',
  presets: ['android', 'strict'],
  languages: ['svg', 'vector-drawable'],
  fixes: [],
  options: v.strictObject({ max: v.optional(v.pipe(v.number(), v.minValue(1)), 200) }),
  check({ document, icon, options, report }) {
    if (icon === undefined) return;
    const { width, height } = icon.size;
    if (Math.max(width, height) <= options.max) return;
    report({
      span: document.root.open,
      message: `The icon is ${round(width)} × ${round(height)} dp, more than ${options.max}.`,
      help: 'Set width and height to the size it is shown at; the viewBox may stay.',
    });
  },
});

const round = (value: number): number => Number(value.toFixed(2));
