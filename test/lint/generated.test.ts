import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { configJsonSchema } from '../../scripts/config-schema-of.ts';
import { withRuleList } from '../../scripts/rule-list-of.ts';
import { RULES } from '../../src/lint/registry.ts';

const shipped = readFileSync('windproof.schema.json', 'utf8');

it('ships the schema of the configuration as it is now', () => {
  expect(shipped).toBe(configJsonSchema());
});

it.each([
  [{ extends: ['strict'], rules: { 'grid-size': ['error', { sizes: [24] }] }, minSdk: 24 }, true],
  [{ overrides: [{ files: ['a/**'], rules: { 'no-text': 'off' } }] }, true],
  [{ rules: { 'grid-sizes': 'error' } }, false],
  [{ rules: { 'grid-size': ['error', { size: 24 }] } }, false],
  [{ overrides: [{ files: ['a/**'], rules: { 'no-texts': 'off' } }] }, false],
  [{ minSdk: 20 }, false],
])('judges %j as a configuration', (config, isValid) => {
  const validate = new Ajv({ strict: false }).compile(JSON.parse(shipped) as object);
  expect(validate(config)).toBe(isValid);
});

it('lists every rule in the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(readme).toBe(withRuleList(readme));
});

it('knows every rule that has a file, by the name of the file', () => {
  const files = readdirSync('src/lint/rules').filter((file) =>
    /= (defineRule|defineLeftover|forbidElements|forbidEvenOdd|fromConversion)\(\{\n/.test(
      readFileSync(`src/lint/rules/${file}`, 'utf8'),
    ),
  );
  expect(files.map((file) => file.replace(/\.ts$/, ''))).toEqual(RULES.map(({ name }) => name));
});
