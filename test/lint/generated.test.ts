import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { configJsonSchema } from '../../scripts/config-schema-of.ts';
import { withRuleList } from '../../scripts/rule-list-of.ts';

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
