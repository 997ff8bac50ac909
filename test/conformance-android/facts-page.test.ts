import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { withProbes } from '../../scripts/conformance-android/facts-page.ts';
import { PROBES } from '../../scripts/conformance-android/probes/index.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../docs/android-facts.md'), 'utf8');

test('docs/android-facts.md has the tables of the probes', () => {
  expect(withProbes(page)).toBe(page);
});

test('each probe has a name of its own that a resource may have', () => {
  const names = PROBES.flatMap((group) => group.probes).map((probe) => probe.name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
});
