import { shortened } from '../../diagnostics/shortened.ts';
import { removeElement } from '../../parse/edit.ts';
import { attributeOf, elementsOf, type XmlElement } from '../../parse/tree.ts';
import { hiddenLayersOf } from './hidden-layers.ts';
import { defineLeftover } from './leftover.ts';

/** A layer that was hidden in the drawing program and exported all the same. */
export const noHiddenLayer = defineLeftover({
  name: 'no-hidden-layer',
  summary: 'Forbids elements that are switched off.',
  fixes: ['safe', 'unsafe'],
  check({ document, report }) {
    for (const element of hiddenLayersOf(document)) {
      const edits = [removeElement(document, element)];
      // By its id or class a page may show it.
      const safety = isAddressable(element) ? 'unsafe' : 'safe';
      report({
        span: element.open,
        message: `This <${shortened(element.name)}> is hidden.`,
        help: 'Remove it; it is still in the drawing program if you need it.',
        ...(element.fromEntity ? {} : { fix: { safety, title: 'Remove it', edits } }),
      });
    }
  },
});

const isAddressable = (element: XmlElement): boolean =>
  elementsOf(element).some((inside) => attributeOf(inside, 'id') ?? attributeOf(inside, 'class'));
