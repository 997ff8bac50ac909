import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomPath, seeded } from '../../bench/random-paths.ts';
import { printExactPathData } from '../../src/path/print.ts';
import { readPath } from '../../src/repair/path.ts';
import { unitePaths } from '../../src/repair/union.ts';
import { distanceTo, linesOf, turnsAbout } from '../winding/oracle.ts';

interface Part {
  readonly data: string;
  readonly rule: 'nonzero' | 'evenodd';
}

/** Unites the parts and holds the result against the oracle, at random points away from the outlines. */
function expectUnited(parts: readonly Part[], random: () => number): void {
  const union = unitePaths(
    parts.map(({ data, rule }) => ({ path: readPath(data), rule })),
    undefined,
  );
  expect(union.method).not.toBe('kept');
  const shapes = parts.map(({ data, rule }) => ({ lines: linesOf(data), rule }));
  const result = linesOf(printExactPathData(union.path.commands));
  const lines = shapes.flatMap((shape) => shape.lines);
  const xs = lines.map(({ x0 }) => x0);
  const ys = lines.map(({ y0 }) => y0);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const margin = 4e-4 * Math.max(right - left, bottom - top);
  for (let index = 0; index < 60; index += 1) {
    const x = left + random() * (right - left);
    const y = top + random() * (bottom - top);
    const wanted = shapes.some((shape) => {
      const turns = turnsAbout(shape.lines, x, y);
      return shape.rule === 'nonzero' ? turns !== 0 : turns % 2 !== 0;
    });
    const found = turnsAbout(result, x, y) !== 0;
    if (found !== wanted) expect(distanceTo(lines, x, y)).toBeLessThan(margin);
  }
}

const EIGHTS = ['M2 2L22 22V2L2 22z', 'M12 12C0 0 0 24 12 12C24 0 24 24 12 12z'];
const OVER = ['M8 2V22H16V2z', 'M8 2H16V22H8z', 'M12 2L22 22H2z', 'M2 2L22 22V2L2 22z', 'M6 6V18H18V6z'];

describe('unitePaths', () => {
  it.each(EIGHTS.flatMap((eight) => OVER.map((over) => [eight, over] as const)))(
    'unites a figure of eight %s with %s',
    (eight, over) => {
      for (const rule of ['nonzero', 'evenodd'] as const) {
        for (const other of ['nonzero', 'evenodd'] as const) {
          expectUnited(
            [
              { data: eight, rule },
              { data: over, rule: other },
            ],
            seeded(1),
          );
        }
      }
    },
  );

  it.each<[string, Part[]]>([
    [
      'whose crossings only finer polylines find',
      [
        {
          rule: 'nonzero',
          data:
            'M48.697 23.842L5.450 60.558A35.986 30.690 153 0 1 37.542 51.264C6.660 75.689 48.067 2.540 40.343 1.994L2.943 30.997C61.266 16.550 16.327 78.706 79.885 22.948Q98.337 80.460 23.625 73.673Z' +
            'M44.548 68.910A46.987 28.145 108 1 1 90.427 38.275L1.979 16.756Q18.774 48.649 44.782 42.564Z',
        },
        {
          rule: 'nonzero',
          data:
            'M49.205 95.184C33.136 29.944 95.641 89.532 94.600 36.282L7.951 43.687Z' +
            'M26.379 64.171L38.383 15.284L30.554 41.798Z',
        },
      ],
    ],
    [
      'that leaves a sliver along the sweep line',
      [
        {
          rule: 'nonzero',
          data:
            'M47.761 27.133L18.593 2.629L49.082 36.818L74.130 77.365C46.588 69.634 28.331 90.378 20.771 24.177Q91.584 60.667 75.834 40.074Q23.309 62.298 71.857 6.525Z' +
            'M81.417 88.960Q9.591 13.107 34.485 64.963L19.133 0.374L43.279 95.521L19.668 45.443Z' +
            'M7.829 73.703L83.199 99.494C96.856 2.440 73.366 73.077 56.034 48.304C67.125 11.429 54.290 41.811 34.956 73.748C15.855 87.371 28.493 12.407 55.285 19.317Z',
        },
        {
          rule: 'nonzero',
          data:
            'M56.837 18.930Q29.749 95.665 25.067 18.585A6.483 26.125 154 0 1 73.986 38.959L95.084 8.366Z' +
            'M44.879 57.821L60.070 48.392L63.152 89.101Z',
        },
        {
          rule: 'evenodd',
          data: 'M85.033 89.498A39.633 20.740 38 0 0 1.089 53.523C93.609 30.302 58.532 7.662 64.412 53.765Z',
        },
      ],
    ],
  ])('unites parts %s', (_, parts) => expectUnited(parts, seeded(2)));

  it('unites any parts, whatever their rules and directions', () => {
    assert(
      property(integer(), (seed) => {
        const random = seeded(seed);
        const family = random() < 0.5 ? 'float' : 'grid';
        const parts = Array.from({ length: 2 + Math.floor(random() * 2) }, () => ({
          data: randomPath(family, random),
          rule: random() < 0.5 ? ('evenodd' as const) : ('nonzero' as const),
        }));
        expectUnited(parts, random);
      }),
      { numRuns: 100 },
    );
  });
});
