import * as v from 'valibot';
import { defineRule } from '../rule.ts';
import { utf8Length } from '../../parse/utf8-length.ts';

/** A budget for one icon. */
export const maxBytes = defineRule({
  name: 'max-bytes',
  category: 'contract',
  summary: 'Limits the size of a file.',
  severity: 'warning',
  presets: [],
  languages: ['svg', 'vector-drawable'],
  fixes: [],
  options: v.strictObject({ max: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 4096) }),
  check({ text, document, options, report }) {
    const bytes = utf8Length(text);
    if (bytes <= options.max) return;
    report({
      span: document.root.open,
      message: `The file has ${bytes} bytes, more than ${options.max}.`,
      help: 'Run windproof fix, or draw it more simply.',
    });
  },
});
