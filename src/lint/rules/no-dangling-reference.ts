import * as v from 'valibot';
import { shortened } from '../../diagnostics/shortened.ts';
import { defineRule } from '../rule.ts';
import { decodeFragment, idsOf, referencesOf } from './references.ts';

/** A `<use>` of nothing draws nothing, and a paint of nothing paints nothing, without a word. */
export const noDanglingReference = defineRule({
  name: 'no-dangling-reference',
  category: 'correctness',
  summary: 'Forbids references to ids that do not exist.',
  severity: 'error',
  presets: ['recommended', 'strict'],
  languages: ['svg'],
  fixes: [],
  options: v.strictObject({}),
  check({ document, report }) {
    const ids = idsOf(document);
    for (const { target, span } of referencesOf(document)) {
      if (!target.startsWith('#')) continue;
      const id = decodeFragment(target.slice(1));
      if (ids.has(id)) continue;
      report({
        span,
        message: `Nothing has the id '${shortened(id)}', so this reference draws nothing.`,
        help: 'Correct the id, or take the reference out.',
      });
    }
  },
});
