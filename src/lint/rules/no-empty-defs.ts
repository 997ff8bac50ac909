import * as v from 'valibot';
import { removeElement } from '../../parse/edit.ts';
import { attributeOf, elementsOf, isSvg } from '../../parse/tree.ts';
import { defineRule } from '../rule.ts';
import { referencesOf } from './references.ts';

/** `<defs></defs>`, `<g></g>` and the like: Sketch leaves one in every export. */
export const noEmptyDefs = defineRule({
  name: 'no-empty-defs',
  category: 'leftovers',
  summary: 'Forbids containers with nothing in them.',
  severity: 'info',
  presets: ['sketch', 'strict'],
  languages: ['svg'],
  fixes: ['safe'],
  options: v.strictObject({}),
  check({ document, report }) {
    const used = new Set([...referencesOf(document)].map(({ target }) => target));
    for (const element of elementsOf(document.root)) {
      if (!isSvg(element) || !['defs', 'g', 'style', 'title', 'metadata'].includes(element.local)) continue;
      const isEmpty = element.children.every((child) => child.kind === 'text' && child.value.trim() === '');
      const id = attributeOf(element, 'id')?.value;
      if (!isEmpty || element.fromEntity || (id !== undefined && used.has(`#${id}`))) continue;
      // A filter paints on nothing too.
      if (attributeOf(element, 'filter') !== undefined) continue;
      report({
        span: element.span,
        message: `This <${element.name}> is empty.`,
        help: 'Remove it.',
        fix: { safety: 'safe', title: 'Remove it', edits: [removeElement(document, element)] },
      });
    }
  },
});
