import * as v from 'valibot';
import { attributeOf } from '../../parse/tree.ts';
import { defineRule } from '../rule.ts';

/** A set is drawn on one grid, so that its icons line up. */
export const gridSize = defineRule({
  name: 'grid-size',
  category: 'contract',
  summary: 'Mandates one of the given canvas sizes.',
  severity: 'error',
  presets: [],
  languages: ['svg', 'vector-drawable'],
  fixes: [],
  options: v.strictObject({
    /** Sides of square canvases, in user units. */
    sizes: v.optional(v.pipe(v.array(v.pipe(v.number(), v.minValue(0.001))), v.minLength(1)), [24]),
  }),
  check({ document, icon, options, report }) {
    if (icon === undefined) return;
    const { width, height } = icon.viewport;
    if (width === height && options.sizes.includes(width)) return;
    report({
      span: attributeOf(document.root, 'viewBox')?.valueSpan ?? document.root.open,
      message: `The canvas is ${width} × ${height}; the set's is ${options.sizes.map((size) => `${size} × ${size}`).join(' or ')}.`,
      help: 'Draw the icon on the grid of the set.',
    });
  },
});
