import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { resolveConfig } from '../../src/lint/config.ts';

const messageOf = (config: unknown): string => {
  try {
    resolveConfig(config, 'windproof.config.json');
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as Error).message;
  }
  throw new Error('the configuration was taken');
};

const severityOf = (config: unknown, path: string, rule: string): string | undefined =>
  resolveConfig(config, 'test')
    .forFile(path)
    .rules.find(({ name }) => name === rule)?.severity;

describe('resolveConfig', () => {
  it('points at a misspelt key and names the nearest one', () => {
    expect(messageOf({ rulez: {} })).toBe(
      "windproof.config.json: unknown key 'rulez'; did you mean 'rules'?",
    );
    expect(messageOf({ overrides: [{ files: ['a'], minsdk: 21 }] })).toBe(
      "windproof.config.json: unknown key 'overrides[0].minsdk'; did you mean 'minSdk'?",
    );
  });

  it('lists the known keys where none is near', () => {
    expect(messageOf({ colour: 1 })).toBe(
      "windproof.config.json: unknown key 'colour'; known: $schema, extends, rules, minSdk, appcompat, ignore, overrides",
    );
  });

  it('points at a misspelt rule, also in an override', () => {
    expect(messageOf({ rules: { 'no-even-odd-fill': 'error' } })).toBe(
      "windproof.config.json: rules: there is no rule 'no-even-odd-fill'; did you mean 'no-evenodd-fill'?",
    );
    expect(messageOf({ overrides: [{ files: ['x'], rules: { zzz: 'off' } }] })).toBe(
      "windproof.config.json: overrides[0].rules: there is no rule 'zzz'; 'windproof rules' lists them.",
    );
    expect(messageOf({ rules: { 'no-evenod': 'error' } })).toContain(
      "; did you mean 'no-evenodd-clip' or 'no-evenodd-fill'?",
    );
  });

  it('points at a misspelt word', () => {
    expect(messageOf({ extends: ['recomended'] })).toMatch(
      /^windproof.config.json: 'extends\[0\]' is .*; did you mean 'recommended'\?$/,
    );
    expect(messageOf({ rules: { 'no-text': 'eror' } })).toMatch(
      /'rules.no-text' is "eror".*; did you mean 'error'\?$/,
    );
  });

  it('takes no list for an object, and no more than a level and options', () => {
    expect(messageOf([])).toBe('windproof.config.json: the value is Array, expected Object');
    expect(messageOf({ rules: { 'no-text': ['error', {}, {}] } })).toContain("'rules.no-text");
  });

  it('checks the options of each rule', () => {
    expect(messageOf({ rules: { 'stroke-width': ['error', { width: [2] }] } })).toBe(
      "windproof.config.json: rules.stroke-width: unknown key 'width'; did you mean 'widths'?",
    );
    expect(messageOf({ rules: { 'no-text': ['error', { any: 1 }] } })).toBe(
      "windproof.config.json: rules.no-text: unknown key 'any'; it takes no keys",
    );
    expect(messageOf({ rules: { 'max-bytes': ['error', { max: 'small' }] } })).toContain("'max'");
  });

  it('refuses a level and an API level that do not exist', () => {
    expect(messageOf({ rules: { 'no-text': 'fatal' } })).toContain("'rules.no-text'");
    expect(messageOf({ minSdk: 19 })).toContain("'minSdk' is 19, expected >=21");
  });

  it('starts from recommended, and an empty list starts from nothing', () => {
    expect(severityOf({}, 'a.svg', 'no-evenodd-fill')).toBe('error');
    expect(severityOf({ extends: [] }, 'a.svg', 'no-evenodd-fill')).toBeUndefined();
  });

  it('lets later layers win: presets, rules, overrides in order', () => {
    const config = {
      rules: { 'no-text': 'warning', 'max-bytes': ['info', { max: 9 }] },
      overrides: [
        { files: ['brand/**'], rules: { 'no-text': 'off', 'max-bytes': 'error' } },
        { files: ['**/old-*.svg'], rules: { 'no-text': 'info' }, minSdk: 24 },
      ],
    };
    expect(severityOf(config, 'a.svg', 'no-text')).toBe('warning');
    expect(severityOf(config, 'brand/a.svg', 'no-text')).toBeUndefined();
    expect(severityOf(config, 'brand/old-a.svg', 'no-text')).toBe('info');
    const brand = resolveConfig(config, 'test').forFile('brand/a.svg');
    expect(brand.rules.find(({ name }) => name === 'max-bytes')).toEqual({
      name: 'max-bytes',
      severity: 'error',
      options: { max: 9 },
    });
    expect(resolveConfig(config, 'test').forFile('x/old-a.svg').minSdk).toBe(24);
  });

  it('ignores what it is told to', () => {
    const { ignores } = resolveConfig({ ignore: ['drafts/**', '*.tmp.svg'] }, 'test');
    expect(['drafts/a/b.svg', 'x.tmp.svg', 'icons/drafts.svg'].map(ignores)).toEqual([true, true, false]);
  });
});
