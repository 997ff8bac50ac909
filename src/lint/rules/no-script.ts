import * as v from 'valibot';
import { shortened } from '../../diagnostics/shortened.ts';
import { elementsOf, hrefOf } from '../../parse/tree.ts';
import { removeAttribute, removeElement } from '../../parse/edit.ts';
import { defineRule } from '../rule.ts';

/** Attributes beside `href` that lead somewhere, or from which an animation sets one that does. */
const TARGETS = new Set(['src', 'to', 'from', 'values', 'by', 'action', 'formaction']);

/** Addresses that run instead of leading somewhere, in the middle of a list too. */
const RUNS = /(^|;)(javascript|vbscript):|^data:(text\/html|application\/xhtml)/i;

/** What a browser passes over in an address. */
// oxlint-disable-next-line no-control-regex -- they hide an address from a reader, not from a browser
const SPACE = /[\u0000-\u0020]/g;

/** Script in an icon runs wherever the icon is inlined. */
export const noScript = defineRule({
  name: 'no-script',
  category: 'correctness',
  summary: 'Forbids scripts, event handlers and javascript: links.',
  severity: 'error',
  presets: ['recommended', 'strict'],
  languages: ['svg'],
  fixes: ['unsafe'],
  options: v.strictObject({}),
  check({ document, report }) {
    for (const element of elementsOf(document.root)) {
      if (element.local.toLowerCase() === 'script') {
        report({
          span: element.open,
          message: 'This icon carries a script, which runs wherever the icon is inlined.',
          help: 'Remove the script; an icon needs none to be drawn.',
          fix: { safety: 'unsafe', title: 'Remove the script', edits: [removeElement(document, element)] },
        });
        continue;
      }
      const href = hrefOf(element);
      for (const attribute of element.attributes) {
        // Inlined in a page, names lose their case.
        const isHandler = attribute.namespace === '' && /^on[a-z]+$/i.test(attribute.local);
        const isLink =
          (attribute === href || TARGETS.has(attribute.local)) &&
          RUNS.test(attribute.value.replace(SPACE, ''));
        if (!isHandler && !isLink) continue;
        report({
          span: attribute.span,
          message: `The attribute '${shortened(attribute.name)}' runs a script wherever the icon is inlined.`,
          help: 'Remove the attribute.',
          fix: {
            safety: 'unsafe',
            title: 'Remove the attribute',
            edits: [removeAttribute(document, attribute)],
          },
        });
      }
    }
  },
});
