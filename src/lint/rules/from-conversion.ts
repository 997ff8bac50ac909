import * as v from 'valibot';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { defineRule, type PresetName, type Rule } from '../rule.ts';

interface FromConversion {
  readonly name: string;
  readonly summary: string;
  readonly severity: Rule['severity'];
  readonly presets: readonly PresetName[];
  readonly picks: (found: Diagnostic) => boolean;
}

/** A rule that says at lint time what a conversion would say: the diagnostics that `picks` takes, in their own words. */
export function fromConversion({ picks, ...rest }: FromConversion): Rule {
  return defineRule({
    ...rest,
    category: 'android',
    languages: ['svg', 'vector-drawable'],
    fixes: [],
    options: v.strictObject({}),
    check({ stages, report }) {
      for (const found of stages.conversion()) {
        if (!picks(found)) continue;
        const { span, message, help } = found;
        report({ span, message, help: `${help} (${found.code})` });
      }
    },
  });
}
