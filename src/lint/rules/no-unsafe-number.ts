import * as v from 'valibot';

import { elementsOf, spanWithin } from '../../parse/tree.ts';
import { defineRule } from '../rule.ts';

/** Exponents crash Android 5.0, and are banned for good; a bare second point (`1.1.9`) crashes API 21; `.5` is flagged below 23. */
const UNSAFE = [
  { pattern: /[\d.]e[+-]?\d/i, what: 'an exponent', below: Infinity },
  { pattern: /\d*\.\d+\.\d/, what: 'two numbers that share no separator (1.1.9)', below: 23 },
  { pattern: /(^|[^\d.])\.\d/, what: 'a number without its leading zero', below: 23 },
] as const;

export const noUnsafeNumber = defineRule({
  name: 'no-unsafe-number',
  category: 'android',
  summary: 'Forbids number formats in a VectorDrawable that crash old parsers.',
  severity: 'error',
  presets: ['recommended', 'android', 'strict'],
  languages: ['vector-drawable'],
  fixes: [],
  options: v.strictObject({}),
  check({ document, minSdk, report }) {
    for (const element of elementsOf(document.root)) {
      const data = element.attributes.find(({ local }) => local === 'pathData');
      if (data === undefined) continue;
      for (const { pattern, what, below } of UNSAFE) {
        const match = pattern.exec(data.value);
        if (match === null || minSdk >= below) continue;
        report({
          span: spanWithin(data, match.index, match.index + match[0].length),
          message: `This path holds ${what}, which the parsers of old Android versions do not read.`,
          help: 'Run windproof fix on the file: it prints the numbers plainly.',
        });
      }
    }
  },
});
