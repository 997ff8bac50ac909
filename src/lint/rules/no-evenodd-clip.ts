import * as v from 'valibot';
import { defineRule } from '../rule.ts';
import { ruleAttributeSpan } from './rule-attribute.ts';

/** Android clips by nonzero on every version: an even-odd clip lets through what it should cut away. */
export const noEvenoddClip = defineRule({
  name: 'no-evenodd-clip',
  category: 'winding',
  summary: 'Forbids clips that need the even-odd rule.',
  severity: 'error',
  presets: ['recommended', 'android', 'sketch', 'strict'],
  languages: ['svg', 'vector-drawable'],
  fixes: ['safe'],
  options: v.strictObject({}),
  check({ document, stages, report }) {
    for (const { rule, method, span, fix } of stages.winding().repairs) {
      if (rule !== 'clip-rule') continue;
      report({
        span: ruleAttributeSpan(document, span, 'clip-rule'),
        message:
          method === 'unchanged'
            ? 'This clip asks for even-odd although nonzero cuts the same.'
            : 'This clip is even-odd: every Android version ignores that, and shows what it should hide.',
        help:
          method === 'kept'
            ? 'No repair could be proven; redraw the clip without overlaps.'
            : 'Run windproof lint --fix: it reverses what must be reversed and takes the rule out.',
        ...(fix === undefined ? {} : { fix }),
      });
    }
  },
});
