import { shortened } from '../../diagnostics/shortened.ts';
import { removeAttribute } from '../../parse/edit.ts';
import { attributeOf, elementsOf } from '../../parse/tree.ts';
import { defineLeftover } from './leftover.ts';
import { idsReferredTo } from './references.ts';

const DEFAULT =
  /^(page-?\d+|symbols|artboard(-\d+)?|layer[_-]?\d+|group(-\d+)?|shape(-\d+)?|path(-\d+)?|combined-shape(-\d+)?|rectangle(-\d+)?|oval(-\d+)?|fill-\d+|stroke-\d+|icons?|svg\d+|g\d+|path\d+|rect\d+|layer\d+|capa_\d+|ebene_\d+|calque_\d+|vector(_\d+)?)$/i;

/** Ids that a drawing program invents: they say nothing and clash when icons are inlined together. */
export const noDefaultId = defineLeftover({
  name: 'no-default-id',
  summary: 'Forbids ids such as Page-1 that a drawing program invented and nothing refers to.',
  fixes: ['unsafe'],
  check({ document, report }) {
    let used: Set<string> | undefined;
    for (const element of elementsOf(document.root)) {
      const id = attributeOf(element, 'id');
      if (id === undefined || element.fromEntity || !DEFAULT.test(id.value)) continue;
      used ??= idsReferredTo(document);
      if (used.has(id.value)) continue;
      report({
        span: id.span,
        message: `The id '${shortened(id.value)}' was invented by the drawing program, and nothing here refers to it.`,
        help: 'Remove it, unless a page or an animation outside the icon does.',
        fix: { safety: 'unsafe', title: 'Remove the id', edits: [removeAttribute(document, id)] },
      });
    }
  },
});
