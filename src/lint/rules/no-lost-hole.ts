import * as v from 'valibot';
import { defineRule } from '../rule.ts';

/** The seed of the project: a designer switches Sketch to Non-Zero and the holes fill in. */
export const noLostHole = defineRule({
  name: 'no-lost-hole',
  category: 'winding',
  summary:
    'Finds nested subpaths that run the same way as the one around them, where a hole was probably meant.',
  severity: 'warning',
  presets: ['recommended', 'android', 'sketch', 'strict'],
  languages: ['svg', 'vector-drawable'],
  fixes: ['unsafe'],
  options: v.strictObject({}),
  check({ stages, report }) {
    for (const { span, subpath, isLostHole, reverse } of stages.winding().ineffective) {
      if (!isLostHole) continue;
      report({
        span,
        message: `Subpath ${subpath} lies inside another that runs the same way, so nonzero draws nothing there.`,
        help: 'If a hole was meant, reverse it (windproof lint --fix --unsafe, or Layer > Path > Reverse Order); else remove it.',
        ...(reverse === undefined ? {} : { fix: reverse }),
      });
    }
  },
});
