import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conversionPreset, sourcePreset } from '../../src/optimize/presets.ts';
import { optimizeSvg } from '../../src/optimize/svg.ts';

const VIEWPORT = { width: 24, height: 24 };

function optimized(svg: string, preset: typeof sourcePreset): string {
  const result = optimizeSvg(svg, preset(VIEWPORT));
  if ('failure' in result) throw new Error(result.failure);
  return result.text;
}

const svg24 = (body: string, more = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"${more}>${body}</svg>`;

describe('the preset for a source', () => {
  it('keeps what a page may refer to, and what a screen reader reads', () => {
    const text = optimized(
      svg24(
        '<title>Pool</title><desc>A pool</desc><path id="water" aria-label="Water" data-layer="1" role="img" d="M2 2h20v20H2z"/>',
        ' role="img"',
      ),
      sourcePreset,
    );
    for (const kept of [
      'viewBox="0 0 24 24"',
      '<title>Pool</title>',
      '<desc>',
      'id="water"',
      'aria-label',
      'data-layer',
    ])
      expect(text).toContain(kept);
  });

  it('drops what an editor leaves', () => {
    const text = optimized(
      svg24('<!-- Generator --><metadata>x</metadata><g><g><path d="M2 2h20v20H2z"/></g></g>'),
      sourcePreset,
    );
    expect(text).not.toMatch(/Generator|metadata|<g/);
  });
});

describe('the preset for a conversion', () => {
  it('leaves ids, groups that are named, transforms and separate paths to the emitter', () => {
    const body =
      '<g id="all" transform="rotate(30 12 12)"><path id="a" fill="#123456" d="M2 2h8v8H2z"/>' +
      '<path id="b" fill="#123456" d="M14 14h8v8h-8z"/></g>';
    const text = optimized(svg24(body), conversionPreset);
    for (const kept of ['id="all"', 'rotate(30 12 12)', 'id="a"', 'id="b"']) expect(text).toContain(kept);
  });
});

const presets = { sourcePreset, conversionPreset };
describe.each(Object.entries(presets))('%s', (_name, preset) => {
  it('writes arc flags apart, as old parsers need them', () => {
    const number = fc.double({ min: 0.5, max: 9, noNaN: true }).map((value) => value.toFixed(2));
    const flag = fc.constantFrom('0', '1');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(number, flag, flag, number, number), { minLength: 1, maxLength: 4 }),
        (arcs) => {
          const d = arcs
            .map(([r, large, sweep, x, y]) => `a${r} ${r} 0 ${large} ${sweep} ${x} ${y}`)
            .join('');
          const text = optimized(svg24(`<path d="M4 4${d}z"/>`), preset);
          const written = / d="([^"]*)"/.exec(text)?.[1] ?? '';
          for (const [, numbers = ''] of written.matchAll(/a([^a-z]*)/gi))
            expect(numbers.trim()).toMatch(
              /^([-\d.]+[ ,]?[-\d.]+[ ,]?[-\d.]+ [01] [01][ -][-\d.]+[ ,]?[-\d.]+[ ,]?)+$/,
            );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('finds nothing more in what it made of the bundled icons', () => {
    const names = readdirSync('fixtures/icons', { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((one) => one.endsWith('.svg'))) {
      let text = readFileSync(join('fixtures/icons', name), 'utf8');
      for (let pass = 0; pass < 3; pass += 1) text = optimized(text, preset);
      expect(optimized(text, preset), name).toBe(text);
    }
  });
});
