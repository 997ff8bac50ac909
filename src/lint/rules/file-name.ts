import * as v from 'valibot';
import { defineRule } from '../rule.ts';
import { fileStem } from './file-stem.ts';
import { isPattern } from './is-pattern.ts';

/** Names that follow one pattern can be found and generated from. */
export const fileName = defineRule({
  name: 'file-name',
  category: 'contract',
  summary: 'Mandates a pattern for file names.',
  severity: 'error',
  presets: [],
  languages: ['svg', 'vector-drawable'],
  fixes: [],
  options: v.strictObject({
    /** A regular expression that the whole name without its extension must match. */
    pattern: v.optional(
      v.pipe(v.string(), v.check(isPattern, 'a regular expression')),
      '[a-z0-9]+(-[a-z0-9]+)*',
    ),
  }),
  check({ path, document, options, report }) {
    const stem = fileStem(path);
    if (stem === undefined || new RegExp(`^(?:${options.pattern})$`, 'u').test(stem)) return;
    report({
      span: document.root.open,
      message: `The name '${stem}' does not match ${options.pattern}.`,
      help: 'Rename the file.',
    });
  },
});
