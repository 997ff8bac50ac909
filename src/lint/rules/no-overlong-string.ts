import * as v from 'valibot';
import { utf8Length } from '../../parse/utf8-length.ts';
import { defineRule } from '../rule.ts';
import { pathStringsOf } from './path-strings.ts';

/** aapt2 replaces a longer string by STRING_TOO_LARGE; the build passes and the app crashes. */
const LIMIT = 32767;

export const noOverlongString = defineRule({
  name: 'no-overlong-string',
  category: 'android',
  summary: 'Forbids path strings over 32,767 bytes, which crash the app that shows them.',
  severity: 'error',
  presets: ['recommended', 'android', 'strict'],
  languages: ['svg', 'vector-drawable'],
  fixes: [],
  options: v.strictObject({}),
  check({ document, report }) {
    for (const { text, span } of pathStringsOf(document)) {
      // No unit takes more than three bytes.
      if (3 * text.length <= LIMIT) continue;
      const bytes = utf8Length(text);
      if (bytes <= LIMIT) continue;
      report({
        span,
        message: `This path has ${bytes} bytes; a string over ${LIMIT} is dropped by aapt2 and crashes the app.`,
        help: 'Simplify it, or break it into several paths.',
      });
    }
  },
});
