import { didYouMean, nearestNames } from './nearest-name.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';

/** Every rule, by name order. */
export const RULES: readonly Rule[] = rules;

const byName = new Map(RULES.map((rule) => [rule.name, rule]));

export const ruleNamed = (name: string): Rule | undefined => byName.get(name);

/** "; did you mean 'x'?" for a name that is near a rule's, else where to find the list. */
export function suggestRule(name: string): string {
  const names = RULES.map((rule) => rule.name);
  return `; ${didYouMean(nearestNames(name, names)) ?? "'windproof rules' lists them."}`;
}
