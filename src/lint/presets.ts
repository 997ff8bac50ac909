import type { ActiveRule } from './config.ts';
import * as v from 'valibot';
import { RULES } from './registry.ts';
import type { PresetName } from './rule.ts';

/** The rules each preset turns on, at their own severities and default options. A rule names its presets itself. */
export const PRESETS: Readonly<Record<PresetName, readonly ActiveRule[]>> = {
  recommended: rulesOf('recommended'),
  android: rulesOf('android'),
  sketch: rulesOf('sketch'),
  strict: rulesOf('strict'),
};

function rulesOf(preset: PresetName): ActiveRule[] {
  return RULES.filter((rule) => rule.presets.includes(preset)).map(({ name, severity, options }) => ({
    name,
    severity,
    options: v.parse(options, {}),
  }));
}
