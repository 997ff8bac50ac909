import { shortened } from '../../diagnostics/shortened.ts';
import { removeElement } from '../../parse/edit.ts';
import { attributeOf, elementsOf, isSvg } from '../../parse/tree.ts';
import { defineLeftover } from './leftover.ts';
import { idsReferredTo } from './references.ts';

const CONTAINERS = new Set(['defs', 'g', 'style', 'title', 'metadata']);

/** `<defs></defs>`, `<g></g>` and the like: Sketch leaves one in every export. */
export const noEmptyDefs = defineLeftover({
  name: 'no-empty-defs',
  summary: 'Forbids containers with nothing in them.',
  fixes: ['safe', 'unsafe'],
  check({ document, report }) {
    let used: Set<string> | undefined;
    for (const element of elementsOf(document.root)) {
      if (!isSvg(element) || !CONTAINERS.has(element.local) || element.fromEntity) continue;
      const isEmpty = element.children.every((child) => child.kind === 'text' && child.value.trim() === '');
      const id = attributeOf(element, 'id')?.value;
      if (!isEmpty) continue;
      used ??= idsReferredTo(document);
      if (id !== undefined && used.has(id)) continue;
      // A filter paints on nothing too, and a switch may choose the branch that draws nothing.
      if (attributeOf(element, 'filter') !== undefined) continue;
      if (element.parent !== undefined && isSvg(element.parent, 'switch')) continue;
      report({
        span: element.span,
        message: `This <${shortened(element.name)}> is empty.`,
        help: 'Remove it.',
        fix: {
          // By its id a page may fill it.
          safety: id === undefined ? 'safe' : 'unsafe',
          title: 'Remove it',
          edits: [removeElement(document, element)],
        },
      });
    }
  },
});
