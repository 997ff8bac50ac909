import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomPath, seeded, type Family } from '../../bench/random-paths.ts';
import { toContours } from '../../src/path/contours.ts';
import { parsePathData } from '../../src/path/parse.ts';
import { printExactPathData } from '../../src/path/print.ts';
import { transformCommands } from '../../src/path/transform.ts';
import { multiply, rotation, scaling, type Matrix } from '../../src/geometry/matrix.ts';
import { TOLERANCE } from '../../src/repair/compare.ts';
import { repairFillRule } from '../../src/repair/path-data.ts';
import { windings } from '../../src/repair/windings.ts';
import { disagreement } from './disagreement.ts';
import { distanceTo, linesOf, turnsAbout } from './oracle.ts';

const seed = fc.integer({ min: 0, max: 2 ** 31 });
const family = fc.constantFrom<Family>('float', 'grid');
const runs = { numRuns: 300 };

/** Circles of random size, place and direction, which reversal can often repair. */
const circles = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 3, max: 30 }),
      fc.boolean(),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) => all.map(([x, y, r, sweep]) => circle(x, y, r, sweep)));

function circle(x: number, y: number, r: number, sweep: boolean): string {
  const flag = sweep ? 1 : 0;
  return `M${x - r} ${y}A${r} ${r} 0 1 ${flag} ${x + r} ${y}A${r} ${r} 0 1 ${flag} ${x - r} ${y}Z`;
}

const commandsOf = (path: string) => parsePathData(path).commands.map(({ command }) => command);
const under = (path: string, matrix: Matrix): string =>
  printExactPathData(transformCommands(commandsOf(path), matrix));
/** Whether a repair is needed at all, and if so whether reversing is enough. */
const verdict = (path: string): string => repairFillRule(path).method;

/**
 * Whether a face is about as thick as what a repair may ignore. Turned, it may fall on the other side: the size of a path
 * is that of its box, which turning makes up to √2 as large, and the bound on a face's thickness turns with it.
 */
function isCloseCall(path: string): boolean {
  const lines = linesOf(path);
  const [xs, ys] = [lines.map(({ x0 }) => x0), lines.map(({ y0 }) => y0)];
  const size = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  return windings(path).faces.some(
    ({ thickness }) => thickness > (TOLERANCE * size) / 3 && thickness < 3 * TOLERANCE * size,
  );
}

describe('repairing random paths', () => {
  it('fills what even-odd filled', () => {
    fc.assert(
      fc.property(family, seed, (kind, start) => {
        const random = seeded(start);
        const path = randomPath(kind, random);
        const repair = repairFillRule(path);
        if (repair.method === 'kept') expect(repair.pathData).toBe(path);
        else expect(disagreement(path, repair.pathData, 24, random)).toBeUndefined();
      }),
      runs,
    );
  });

  it('keeps no path of free coordinates', () => {
    fc.assert(
      fc.property(seed, (start) => {
        expect(verdict(randomPath('float', seeded(start)))).not.toBe('kept');
      }),
      runs,
    );
  });

  it('has nothing to do a second time', () => {
    fc.assert(
      fc.property(family, seed, (kind, start) => {
        const repair = repairFillRule(randomPath(kind, seeded(start)));
        const again = repairFillRule(repair.pathData);
        expect(again.method).toBe('unchanged');
        expect(again.pathData).toBe(repair.pathData);
      }),
      runs,
    );
  });
});

describe('the verdict on random paths', () => {
  it('survives rotation, mirroring, scaling and shuffled subpaths', () => {
    fc.assert(
      fc.property(
        family,
        seed,
        fc.integer({ min: 0, max: 359 }),
        fc.boolean(),
        fc.integer({ min: -6, max: 6 }),
        (kind, start, angle, mirrored, power) => {
          const path = randomPath(kind, seeded(start));
          const matrix = multiply(rotation(angle), scaling(10 ** power * (mirrored ? -1 : 1), 10 ** power));
          fc.pre(!isCloseCall(path));
          const expected = verdict(path);
          expect(verdict(under(path, matrix))).toBe(expected);
          expect(verdict(path.split(/(?=M)/).reverse().join(''))).toBe(expected);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the verdict on circles', () => {
  it('survives rotation, mirroring and scaling', () => {
    fc.assert(
      fc.property(
        circles,
        fc.integer({ min: 0, max: 359 }),
        fc.boolean(),
        fc.integer({ min: -6, max: 6 }),
        (all, angle, mirrored, power) => {
          const path = all.join('');
          fc.pre(!isCloseCall(path));
          const matrix = multiply(rotation(angle), scaling(10 ** power * (mirrored ? -1 : 1), 10 ** power));
          expect(verdict(under(path, matrix))).toBe(verdict(path));
        },
      ),
      runs,
    );
  });

  it('survives shuffled subpaths', () => {
    fc.assert(
      fc.property(
        circles.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          fc.pre(!isCloseCall(all.join('')));
          expect(verdict(shuffled.join(''))).toBe(verdict(all.join('')));
        },
      ),
      runs,
    );
  });

  it('survives a new start point', () => {
    fc.assert(
      fc.property(circles, (all) => {
        fc.pre(!isCloseCall(all.join('')));
        const moved = all.map((text) =>
          text.replace(/^M(\S+ \S+)(A.*? 1 [01] )(\S+ \S+)(A.*? 1 [01] )(\S+ \S+)Z$/, 'M$3$4$1$2$3Z'),
        );
        expect(moved.join('')).not.toBe(all.join(''));
        expect(verdict(moved.join(''))).toBe(verdict(all.join('')));
      }),
      runs,
    );
  });

  it('is the same for all subpaths reversed, and reachable by reversal for some', () => {
    fc.assert(
      fc.property(circles, fc.integer({ min: 0, max: 63 }), (all, mask) => {
        fc.pre(!isCloseCall(all.join('')));
        const flip = (text: string): string =>
          text.replace(/ 1 ([01]) /g, (_, flag: string) => ` 1 ${1 - Number(flag)} `);
        expect(verdict(all.map(flip).join(''))).toBe(verdict(all.join('')));
        const some = all.map((text, index) => (((mask >> index) & 1) === 1 ? flip(text) : text));
        const isSolvable = (path: string): boolean => ['unchanged', 'reversed'].includes(verdict(path));
        expect(isSolvable(some.join(''))).toBe(isSolvable(all.join('')));
      }),
      runs,
    );
  });
});

describe('windings', () => {
  it('agrees with the oracle at every sample point', () => {
    fc.assert(
      fc.property(family, seed, (kind, start) => {
        const path = randomPath(kind, seeded(start));
        const { faces, subpaths } = windings(path);
        expect(subpaths).toBe(toContours(commandsOf(path)).length);
        const parts = path.split(/(?=M)/).map(linesOf);
        const all = parts.flat();
        for (const { sample, windings: turns, thickness } of faces) {
          // Too thin for the oracle's lines.
          if (thickness < 1e-2 || distanceTo(all, sample.x, sample.y) < 1e-3) continue;
          expect(turns).toEqual(parts.map((lines) => turnsAbout(lines, sample.x, sample.y) + 0));
        }
      }),
      runs,
    );
  });
});
