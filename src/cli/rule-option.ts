import { UsageError } from '../errors.ts';
import { defaultOptions, type FileConfig } from '../lint/config.ts';
import { ruleNamed, suggestRule } from '../lint/registry.ts';

type Level = FileConfig['rules'][number]['severity'] | 'off';

const LEVELS = ['off', 'info', 'warning', 'error'] as const;

/** `--rule name:severity`, repeatable, on top of what the configuration says of a file. Throws a UsageError. */
export function ruleOverrides(values: readonly string[]): (config: FileConfig) => FileConfig {
  const levels = new Map<string, Level>();
  for (const value of values) {
    const [name = '', level, ...rest] = value.split(':');
    if (ruleNamed(name) === undefined)
      throw new UsageError(`--rule: there is no rule '${name}'${suggestRule(name)}`);
    if (!LEVELS.includes(level as Level) || rest.length > 0)
      throw new UsageError(`--rule takes name:severity, where severity is ${LEVELS.join(', ')}.`);
    levels.set(name, level as Level);
  }
  if (levels.size === 0) return (config) => config;
  return (config) => {
    const rules = new Map(config.rules.map((rule) => [rule.name, rule]));
    for (const [name, severity] of levels) {
      if (severity === 'off') rules.delete(name);
      else rules.set(name, { name, severity, options: rules.get(name)?.options ?? defaultOptions(name) });
    }
    return { ...config, rules: [...rules.values()] };
  };
}
