import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { FileConfig } from '../../src/lint/config.ts';
import type { Rule } from '../../src/lint/rule.ts';

export const RULE_FIXTURES = 'fixtures/rules';

/** One case of a rule: an icon, or a folder of icons for what only a set shows. */
export interface RuleCase {
  readonly name: string;
  readonly kind: 'valid' | 'invalid';
  /** Path of the case without an extension: its goldens stand beside it. */
  readonly base: string;
  readonly icons: readonly { readonly file: string; readonly text: string }[];
  readonly config: FileConfig;
}

const SETTINGS = v.strictObject({
  options: v.optional(v.record(v.string(), v.unknown()), {}),
  minSdk: v.optional(v.number(), 21),
  appcompat: v.optional(v.boolean(), false),
});

/**
 * The cases below fixtures/rules/<rule>/{valid,invalid}: `<case>.svg`, `<case>.xml` or a folder `<case>/`, with
 * `<case>.config.json` (`options`, `minSdk`, `appcompat`) where the rule's defaults are not what is meant.
 */
export function casesOf(rule: Rule): RuleCase[] {
  return (['valid', 'invalid'] as const).flatMap((kind) => {
    const folder = join(RULE_FIXTURES, rule.name, kind);
    if (!existsSync(folder)) return [];
    const names = readdirSync(folder).filter((name) => !/\.(fixed\.\w+|json)$/.test(name));
    return names.sort().map((name) => {
      const path = join(folder, name);
      const base = path.replace(/\.[^.]*$/, '');
      const isSet = statSync(path).isDirectory();
      const within = isSet ? path : folder;
      return {
        name: `${kind}/${name}`,
        kind,
        base,
        icons: (isSet ? filesOf(path) : [name]).map((file) => ({
          file,
          text: readFileSync(join(within, file), 'utf8'),
        })),
        config: configOf(rule, `${base}.config.json`),
      };
    });
  });
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(svg|xml)$/.test(name))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
}

function configOf(rule: Rule, path: string): FileConfig {
  const written: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const { options, minSdk, appcompat } = v.parse(SETTINGS, written);
  const checked: unknown = v.parse(rule.options, options);
  return { rules: [{ name: rule.name, severity: 'error', options: checked }], minSdk, appcompat };
}
