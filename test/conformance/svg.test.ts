import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { outcomeOf, worsened, type Outcome } from '../../scripts/conformance/outcome.ts';
import { printTables } from '../../scripts/conformance/table.ts';

const SUITE = new URL('../../../shared/cases/resvg/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(`../../docs/${path}`, import.meta.url), 'utf8');

const LEVELS = [21, 24] as const;
const baseline = JSON.parse(read('conformance.json')) as Record<string, Outcome>;
const rows = Object.entries(baseline).map(([name, outcome]) => {
  const [suite = '', ...file] = name.split('/');
  return { suite, file: file.join('/'), outcome };
});

describe('the conformance baseline', () => {
  it('has no file that is silently wrong, and at least 430 exact ones of the suite resvg at each level', () => {
    expect(rows.filter(({ outcome }) => outcome === 'silent')).toEqual([]);
    for (const level of LEVELS) {
      const exact = rows.filter(({ suite, outcome }) => suite === `resvg@${level}` && outcome === 'exact');
      expect(exact.length).toBeGreaterThanOrEqual(430);
    }
  });

  it('is what the page shows', () => {
    expect(read('conformance.md')).toContain(printTables(rows));
  });
});

// The two chapters that lowering is for; `npm run conformance:svg` holds all of them.
describe.skipIf(!existsSync(SUITE))('no file does worse than the baseline (../shared/cases)', () => {
  for (const chapter of ['masking', 'paint-servers']) {
    const root = new URL(`tests/${chapter}/`, SUITE);
    const folders = existsSync(root) ? readdirSync(root) : [];
    for (const folder of folders) {
      it(`${chapter}/${folder}`, { timeout: 300_000 }, async () => {
        const files = readdirSync(new URL(`${folder}/`, root)).filter((name) => name.endsWith('.svg'));
        const found = [];
        for (const name of files) {
          const url = new URL(`${folder}/${name}`, root);
          const reference = url.pathname.replace(/svg$/, 'png');
          found.push({
            suite: 'resvg@21',
            file: `tests/${chapter}/${folder}/${name}`,
            ...(await outcomeOf(readFileSync(url, 'utf8'), decodeURIComponent(reference), 21)),
          });
        }
        expect(worsened(found, baseline)).toEqual([]);
        expect(found.filter(({ outcome }) => outcome === 'silent')).toEqual([]);
      });
    }
  }
});
