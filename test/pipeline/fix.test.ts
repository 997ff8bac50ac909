import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomPath, seeded } from '../../bench/random-paths.ts';
import { fix } from '../../src/pipeline/fix.ts';
import type { FixOptions } from '../../src/pipeline/result.ts';
import { comparePictures } from '../support/pictures.ts';

const ROOT = new URL('../../', import.meta.url);
const PACKS = new URL('fixtures/packs/node_modules/', ROOT);
const CASES = new URL('../shared/cases/resvg/', ROOT);

const UNDRAWN: FixOptions = { allowUnverified: true };

/** Every `stride`th SVG below a folder that is not one of the `leftOut`. */
function svgs(folder: URL, stride = 1): URL[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.svg'),
  );
  return names
    .sort()
    .filter((_, index) => index % stride === 0)
    .map((name) => new URL(name.split('/').map(encodeURIComponent).join('/'), folder));
}

function expectIdempotent(text: string, name: string): void {
  const { output } = fix(text, UNDRAWN);
  if (output === undefined) return;
  expect.soft(fix(output, UNDRAWN).output, name).toBe(output);
}

describe('fix, run a second time', () => {
  it.each(['icons', 'repair', 'lower'])('changes nothing in fixtures/%s', (folder) => {
    const files = svgs(new URL(`fixtures/${folder}/`, ROOT));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) expectIdempotent(readFileSync(file, 'utf8'), file.pathname);
  });

  it.skipIf(!existsSync(CASES))('changes nothing in every tenth of the shared cases', () => {
    for (const file of svgs(CASES, 10)) expectIdempotent(readFileSync(file, 'utf8'), file.pathname);
  });

  it.skipIf(!existsSync(PACKS))('changes nothing in one of a hundred icons of the packs', () => {
    for (const file of svgs(PACKS, 100)) expectIdempotent(readFileSync(file, 'utf8'), file.pathname);
  });

  it('changes nothing in even-odd paths of any shape', () => {
    assert(
      property(integer(), (seed) => {
        const path = randomPath(seed % 2 === 0 ? 'float' : 'grid', seeded(seed));
        const view = seed % 2 === 0 ? 100 : 10;
        const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${view} ${view}"><path fill-rule="evenodd" d="${path}"/></svg>`;
        const { output } = fix(text, UNDRAWN);
        expect(output).not.toMatch(/evenodd/);
        expect(fix(output ?? '', UNDRAWN).output).toBe(output);
      }),
      // Of the example, svgo moved what a split had left at the edge of the tolerance.
      { numRuns: 60, examples: [[2]] },
    );
  });
});

describe('fix, where svgo and the repair meet', () => {
  const fixture = readFileSync(new URL('fixtures/repair/style-that-names-the-tag/input.svg', ROOT), 'utf8');

  it('repairs what svgo made repairable, and says no more that it could not', () => {
    expect(fix(fixture, { optimize: false }).diagnostics.map(({ code }) => code)).toContain(
      'repair-unproven',
    );
    const { output = '', diagnostics, repairs } = fix(fixture, UNDRAWN);
    expect(output).not.toMatch(/evenodd/);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(repairs.map(({ method }) => method)).not.toContain('kept');
    expect(fixture.slice(repairs[0]?.span.start, repairs[0]?.span.end)).toMatch(/^<path/);
    expect(comparePictures(fixture, output).visible).toBe(0);
  });

  it('repairs again what a plugin made even-odd', () => {
    const evenOddAgain = {
      name: 'evenOddAgain',
      fn: () => ({
        element: {
          enter: ({ name, attributes }: { name: string; attributes: Record<string, string> }) => {
            if (name !== 'path') return;
            attributes['fill-rule'] = 'evenodd';
            attributes['d'] = 'M2 2h20v20H2zM8 8h8v8H8z';
          },
        },
      }),
    };
    const source =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M2 2h20v20H2zM8 8v8h8V8z" fill="#000000"/></svg>';
    const { output = '' } = fix(source, { ...UNDRAWN, svgo: { plugins: [evenOddAgain] } });
    expect(output).not.toMatch(/evenodd/);
    expect(comparePictures(source, output).visible).toBe(0);
  });
});
