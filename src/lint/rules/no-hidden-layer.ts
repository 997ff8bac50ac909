import * as v from 'valibot';
import { removeElement } from '../../parse/edit.ts';
import { attributeOf, elementsOf, isSvg } from '../../parse/tree.ts';
import { defineRule } from '../rule.ts';
import { referencesOf } from './references.ts';

/** A layer that was hidden in the drawing program and exported all the same. */
export const noHiddenLayer = defineRule({
  name: 'no-hidden-layer',
  category: 'leftovers',
  summary: 'Forbids elements that are switched off.',
  severity: 'info',
  presets: ['sketch', 'strict'],
  languages: ['svg'],
  fixes: ['safe'],
  options: v.strictObject({}),
  check({ document, report }) {
    const used = new Set([...referencesOf(document)].map(({ target }) => target));
    for (const element of elementsOf(document.root)) {
      if (!isSvg(element) || element.parent === undefined || element.fromEntity) continue;
      const style = attributeOf(element, 'style')?.value ?? '';
      const isOff =
        attributeOf(element, 'display')?.value.trim() === 'none' ||
        /(^|;)\s*display\s*:\s*none\s*(;|!|$)/.test(style);
      const isReferred = [...elementsOf(element)].some((inside) =>
        used.has(`#${attributeOf(inside, 'id')?.value ?? ''}`),
      );
      if (!isOff || isReferred) continue;
      report({
        span: element.open,
        message: `This <${element.name}> is hidden.`,
        help: 'Remove it; it is still in the drawing program if you need it.',
        fix: { safety: 'safe', title: 'Remove it', edits: [removeElement(document, element)] },
      });
    }
  },
});
