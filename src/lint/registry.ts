import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';

/** Every rule, by name order. */
export const RULES: readonly Rule[] = rules;

const byName = new Map(RULES.map((rule) => [rule.name, rule]));

export const ruleNamed = (name: string): Rule | undefined => byName.get(name);
