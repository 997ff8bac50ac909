import * as v from 'valibot';
import { elementsOf, isSvg, textOf } from '../../parse/tree.ts';
import { defineRule } from '../rule.ts';

/** Text depends on the fonts of whoever looks; a VectorDrawable has none. */
export const noText = defineRule({
  name: 'no-text',
  category: 'correctness',
  summary: 'Forbids text that is not outlined.',
  severity: 'error',
  presets: ['recommended', 'android', 'sketch', 'strict'],
  languages: ['svg'],
  fixes: [],
  options: v.strictObject({}),
  check({ document, report }) {
    for (const element of elementsOf(document.root)) {
      if (!isSvg(element, 'text') || textOf(element).trim() === '') continue;
      report({
        span: element.open,
        message: `The text '${textOf(element).trim().slice(0, 40)}' is not outlined.`,
        help: 'Convert it to outlines (Sketch: Layer > Convert to Outlines) and export again.',
      });
    }
  },
});
