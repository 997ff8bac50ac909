import * as v from 'valibot';
import { elementsOf, hrefOf, isSvg } from '../../parse/tree.ts';
import { removeAttribute, removeElement } from '../../parse/edit.ts';
import { defineRule } from '../rule.ts';

/** Script in an icon runs wherever the icon is inlined. */
export const noScript = defineRule({
  name: 'no-script',
  category: 'correctness',
  summary: 'Forbids scripts, event handlers and javascript: links.',
  severity: 'error',
  presets: ['recommended', 'strict'],
  languages: ['svg'],
  fixes: ['safe'],
  options: v.strictObject({}),
  check({ document, report }) {
    for (const element of elementsOf(document.root)) {
      if (isSvg(element, 'script')) {
        report({
          span: element.open,
          message: 'This icon carries a script, which runs wherever the icon is inlined.',
          help: 'Remove the script; an icon draws without it.',
          fix: { safety: 'safe', title: 'Remove the script', edits: [removeElement(document, element)] },
        });
        continue;
      }
      const href = hrefOf(element);
      for (const attribute of element.attributes) {
        const isHandler = attribute.namespace === '' && /^on[a-z]+$/.test(attribute.local);
        const isLink = attribute === href && /^\s*javascript:/i.test(attribute.value);
        if (!isHandler && !isLink) continue;
        report({
          span: attribute.span,
          message: `The attribute '${attribute.name}' runs a script wherever the icon is inlined.`,
          help: 'Remove the attribute.',
          fix: {
            safety: 'safe',
            title: 'Remove the attribute',
            edits: [removeAttribute(document, attribute)],
          },
        });
      }
    }
  },
});
