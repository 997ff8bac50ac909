import * as v from 'valibot';
import { defineRule } from '../rule.ts';
import { faultyPathsOf } from './path-faults.ts';

/** `zm`: several versions forget to return to the start of the closed subpath, and shift all that follows. */
export const noMoveAfterClose = defineRule({
  name: 'no-move-after-close',
  category: 'android',
  summary:
    "Forbids a relative moveto behind 'z' in a VectorDrawable, which many Android versions draw shifted.",
  severity: 'warning',
  presets: ['recommended', 'android', 'strict'],
  languages: ['vector-drawable'],
  fixes: ['safe'],
  options: v.strictObject({}),
  check({ document, report }) {
    for (const { span, fix } of faultyPathsOf(document, ({ kind }) => kind === 'move-after-close')) {
      report({
        span,
        message: "A relative moveto behind 'z' starts from the wrong point on many Android versions.",
        help: "Write an absolute 'M'.",
        fix,
      });
    }
  },
});
