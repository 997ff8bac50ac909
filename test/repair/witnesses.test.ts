import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hullOf, uniteBounds } from '../../src/geometry/bounds.ts';
import { pathOf } from '../../src/path/contours.ts';
import { parsePathData } from '../../src/path/parse.ts';
import { ineffectiveSubpaths } from '../../src/repair/windings.ts';
import { eachMatters } from '../../src/repair/witnesses.ts';

const decide = (pathData: string): boolean => {
  const { contours } = pathOf(parsePathData(pathData).commands.map(({ command }) => command));
  const { minX, minY, maxX, maxY } = contours.map(hullOf).reduce(uniteBounds);
  return eachMatters(contours, Math.max(maxX - minX, maxY - minY));
};

const box = (x: number, y: number, width: number, height: number, isClockwise: boolean): string =>
  isClockwise ? `M${x} ${y}h${width}v${height}h${-width}z` : `M${x} ${y}v${height}h${width}v${-height}z`;

const circle = (x: number, y: number, r: number, isClockwise: boolean): string => {
  const flag = isClockwise ? 1 : 0;
  return `M${x - r} ${y}A${r} ${r} 0 0 ${flag} ${x + r} ${y}A${r} ${r} 0 0 ${flag} ${x - r} ${y}z`;
};

describe('whether each contour is seen to matter', () => {
  it.each([
    ['a ring', box(0, 0, 20, 20, true) + box(5, 5, 10, 10, false), true],
    ['a ring of circles', circle(10, 10, 10, false) + circle(10, 10, 6, true), true],
    ['an island in a hole', circle(9, 9, 9, true) + circle(9, 9, 6, false) + circle(9, 9, 3, true), true],
    ['two that overlap', box(0, 0, 20, 20, true) + box(10, 10, 20, 20, true), true],
    ['a lost hole', box(0, 0, 20, 20, true) + box(5, 5, 10, 10, true), false],
    ['the same twice', box(0, 0, 20, 20, true) + box(0, 0, 20, 20, true), false],
    ['one that takes another back', box(0, 0, 20, 20, true) + box(0, 0, 20, 20, false), true],
    ['a ring too thin to say', box(0, 0, 20, 20, true) + box(0.05, 0.05, 19.9, 19.9, true), false],
  ])('%s', (_, pathData, expected) => {
    expect(decide(pathData)).toBe(expected);
  });

  it('never says of a path that the sweep would find a needless subpath in', () => {
    const place = fc.integer({ min: 0, max: 12 });
    const extent = fc.integer({ min: 1, max: 12 });
    const contour = fc.oneof(
      fc.tuple(place, place, extent, extent, fc.boolean()).map((given) => box(...given)),
      fc.tuple(place, place, extent, fc.boolean()).map((given) => circle(...given)),
      fc
        .array(fc.tuple(place, place), { minLength: 2, maxLength: 6 })
        .map((points) => `M${points.join('L')}z`),
    );
    let decided = 0;
    fc.assert(
      fc.property(fc.array(contour, { minLength: 1, maxLength: 5 }), (contours) => {
        const pathData = contours.join('');
        if (!decide(pathData)) return;
        decided += 1;
        expect(ineffectiveSubpaths(pathData)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
    expect(decided).toBeGreaterThan(200);
  });
});
