import * as v from 'valibot';
import { shortened } from '../../diagnostics/shortened.ts';
import { removeAttribute } from '../../parse/edit.ts';
import { attributeOf, elementsOf } from '../../parse/tree.ts';
import { defineRule } from '../rule.ts';
import { idsReferredTo } from './references.ts';

/** A reference finds the first element of an id only; the others are unreachable, and inlined icons clash. */
export const noDuplicateId = defineRule({
  name: 'no-duplicate-id',
  category: 'correctness',
  summary: 'Forbids the same id on two elements.',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  languages: ['svg'],
  fixes: ['unsafe'],
  options: v.strictObject({}),
  check({ document, report }) {
    const seen = new Set<string>();
    let used: Set<string> | undefined;
    for (const element of elementsOf(document.root)) {
      const id = attributeOf(element, 'id');
      if (id === undefined || id.value === '') continue;
      if (!seen.has(id.value)) {
        seen.add(id.value);
        continue;
      }
      used ??= idsReferredTo(document);
      report({
        span: id.valueSpan,
        message: `The id '${shortened(id.value)}' is taken by an element before this one.`,
        help: 'Rename one of them, or remove it if nothing refers to it.',
        ...(element.fromEntity || used.has(id.value)
          ? {}
          : {
              fix: {
                safety: 'unsafe' as const,
                title: 'Remove the second one, which nothing here refers to',
                edits: [removeAttribute(document, id)],
              },
            }),
      });
    }
  },
});
