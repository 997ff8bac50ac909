import { removeMarkup } from '../../parse/edit.ts';
import { childElements, elementsOf, isSvg, type XmlElement } from '../../parse/tree.ts';
import { defineLeftover } from './leftover.ts';

/** What is said of the element around it: a group that holds one of these is not needless. */
const ABOUT_PARENT = new Set([
  'title',
  'desc',
  'animate',
  'animateTransform',
  'animateMotion',
  'set',
  'metadata',
]);

/** A `<g>` that says nothing about its children. */
export const noNeedlessGroup = defineLeftover({
  name: 'no-needless-group',
  summary: 'Forbids groups without attributes.',
  fixes: ['safe'],
  check({ document, report }) {
    // A style sheet may select by the tree's shape.
    if (elementsOf(document.root).some((element) => isSvg(element, 'style'))) return;
    for (const element of elementsOf(document.root)) {
      const { open, close } = element;
      if (!isNeedless(element) || close === undefined) continue;
      report({
        span: open,
        message: 'This group says nothing about what is in it.',
        help: 'Ungroup it.',
        fix: {
          safety: 'safe',
          title: 'Ungroup it',
          edits: [removeMarkup(document, open), removeMarkup(document, close)],
        },
      });
    }
  },
});

function isNeedless(element: XmlElement): boolean {
  if (!isSvg(element, 'g') || element.attributes.length > 0 || element.fromEntity) return false;
  // A switch chooses one of its children, and the group counts as one.
  if (element.parent !== undefined && isSvg(element.parent, 'switch')) return false;
  return !childElements(element).some((child) => isSvg(child) && ABOUT_PARENT.has(child.local));
}
