import * as v from 'valibot';
import { defineRule } from '../rule.ts';
import { degenerateShapesOf } from './degenerate.ts';

/** A shape without a size, or without an area and filled alone, draws nothing. */
export const noDegenerateShape = defineRule({
  name: 'no-degenerate-shape',
  category: 'correctness',
  summary: 'Forbids shapes that have no size, or no area to fill and no stroke.',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  languages: ['svg', 'vector-drawable'],
  fixes: [],
  options: v.strictObject({}),
  check({ document, icon, report }) {
    if (icon === undefined) return;
    for (const { span, lacks } of degenerateShapesOf(document, icon)) {
      report({
        span,
        message:
          lacks === 'size'
            ? 'This shape has no size, so it draws nothing.'
            : 'This shape has no area and no stroke, so it draws nothing.',
        help: lacks === 'size' ? 'Remove it, or give it a size.' : 'Remove it, or give a line a stroke.',
      });
    }
  },
});
