import * as v from 'valibot';
import { shortened } from '../../diagnostics/shortened.ts';
import { defineRule } from '../rule.ts';
import { faultyPathsOf } from './path-faults.ts';

/** Exponents crash Android 5.0 and are banned for good; a bare point (`.5`, `1.1.9`) is misread below API 23. */
export const noUnsafeNumber = defineRule({
  name: 'no-unsafe-number',
  category: 'android',
  summary: 'Forbids number formats in a VectorDrawable that crash Android or are misread by it.',
  severity: 'error',
  presets: ['recommended', 'android', 'strict'],
  languages: ['vector-drawable'],
  fixes: ['safe', 'unsafe'],
  options: v.strictObject({}),
  check({ document, minSdk, report }) {
    const unsafe = faultyPathsOf(
      document,
      ({ kind }, text) =>
        kind === 'compact-flags' || (kind === 'old-number' && (minSdk < 23 || /e/i.test(text))),
    );
    for (const { span, text, count, fix } of unsafe) {
      report({
        span,
        message: `'${shortened(text)}'${count > 1 ? ` and ${count - 1} more in this path are` : ' is'} misread by some Android versions, or ${count > 1 ? 'crash' : 'crashes'} them.`,
        help: 'Write numbers in full: no exponent, a digit before the point, a separator before the number.',
        fix,
      });
    }
  },
});
