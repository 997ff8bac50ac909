import * as v from 'valibot';
import { defineRule } from '../rule.ts';
import { ruleAttributeSpan } from './rule-attribute.ts';

/** Android below API 24 fills by nonzero alone: an even-odd fill loses its holes there. */
export const noEvenoddFill = defineRule({
  name: 'no-evenodd-fill',
  category: 'winding',
  summary: 'Forbids fills that need the even-odd rule.',
  severity: 'error',
  presets: ['recommended', 'android', 'sketch', 'strict'],
  languages: ['svg', 'vector-drawable'],
  fixes: ['safe'],
  options: v.strictObject({}),
  check({ document, stages, report }) {
    const repairs = stages.winding().repairs.filter(({ rule }) => rule === 'fill-rule');
    const needed = repairs.filter(({ method }) => method !== 'unchanged');
    for (const { method, span, fix } of needed) {
      report({
        span: ruleAttributeSpan(document, span, 'fill-rule'),
        message: 'This fill is even-odd: below API 24 Android fills its holes in.',
        help:
          method === 'kept'
            ? 'No repair could be proven; redraw the shape without overlaps, or join its parts with a boolean operation.'
            : 'Run windproof lint --fix, or in Sketch set Non-Zero and reverse the inner paths (Layers > Paths > Reverse Order).',
        ...(fix === undefined ? {} : { fix }),
      });
    }
    // The rule often stands on one group around many shapes: that is one finding.
    const [first] = repairs;
    if (first === undefined || needed.length > 0) return;
    const fills = repairs.length === 1 ? 'This fill asks' : `This fill and ${repairs.length - 1} more ask`;
    report({
      span: ruleAttributeSpan(document, first.span, 'fill-rule'),
      message: `${fills} for even-odd although nonzero draws the same.`,
      help: 'Take the rule out: windproof lint --fix does, and changes no path.',
      ...(first.fix === undefined ? {} : { fix: first.fix }),
    });
  },
});
