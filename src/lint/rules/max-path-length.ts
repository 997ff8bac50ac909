import * as v from 'valibot';
import { utf8Length } from '../../parse/utf8-length.ts';
import { defineRule } from '../rule.ts';
import { pathStringsOf } from './path-strings.ts';

/** Android lint's VectorPath: very long paths are slow to draw the first time. */
export const maxPathLength = defineRule({
  name: 'max-path-length',
  category: 'android',
  summary: 'Limits the length of one path (Android lint warns above 800).',
  severity: 'info',
  presets: ['android', 'strict'],
  languages: ['svg', 'vector-drawable'],
  fixes: [],
  options: v.strictObject({ max: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 800) }),
  check({ document, options, report }) {
    for (const { text, span } of pathStringsOf(document)) {
      if (text.length <= options.max || utf8Length(text) > 32767) continue;
      report({
        span,
        message: `This path has ${text.length} characters, more than ${options.max}.`,
        help: 'Simplify it, or let windproof convert split it where its subpaths do not touch.',
      });
    }
  },
});
