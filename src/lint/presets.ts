import type { ActiveRule } from './config.ts';
import * as v from 'valibot';
import { RULES } from './registry.ts';
import type { PresetName } from './rule.ts';

/** The rules a preset turns on, at their own severities and default options. A rule names its presets itself. */
export function presetRules(preset: PresetName): ActiveRule[] {
  return RULES.filter((rule) => rule.presets.includes(preset)).map(({ name, severity, options }) => ({
    name,
    severity,
    options: v.parse(options, {}),
  }));
}
