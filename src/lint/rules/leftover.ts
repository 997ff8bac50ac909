import * as v from 'valibot';
import { defineRule, type Rule, type RuleContext } from '../rule.ts';

interface Leftover extends Pick<Rule, 'name' | 'summary' | 'fixes'> {
  readonly languages?: Rule['languages'];
  readonly check: (context: RuleContext<object>) => void;
}

/** A rule about what a drawing program leaves in its exports: a note, which the picture does not need. */
export const defineLeftover = ({ languages = ['svg'], ...rest }: Leftover): Rule =>
  defineRule({
    ...rest,
    category: 'leftovers',
    severity: 'info',
    presets: ['sketch', 'strict'],
    languages,
    options: v.strictObject({}),
  });
