import * as v from 'valibot';
import { defineRule } from '../rule.ts';

/** A subpath that the picture would not miss is dead weight, or a hole that was lost (no-lost-hole says which). */
export const noIneffectiveSubpath = defineRule({
  name: 'no-ineffective-subpath',
  category: 'winding',
  summary: 'Forbids subpaths of a nonzero fill that draw nothing.',
  severity: 'warning',
  presets: ['recommended', 'sketch', 'strict'],
  languages: ['svg', 'vector-drawable'],
  fixes: ['safe'],
  options: v.strictObject({}),
  check({ stages, report }) {
    for (const { span, subpath, isLostHole, remove } of stages.winding().ineffective) {
      if (isLostHole) continue;
      report({
        span,
        message: `Subpath ${subpath} does not change the picture: what it fills is filled already.`,
        help: 'Take it out.',
        ...(remove === undefined ? {} : { fix: remove }),
      });
    }
  },
});
