import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointAt } from '../../src/geometry/segment.ts';
import type { Point } from '../../src/geometry/point.ts';
import type { Command } from '../../src/path/command.ts';
import { printPathData, type PathDataStyle } from '../../src/path/compact.ts';
import { toContours } from '../../src/path/contours.ts';
import { parsePathData } from '../../src/path/parse.ts';
import { anyCommand } from '../support/commands.ts';
import { oldestPathDataFaults } from '../../src/verify/oldest-path-data.ts';

const OLD: PathDataStyle = {
  decimals: 3,
  tolerance: 0.006,
  leadingZero: true,
  careful: true,
  stroked: false,
};
const NEW: PathDataStyle = { ...OLD, leadingZero: false, careful: false };
const STROKED: PathDataStyle = { ...OLD, stroked: true };

const commandsOf = (d: string): Command[] => parsePathData(d).commands.map(({ command }) => command);
const print = (d: string, style: PathDataStyle = OLD): string => printPathData(commandsOf(d), style);

describe('printPathData', () => {
  it.each([
    ['M0 0L10 0 10 10 0 10Z', 'M0 0h10v10H0'],
    ['M.5.5l.25 0z', 'M0.5 0.5h0.25'],
    ['M1 1C2 2 3 3 4 2 5 1 6 1 7 4z', 'M1 1c1 1 2 2 3 1s2-1 3 2'],
    ['M1 1Q2 2 3 1T5 1', 'M1 1q1 1 2 0t2 0'],
    ['M0 0h4v4zM8 8h4v4z', 'M0 0h4v4M8 8h4v4'],
    ['M5 5a2 2 0 1 1 4 0 2 2 0 1 1-4 0z', 'M5 5a2 2 0 0 1 2-2 2 2 0 1 1-2 2'],
    ['M0 0a0 2 0 0 1 4 4z', 'M0 0l4 4'],
    ['M0 0a-3-3 0 0 1 6 0z', 'M0 0a3 3 0 0 1 6 0'],
    ['M1e2 1e-9L5 5', 'M100 0L5 5'],
  ])('prints %s as %s', (d, expected) => {
    expect(print(d)).toBe(expected);
  });

  it('starts a stroked curve without a first handle where the one before ended, whatever an arc made of that', () => {
    const d = 'M104 120A16 16 0 0 1 120 104C120 104 105 9 1 1';
    expect(print(d)).toContain('S');
    expect(print(d, STROKED)).not.toMatch(/[SC]/);
    expect(commandsOf(print(d, STROKED)).at(-1)).toEqual(commandsOf(d).at(-1));
  });

  it('keeps closes and dots where a stroke shows them', () => {
    expect(print('M0 0L10 0 10 10 0 0Z', STROKED)).toBe('M0 0h10v10z');
    expect(print('M3 3l0 0', STROKED)).toBe('M3 3h0');
    expect(print('M3 3h0')).toBe('');
    expect(print('M0 0h4v4zM8 8h4v4z', STROKED)).toBe('M0 0h4v4zM8 8h4v4z');
  });

  it('drops zeros and separators only for parsers that take it', () => {
    expect(print('M.5.5l.25.25', NEW)).toBe('M.5.5l.25.25');
    expect(print('M0 0a2 2 0 0 1 .5.5', NEW)).toBe('M0 0a2 2 0 0 1 .5.5');
  });

  it('prints a counterclockwise arc of less than 45° as a curve below API 24', () => {
    expect(print('M0 0A10 10 0 0 0 5 1')).not.toMatch(/[aA]/);
    expect(print('M0 0A10 10 0 0 0 5 1', NEW)).toMatch(/a/i);
    expect(print('M0 0A10 10 0 0 1 5 1')).toMatch(/a/i);
  });

  it('prints any half turn by a radius of one digit from API 26 on, which scales it up to just what it takes', () => {
    expect(print('M0 0A12.34 12.34 0 0 1 24.68 0', NEW)).toBe('M0 0a1 1 0 0 1 24.68 0');
  });

  it('takes hardly more bytes in a haste', () => {
    const waves = Array.from(
      { length: 40 },
      (_, index) => `C${index} ${(index * 7) % 5} ${index + 0.4} 6.13 ${index + 1} ${((index * 3) % 7) / 3}`,
    );
    const d = `M0 1${waves.join('')}L40 20 0 20z`;
    const [full, hasty] = [print(d).length, print(d, { ...OLD, hasty: true }).length];
    expect(hasty).toBeGreaterThanOrEqual(full);
    expect(hasty).toBeLessThan(1.05 * full);
  });

  it('keeps a half turn whose chord rounding would shorten', () => {
    const d = 'M0.004 0A9.996 9.996 0 0 1 19.996 0';
    const printed = toContours(commandsOf(print(d)));
    const top = Math.min(...printed.flatMap(({ segments }) => segments.map(({ to }) => to.y)));
    expect(top).toBeCloseTo(-9.996, 1);
  });

  it.each([
    [
      'cubics that are quarters of a circle, as one arc',
      'M0 1C0 .45.45 0 1 0S2 .45 2 1',
      'M0 1a1 1 0 0 1 2 0',
    ],
    ['lines that go on straight, as one', 'M0 0L2 1 4 2 4 8', 'M0 0l4 2v6'],
    ['a curve that does not bend, as a line', 'M0 0C1 .5 2 1 3 1.5V9', 'M0 0l3 1.5V9'],
    ['a curve that does not bend and turns back, as it is', 'M0 0Q1 0-20 0', 'M0 0q1 0-20 0'],
    ['a cubic that is a quad, as one', 'M0 0C2 4 4 4 6 0', 'M0 0q3 6 6 0'],
    [
      'an outline from where its longest line need not be printed',
      'M0 0L2.34-5.67 9 0C9 9 1 9 0 0z',
      'M2.34-5.67L9 0c0 9-8 9-9 0',
    ],
    ['numbers by the fewest digits that stay near', 'M0 0Q1.004 1.996 2.004 0', 'M0 0q1 2 2 0'],
    [
      'long curves by more, as they run along a row of pixels',
      'M0 0Q2.004 3.996 4.004 0',
      'M0 0q2.004 3.996 4.004 0',
    ],
    ['long lines by all, as they move whole rows of pixels', 'M0 0L4.004 3.996 8 0', 'M4.004 3.996L8 0H0'],
    [
      'half a turn by a radius that reaches',
      'M0 0A12.34 12.34 0 0 1 24.68 0',
      'M0 0a12.34 12.34 0 0 1 24.68 0',
    ],
    [
      'half a turn as quarters where in floats the radius does not reach',
      'M0.01 0A12.34 12.34 0 0 1 24.69 0',
      'M0.01 0a12.34 12.34 0 0 1 12.34-12.34A12.34 12.34 0 0 1 24.69 0',
    ],
    ['a small half turn by a radius of one digit', 'M0 0A1.234 1.234 0 0 1 2.468 0', 'M0 0a1 1 0 0 1 2.47 0'],
  ])('prints %s', (_, d, expected) => {
    expect(print(d)).toBe(expected);
  });

  it('keeps to the decimals where they are coarser than the tolerance', () => {
    expect(print('M.123.123L5.4321 5.4321 9 0', { ...OLD, decimals: 1, tolerance: 1e-6 })).toBe(
      'M0.1 0.1l5.3 5.3L9 0',
    );
  });

  it('takes no line for an arc, though an arc behind it is too short to tell', () => {
    expect(print('M20.0755 13.17539L0 0A10 10 0 0 0 .000003 .000003')).toBe('M20.08 13.18L0 0');
  });

  it('takes ends closer than a double can square', () => {
    expect(print('M0 0a1 1 0 0 1 5e-324 0L4 4 4 0')).toBe('M4 4V0H0');
  });

  it('says no quad by a control point that is not its own, though nothing else would fit', () => {
    const cusps = 'M12.83133-26.612597Q0-10.845095-11.88232-25.380468-22.986489-28.952442 5.18311-8.49088';
    const spike = 'M-.107766 10.3325Q0 0 0-.069501 0 0 0-.043501A10 10 0 0 0 24.394334-4.708501';
    expect(print(`${cusps}C16.653291-11.438259 6.999594 28.75649 24.133446-22.267292`, STROKED)).not.toMatch(
      /t/i,
    );
    expect(print(spike)).not.toMatch(/t/i);
  });

  it('stays near the path and holds to the grammar of old parsers', () => {
    const number = fc.integer({ min: -30_000_000, max: 30_000_000 }).map((value) => value / 1e6);
    const point = fc.record({ x: number, y: number });
    // Needles need more than the chords that are measured here.
    const radius = fc.double({ min: 10, max: 40, noNaN: true });
    const command = anyCommand({ coordinate: number, radius, rotation: fc.constantFrom(0, 30, 77) });
    const style = fc.constantFrom(OLD, NEW, STROKED, { ...OLD, hasty: true });
    fc.assert(
      fc.property(fc.array(command, { minLength: 1, maxLength: 7 }), point, style, (rest, start, used) => {
        const commands: Command[] = [{ kind: 'move', to: start }, ...rest];
        const text = printPathData(commands, used);
        if (text === '') return;
        expect(text).toMatch(/^M/);
        expect(text).not.toMatch(/[eE+,]|NaN|z[^M]/);
        for (const [move] of text.matchAll(/m[^a-z]*/gi)) expect(move.match(/\d*\.?\d+/g)).toHaveLength(2);
        if (used.leadingZero) expect(text).not.toMatch(/(?<!\d)\.|\.\d+\./);
        // The printed arc and what an old parser makes of it are each a tolerance off at most.
        if (used.careful) expect(oldestPathDataFaults(text, 23, 2.1 * used.tolerance)).toEqual([]);
        const back = parsePathData(text);
        expect(back.error).toBeUndefined();
        const [drawn, printed] = [commands, back.commands.map(({ command: one }) => one)].map((path) =>
          outlinesOf(path, used.stroked),
        ) as [Line[], Line[]];
        // Along itself an outline may slide by three tolerances, at a corner by as much to both sides.
        expect(farthest(drawn, printed)).toBeLessThan(5 * used.tolerance);
        expect(farthest(printed, drawn)).toBeLessThan(5 * used.tolerance);
      }),
      { numRuns: 60 },
    );
  });
});

type Line = readonly [Point, Point];

/** What is drawn, in short lines; closed as a fill is, or left open. */
function outlinesOf(commands: readonly Command[], stroked: boolean): Line[] {
  return toContours(commands).flatMap(({ segments, closed }) => {
    const points = segments.flatMap((segment) =>
      segment.kind === 'line'
        ? [segment.from]
        : Array.from({ length: 60 }, (_, index) => pointAt(segment, index / 60)),
    );
    const [first, last] = [segments[0]?.from, segments[segments.length - 1]?.to];
    if (first === undefined || last === undefined) return [];
    const all = [...points, last, ...(closed || !stroked ? [first] : [])];
    return all.slice(1).map((to, index): Line => [all[index] as Point, to]);
  });
}

/** How far a middle of a line of `lines` is from all of `others` at most. */
function farthest(lines: readonly Line[], others: readonly Line[]): number {
  return Math.max(0, ...lines.map(([a, b]) => nearest({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, others)));
}

function nearest(point: Point, lines: readonly Line[]): number {
  let least = Infinity;
  for (const [from, to] of lines) {
    const [x, y] = [to.x - from.x, to.y - from.y];
    const squared = x * x + y * y;
    const along = squared === 0 ? 0 : ((point.x - from.x) * x + (point.y - from.y) * y) / squared;
    const t = Math.min(1, Math.max(0, along));
    least = Math.min(least, Math.hypot(point.x - from.x - t * x, point.y - from.y - t * y));
  }
  return least;
}
