import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../src/geometry/bounds.ts';
import type { Contour } from '../../src/geometry/contour.ts';
import { intersect, normalize, overlap, subtract, unite } from '../../src/geometry/region.ts';
import { pathOf } from '../../src/path/contours.ts';
import { parsePathData } from '../../src/path/parse.ts';

const read = (d: string) => pathOf(parsePathData(d).commands.map(({ command }) => command)).contours;
const disc = (x: number, y: number, r: number) =>
  read(`M${x - r} ${y}A${r} ${r} 0 0 1 ${x + r} ${y}A${r} ${r} 0 0 1 ${x - r} ${y}Z`);

/** Signed area by Green's theorem over a thousand chords a segment: slow and plain. */
function area(contours: readonly Contour[]): number {
  let sum = 0;
  for (const { segments } of contours) {
    for (const s of segments) {
      let last = s.from;
      for (let index = 1; index <= 1000; index += 1) {
        const t = index / 1000;
        const u = 1 - t;
        const c1 = s.kind === 'cubic' ? s.control1 : s.kind === 'quad' ? s.control : s.from;
        const c2 = s.kind === 'cubic' ? s.control2 : s.kind === 'quad' ? s.control : s.to;
        const isQuad = s.kind === 'quad';
        const w = isQuad
          ? [u * u, 2 * u * t, 0, t * t]
          : s.kind === 'cubic'
            ? [u ** 3, 3 * u * u * t, 3 * u * t * t, t ** 3]
            : [u, 0, 0, t];
        const at = (a: 'x' | 'y') =>
          (w[0] as number) * s.from[a] +
          (w[1] as number) * c1[a] +
          (w[2] as number) * c2[a] +
          (w[3] as number) * s.to[a];
        const p = { x: at('x'), y: at('y') };
        sum += (last.x * p.y - p.x * last.y) / 2;
        last = p;
      }
    }
  }
  return Math.abs(sum);
}

const lens = (d: number, r: number): number =>
  d >= 2 * r ? 0 : 2 * r * r * Math.acos(d / (2 * r)) - (d / 2) * Math.sqrt(4 * r * r - d * d);

describe('regions of two discs', () => {
  it('have the areas that geometry says, and keep their curves', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 15, noNaN: true }), (d) => {
        const one = disc(16, 16, 8);
        const other = disc(16 + d, 16, 8);
        const both = intersect(one, other, 0.003);
        const whole = Math.PI * 64;
        expect(area(both)).toBeCloseTo(lens(d, 8), 0);
        expect(area(subtract(one, other, 0.003))).toBeCloseTo(whole - lens(d, 8), 0);
        expect(area(normalize([...one, ...other], 0.003))).toBeCloseTo(2 * whole - lens(d, 8), 0);
        const pieces = both.flatMap(({ segments }) => segments);
        expect(pieces.length).toBeLessThan(14);
      }),
    );
  });
});

describe('unite', () => {
  it('fills what any of its regions fills, whichever way they wind', () => {
    const clockwise = read('M0 0H10V10H0Z');
    const counter = read('M5 5V15H15V5Z');
    const figureEight = read('M20 0L30 10V0L20 10Z');
    const all = unite([clockwise, counter, figureEight, read('M18 4H32V6H18Z')], 0.01);
    expect(area(normalize(all, 0.01))).toBeCloseTo(100 + 100 - 25 + 50 + 28 - 18, 0);
  });

  it('gives nothing for nothing, and the region itself for one', () => {
    expect(unite([], 0.01)).toEqual([]);
    const square = read('M0 0H10V10H0Z');
    expect(unite([square, []], 0.01)).toBe(square);
  });
});

describe('overlap', () => {
  it('does not count a shared edge', () => {
    expect(overlap(read('M0 0H10V10H0Z'), read('M10 0H20V10H10Z'), 0.01)).toBe(false);
    expect(overlap(read('M0 0H10V10H0Z'), read('M9 0H20V10H9Z'), 0.01)).toBe(true);
  });

  it('takes contours of any size and place without throwing', () => {
    for (const scale of [1e-6, 1, 1e9]) {
      const square = read(`M0 0H${10 * scale}V${10 * scale}H0Z`);
      expect(boundsOf(intersect(square, square, scale * 0.01)).maxX / scale).toBeCloseTo(10, 3);
    }
  });
});
