import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, type Matrix } from '../../src/geometry/matrix.ts';
import { boundsOf } from '../../src/geometry/bounds.ts';
import { pointAt } from '../../src/geometry/segment.ts';
import { arcLength, parameterAtLength, piece } from '../../src/geometry/measure.ts';
import type { Segment } from '../../src/geometry/contour.ts';
import { pathOf, toContours } from '../../src/path/contours.ts';
import { parsePathData } from '../../src/path/parse.ts';
import { transformPath } from '../../src/path/transform.ts';

const read = (d: string) => pathOf(parsePathData(d).commands.map(({ command }) => command));
const entry = fc.double({ min: -3, max: 3, noNaN: true });
const matrix = fc
  .record({ a: entry, b: entry, c: entry, d: entry, e: entry, f: entry })
  .filter((m: Matrix) => Math.abs(m.a * m.d - m.b * m.c) > 0.05);

describe('transformPath', () => {
  it('draws the same contours from its commands as from its segments, arcs included', () => {
    const path = read('M2 3 L10 3 Q14 3 14 8 C14 12 9 15 6 12 A5 2 30 1 1 2 3 z M20 20 a4 4 0 0 1 8 0');
    fc.assert(
      fc.property(matrix, (m) => {
        const moved = transformPath(path, m);
        const drawn = boundsOf(toContours(moved.commands));
        const bounds = boundsOf(moved.contours);
        // Both stand for the same ellipse through different quarters; each is within 0.03 % of the radius.
        for (const side of ['minX', 'minY', 'maxX', 'maxY'] as const) {
          expect(drawn[side]).toBeCloseTo(bounds[side], 1);
        }
      }),
    );
  });

  it('keeps a circle a circle under a similarity', () => {
    const path = read('M1 0 A1 1 0 0 1 0 1');
    const moved = transformPath(path, { a: 0, b: -2, c: 2, d: 0, e: 3, f: 4 });
    expect(moved.commands[1]).toMatchObject({ kind: 'arc', rx: 2, ry: 2, rotation: 0, sweep: true });
  });

  it('flips the sweep when the map mirrors, and draws a line when it flattens', () => {
    const path = read('M1 0 A1 1 0 0 1 0 1');
    const mirror: Matrix = { a: -1, b: 0, c: 0, d: 1, e: 0, f: 0 };
    expect(transformPath(path, mirror).commands[1]).toMatchObject({ kind: 'arc', sweep: false });
    const flat: Matrix = { a: 1, b: 0, c: 0, d: 0, e: 0, f: 0 };
    expect(transformPath(path, flat).commands[1]).toEqual({ kind: 'line', to: apply(flat, { x: 0, y: 1 }) });
  });
});

describe('measure', () => {
  const coordinate = fc.double({ min: -50, max: 50, noNaN: true });
  const point = fc.record({ x: coordinate, y: coordinate });
  const cubic = fc
    .record({ from: point, control1: point, control2: point, to: point })
    .map((points): Segment => ({ kind: 'cubic', ...points }));

  it('agrees with the length of ten thousand chords', () => {
    fc.assert(
      fc.property(cubic, (segment) => {
        let slow = 0;
        let last = segment.from;
        for (let index = 1; index <= 10_000; index += 1) {
          const next = pointAt(segment, index / 10_000);
          slow += Math.hypot(next.x - last.x, next.y - last.y);
          last = next;
        }
        expect(Math.abs(arcLength(segment) - slow)).toBeLessThan(1e-4 * (slow + 1e-3));
      }),
      { numRuns: 30 },
    );
  });

  it('cuts a curve where its length says', () => {
    fc.assert(
      fc.property(cubic, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (segment, share) => {
        const total = arcLength(segment);
        fc.pre(total > 0.1);
        const t = parameterAtLength(segment, share * total, total);
        expect(arcLength(piece(segment, 0, t)) / total).toBeCloseTo(share, 4);
        expect(arcLength(piece(segment, t, 1)) / total).toBeCloseTo(1 - share, 4);
      }),
    );
  });
});
