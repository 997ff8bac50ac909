import picomatch from 'picomatch/posix.js';
import * as v from 'valibot';
import type { Severity } from '../diagnostics/message.ts';
import { UsageError } from '../errors.ts';
import { didYouMean, nearestNames } from './nearest-name.ts';
import { presetRules } from './presets.ts';
import { ruleNamed, suggestRule } from './registry.ts';

/** How a configuration sets one rule: a level alone, or a level with options. */
export type RuleSetting = Severity | 'off' | readonly [Severity | 'off', object];

/** What a configuration file holds. docs/configuration.md and the shipped schema describe it. */
export type Config = v.InferInput<typeof ConfigSchema>;

const Level = v.picklist(['off', 'info', 'warning', 'error']);

const Setting = v.union([Level, v.strictTuple([Level, v.record(v.string(), v.unknown())])]);

const MinSdk = v.pipe(v.number(), v.integer(), v.minValue(21), v.maxValue(99));

const shared = {
  rules: v.optional(v.record(v.string(), Setting)),
  minSdk: v.optional(MinSdk),
  appcompat: v.optional(v.boolean()),
};

export const ConfigSchema = v.strictObject({
  $schema: v.optional(v.string()),
  extends: v.optional(v.array(v.picklist(['recommended', 'android', 'sketch', 'strict']))),
  ...shared,
  ignore: v.optional(v.array(v.string())),
  overrides: v.optional(
    v.array(v.strictObject({ files: v.pipe(v.array(v.string()), v.minLength(1)), ...shared })),
  ),
});

/** One rule as it is set for one file. */
export interface ActiveRule {
  readonly name: string;
  readonly severity: Severity;
  /** Checked, with defaults filled in. */
  readonly options: unknown;
}

export interface FileConfig {
  readonly rules: readonly ActiveRule[];
  readonly minSdk: number;
  readonly appcompat: boolean;
}

/** A checked configuration, ready to be asked about files. */
export interface ResolvedConfig {
  /** True for a path (relative to the configuration's folder, forward slashes) that it says to leave out. */
  readonly ignores: (path: string) => boolean;
  /** The same object for all files that the same overrides match: what is worked out of one goes for all. */
  readonly forFile: (path: string | undefined) => FileConfig;
}

/**
 * Checks a configuration whole: keys, rule names, levels and every rule's options, overrides included.
 *
 * @param origin the file's name, for messages
 * @throws {UsageError} naming the key, and the nearest known one where it looks like a typo
 */
export function resolveConfig(input: unknown, origin: string): ResolvedConfig {
  // To the library, a list is an object as well.
  if (Array.isArray(input)) throw new UsageError(`${origin}: the value is Array, expected Object`);
  const parsed = v.safeParse(ConfigSchema, input);
  if (!parsed.success) throw new UsageError(describe(parsed.issues[0], ConfigSchema, origin));
  const config = parsed.output;
  const overrides = (config.overrides ?? []).map((override, index) => ({
    ...override,
    matches: picomatch(override.files, { dot: true }),
    rules: checkRules(override.rules, `${origin}: overrides[${index}].rules`),
  }));
  const own = checkRules(config.rules, `${origin}: rules`);
  const presets = (config.extends ?? ['recommended']).map(presetRules);
  const isIgnored = picomatch(config.ignore ?? [], { dot: true });

  const settle = (matching: readonly (typeof overrides)[number][]): FileConfig => {
    const active = new Map<string, ActiveRule>();
    for (const preset of presets) for (const rule of preset) active.set(rule.name, rule);
    let { minSdk = 21, appcompat = false } = config;
    for (const override of matching) {
      minSdk = override.minSdk ?? minSdk;
      appcompat = override.appcompat ?? appcompat;
    }
    for (const layer of [own, ...matching.map(({ rules }) => rules)]) {
      for (const [name, setting] of layer) {
        if (setting.severity === 'off') active.delete(name);
        else {
          const options = setting.options ?? active.get(name)?.options ?? defaultOptions(name);
          active.set(name, { name, severity: setting.severity, options });
        }
      }
    }
    return { rules: [...active.values()], minSdk, appcompat };
  };

  const settled = new Map<string, FileConfig>();
  return {
    ignores: (path) => isIgnored(path),
    forFile(path) {
      const matching = overrides.filter(({ matches }) => path !== undefined && matches(path));
      const key = matching.map((override) => overrides.indexOf(override)).join(' ');
      const known = settled.get(key) ?? settle(matching);
      settled.set(key, known);
      return known;
    },
  };
}

interface CheckedSetting {
  readonly severity: Severity | 'off';
  readonly options?: unknown;
}

function checkRules(
  rules: Readonly<Record<string, v.InferOutput<typeof Setting>>> | undefined,
  place: string,
): ReadonlyMap<string, CheckedSetting> {
  const checked = new Map<string, CheckedSetting>();
  for (const [name, setting] of Object.entries(rules ?? {})) {
    const rule = ruleNamed(name);
    if (rule === undefined) throw new UsageError(`${place}: there is no rule '${name}'${suggestRule(name)}`);
    if (typeof setting === 'string') {
      checked.set(name, { severity: setting });
      continue;
    }
    const [severity, written] = setting;
    const options = v.safeParse(rule.options, written);
    if (!options.success) throw new UsageError(describe(options.issues[0], rule.options, `${place}.${name}`));
    checked.set(name, { severity, options: options.output });
  }
  return checked;
}

/** The options a rule has when none are written. */
export function defaultOptions(name: string): unknown {
  const rule = ruleNamed(name);
  return rule === undefined ? {} : v.parse(rule.options, {});
}

/** One sentence on what is wrong with the value at `issue`'s path. `schema` gives the keys that are known there. */
function describe(issue: v.BaseIssue<unknown>, schema: v.GenericSchema, origin: string): string {
  const keys = (issue.path ?? []).map((item) => String(item.key));
  const place = keys.reduce(
    (path, key) => (/^\d+$/.test(key) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`),
    '',
  );
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const known = knownKeys(schema, keys.slice(0, -1));
    const near = didYouMean(nearestNames(keys[keys.length - 1] as string, known));
    const list = known.length === 0 ? '; it takes no keys' : `; known: ${known.join(', ')}`;
    return `${origin}: unknown key '${place}'${near === undefined ? list : `; ${near}`}`;
  }
  const subject = place === '' ? 'the value' : `'${place}'`;
  const expected = issue.expected ?? issue.message;
  const words = [...expected.matchAll(/"(\w+)"/g)].map(([, word]) => word as string);
  const near = didYouMean(nearestNames(String(issue.input), words));
  return `${origin}: ${subject} is ${issue.received}, expected ${expected}${near === undefined ? '' : `; ${near}`}`;
}

/** The keys that `schema` knows for the object at `path`. */
function knownKeys(schema: v.GenericSchema, path: readonly string[]): string[] {
  let at: unknown = schema;
  const unwrap = (value: unknown): unknown => {
    const inner = (value as { wrapped?: unknown; item?: unknown; pipe?: readonly unknown[] }) ?? {};
    if (inner.wrapped !== undefined) return unwrap(inner.wrapped);
    return inner.pipe?.[0] ?? value;
  };
  for (const key of path) {
    const { entries, item } = unwrap(at) as { entries?: Record<string, unknown>; item?: unknown };
    at = entries === undefined ? item : entries[key];
  }
  return Object.keys((unwrap(at) as { entries?: object }).entries ?? {});
}
