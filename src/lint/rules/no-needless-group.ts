import * as v from 'valibot';
import { elementsOf, isSvg } from '../../parse/tree.ts';
import { defineRule } from '../rule.ts';

/** A `<g>` that says nothing about its children. */
export const noNeedlessGroup = defineRule({
  name: 'no-needless-group',
  category: 'leftovers',
  summary: 'Forbids groups without attributes.',
  severity: 'info',
  presets: ['sketch', 'strict'],
  languages: ['svg'],
  fixes: ['safe'],
  options: v.strictObject({}),
  check({ document, report }) {
    // A style sheet may select by the tree's shape.
    if ([...elementsOf(document.root)].some((element) => isSvg(element, 'style'))) return;
    for (const element of elementsOf(document.root)) {
      const { open, close } = element;
      if (!isSvg(element, 'g') || element.attributes.length > 0 || close === undefined || element.fromEntity)
        continue;
      if (element.parent !== undefined && isSvg(element.parent, 'switch')) continue;
      report({
        span: open,
        message: 'This group says nothing about what is in it.',
        help: 'Ungroup it.',
        fix: {
          safety: 'safe',
          title: 'Ungroup it',
          edits: [
            { span: open, text: '' },
            { span: close, text: '' },
          ],
        },
      });
    }
  },
});
