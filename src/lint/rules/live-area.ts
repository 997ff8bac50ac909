import * as v from 'valibot';
import { defineRule } from '../rule.ts';
import { artBox } from './shapes.ts';

/** The margin that keeps icons of a set optically the same size. */
export const liveArea = defineRule({
  name: 'live-area',
  category: 'contract',
  summary: 'Mandates a free margin around the art.',
  severity: 'warning',
  presets: [],
  languages: ['svg', 'vector-drawable'],
  fixes: [],
  options: v.strictObject({
    /** Free on every side, in user units. */
    padding: v.optional(v.pipe(v.number(), v.minValue(0)), 1),
    /** What rounding may take from it, in user units. */
    tolerance: v.optional(v.pipe(v.number(), v.minValue(0)), 0.01),
  }),
  check({ document, icon, options, report }) {
    if (icon === undefined) return;
    const box = artBox(icon);
    if (box === undefined) return;
    const { width, height } = icon.viewport;
    const margins = { left: box.minX, top: box.minY, right: width - box.maxX, bottom: height - box.maxY };
    const short = Object.entries(margins).filter(
      ([, margin]) => margin < options.padding - options.tolerance,
    );
    if (short.length === 0) return;
    const list = short.map(([side, margin]) => `${side} ${Number(margin.toFixed(2))}`).join(', ');
    report({
      span: document.root.open,
      message: `The art leaves less than the margin of ${options.padding} free: ${list}.`,
      help: 'Scale or move it into the live area.',
    });
  },
});
