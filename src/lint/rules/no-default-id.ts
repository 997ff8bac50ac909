import * as v from 'valibot';
import { removeAttribute } from '../../parse/edit.ts';
import { attributeOf, elementsOf, isSvg } from '../../parse/tree.ts';
import { defineRule } from '../rule.ts';
import { referencesOf } from './references.ts';

const DEFAULT =
  /^(page-?\d+|symbols|artboard(-\d+)?|layer[_-]?\d+|group(-\d+)?|shape(-\d+)?|path(-\d+)?|combined-shape(-\d+)?|rectangle(-\d+)?|oval(-\d+)?|fill-\d+|stroke-\d+|icons?|svg\d+|g\d+|path\d+|rect\d+|layer\d+|capa_\d+|ebene_\d+|calque_\d+|vector(_\d+)?)$/i;

/** Ids that a drawing program invents: they say nothing and clash when icons are inlined together. */
export const noDefaultId = defineRule({
  name: 'no-default-id',
  category: 'leftovers',
  summary: 'Forbids ids such as Page-1 that a drawing program invented and nothing refers to.',
  severity: 'info',
  presets: ['sketch', 'strict'],
  languages: ['svg'],
  fixes: ['safe'],
  options: v.strictObject({}),
  check({ document, report }) {
    const used = new Set([...referencesOf(document)].map(({ target }) => target.replace(/^#/, '')));
    const styles = [...elementsOf(document.root)].some((element) => isSvg(element, 'style'));
    for (const element of elementsOf(document.root)) {
      const id = attributeOf(element, 'id');
      if (id === undefined || element.fromEntity || !DEFAULT.test(id.value) || used.has(id.value)) continue;
      report({
        span: id.span,
        message: `The id '${id.value}' was invented by the drawing program, and nothing refers to it.`,
        help: 'Remove it.',
        // A style sheet may select by it.
        ...(styles
          ? {}
          : { fix: { safety: 'safe', title: 'Remove the id', edits: [removeAttribute(document, id)] } }),
      });
    }
  },
});
