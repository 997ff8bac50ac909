import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arcToSegments } from '../../src/path/arc.ts';
import type { Command } from '../../src/path/command.ts';
import { printPathData, type PathDataStyle } from '../../src/path/compact.ts';
import { toContours } from '../../src/path/contours.ts';
import { parsePathData } from '../../src/path/parse.ts';

const OLD: PathDataStyle = { decimals: 2, leadingZero: true, careful: true, stroked: false };
const NEW: PathDataStyle = { decimals: 2, leadingZero: false, careful: false, stroked: false };
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
    ['M5 5a2 2 0 1 1 4 0 2 2 0 1 1-4 0z', 'M5 5a2 2 0 1 1 4 0 2 2 0 1 1-4 0'],
    ['M0 0a0 2 0 0 1 4 4z', 'M0 0l4 4'],
    ['M0 0a-3-3 0 0 1 6 0z', 'M0 0a3 3 0 0 1 6 0'],
    ['M1e2 1e-9L5 5', 'M100 0L5 5'],
  ])('prints %s as %s', (d, expected) => {
    expect(print(d)).toBe(expected);
  });

  it('keeps closes and dots where a stroke shows them', () => {
    expect(print('M0 0L10 0 10 10 0 0Z', STROKED)).toBe('M0 0h10v10z');
    expect(print('M3 3h0', STROKED)).toBe('M3 3l0 0');
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

  it('keeps a half turn whose chord rounding would shorten', () => {
    const d = 'M0.004 0A9.996 9.996 0 0 1 19.996 0';
    const printed = toContours(commandsOf(print(d)));
    const top = Math.min(...printed.flatMap(({ segments }) => segments.map(({ to }) => to.y)));
    expect(top).toBeCloseTo(-9.996, 1);
  });

  it('stays within a step of the path, however long, and holds to the grammar of old parsers', () => {
    const number = fc.double({ min: -30, max: 30, noNaN: true });
    const point = fc.record({ x: number, y: number });
    const radius = fc.double({ min: 0.1, max: 40, noNaN: true });
    const command: fc.Arbitrary<Command> = fc.oneof(
      fc.record({ kind: fc.constant('line' as const), to: point }),
      fc.record({ kind: fc.constant('cubic' as const), control1: point, control2: point, to: point }),
      fc.record({ kind: fc.constant('quad' as const), control: point, to: point }),
      fc.record({ kind: fc.constant('close' as const) }),
      fc.record({ kind: fc.constant('move' as const), to: point }),
      fc.record({
        kind: fc.constant('arc' as const),
        rx: radius,
        ry: radius,
        rotation: fc.constantFrom(0, 30, 77),
        large: fc.boolean(),
        sweep: fc.boolean(),
        to: point,
      }),
    );
    const style = fc.constantFrom(OLD, NEW, STROKED);
    fc.assert(
      fc.property(fc.array(command, { minLength: 1, maxLength: 60 }), point, style, (rest, start, used) => {
        const commands: Command[] = [{ kind: 'move', to: start }, ...rest];
        const text = printPathData(commands, used);
        if (text === '') return;
        expect(text).toMatch(/^M/);
        expect(text).not.toMatch(/[eE+,]|NaN|z[^M]/);
        for (const [move] of text.matchAll(/m[^a-z]*/gi)) expect(move.match(/\d*\.?\d+/g)).toHaveLength(2);
        if (used.leadingZero) expect(text).not.toMatch(/(?<!\d)\.|\.\d+\./);
        const back = parsePathData(text);
        expect(back.error).toBeUndefined();
        // Every end point of the source is on the printed path's grid, in order.
        const ends = endPoints(commands, true);
        const printedEnds = endPoints(
          back.commands.map(({ command }) => command),
          false,
        );
        let index = 0;
        for (const end of printedEnds) {
          while (index < ends.length && Math.hypot(ends[index]!.x - end.x, ends[index]!.y - end.y) > 0.0075)
            index += 1;
          expect(index).toBeLessThan(ends.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** Where commands end, and where the pieces of an arc would if it were printed as curves. */
function endPoints(commands: readonly Command[], withPieces: boolean): { x: number; y: number }[] {
  let at = { x: 0, y: 0 };
  let start = at;
  return commands.flatMap((command) => {
    const from = at;
    if (command.kind === 'move') start = command.to;
    at = command.kind === 'close' ? start : command.to;
    return command.kind === 'arc' && withPieces
      ? [...arcToSegments(from, command).map(({ to }) => to), at]
      : [at];
  });
}
