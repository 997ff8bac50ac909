import * as v from 'valibot';
import { defineRule } from '../rule.ts';
import { artBox } from './shapes.ts';

/** Art off the middle makes a row of icons look ragged. */
export const centered = defineRule({
  name: 'centered',
  category: 'contract',
  summary: 'Mandates art in the middle of the canvas.',
  severity: 'warning',
  presets: [],
  languages: ['svg', 'vector-drawable'],
  fixes: [],
  options: v.strictObject({
    /** How far the middle of the art may lie from the middle of the canvas, as a share of the canvas. */
    tolerance: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.02),
    axis: v.optional(v.picklist(['both', 'horizontal', 'vertical']), 'both'),
  }),
  check({ document, icon, options, report }) {
    if (icon === undefined) return;
    const box = artBox(icon);
    if (box === undefined) return;
    const { width, height } = icon.viewport;
    const right = (box.minX + box.maxX - width) / 2;
    const down = (box.minY + box.maxY - height) / 2;
    const isOff =
      (options.axis !== 'vertical' && Math.abs(right) > options.tolerance * width) ||
      (options.axis !== 'horizontal' && Math.abs(down) > options.tolerance * height);
    if (!isOff) return;
    report({
      span: document.root.open,
      message: `The art lies off the middle by ${Number(right.toFixed(2))} across and ${Number(down.toFixed(2))} down.`,
      help: 'Center it on the canvas.',
    });
  },
});
