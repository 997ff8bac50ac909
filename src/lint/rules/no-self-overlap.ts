import * as v from 'valibot';
import { defineRule } from '../rule.ts';

/** Reversing whole subpaths cannot repair such a fill: it must be cut at crossings, which costs bytes and editability. */
export const noSelfOverlap = defineRule({
  name: 'no-self-overlap',
  category: 'winding',
  summary: 'Finds even-odd fills and clips that overlap themselves so that they must be cut.',
  severity: 'info',
  presets: ['sketch', 'strict'],
  languages: ['svg', 'vector-drawable'],
  fixes: [],
  options: v.strictObject({}),
  check({ stages, report }) {
    for (const { method, span } of stages.winding().repairs) {
      if (method !== 'split') continue;
      report({
        span,
        message:
          'These subpaths overlap so that no reversal alone keeps the picture; they must be cut where they cross.',
        help: 'windproof fix cuts them; to keep the path editable, flatten the overlap in the drawing program instead.',
      });
    }
  },
});
