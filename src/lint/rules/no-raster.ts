import * as v from 'valibot';
import { elementsOf, isSvg } from '../../parse/tree.ts';
import { defineRule } from '../rule.ts';

/** A bitmap inside does not scale, and a VectorDrawable cannot hold one. */
export const noRaster = defineRule({
  name: 'no-raster',
  category: 'correctness',
  summary: 'Forbids bitmaps inside an icon.',
  severity: 'error',
  presets: ['recommended', 'android', 'sketch', 'strict'],
  languages: ['svg'],
  fixes: [],
  options: v.strictObject({}),
  check({ document, report }) {
    for (const element of elementsOf(document.root)) {
      if (!isSvg(element, 'image') && !isSvg(element, 'feImage')) continue;
      report({
        span: element.open,
        message: 'A bitmap is inside this icon.',
        help: 'Trace it to a vector, or take it out.',
      });
    }
  },
});
