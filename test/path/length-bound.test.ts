import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/path/command.ts';
import { printPathData } from '../../src/path/compact.ts';
import { translation } from '../../src/geometry/matrix.ts';
import { longestPathData } from '../../src/path/length-bound.ts';
import { transformCommands } from '../../src/path/transform.ts';
import { anyCommand } from '../support/commands.ts';

const magnitude = fc.constantFrom(1e-6, 1, 30, 5000, 1e9, 1e24);
const number = fc
  .tuple(fc.double({ min: -1, max: 1, noNaN: true }), magnitude)
  .map(([share, size]) => share * size);
const command = anyCommand({ coordinate: number, radius: number, rotation: number });

describe('longestPathData', () => {
  it('is never less than what is printed', () => {
    const commands = fc.array(command, { maxLength: 20 });
    const style = fc.record({
      decimals: fc.integer({ min: 0, max: 9 }),
      tolerance: fc.constantFrom(1e-9, 1e-3, 0.05),
      leadingZero: fc.boolean(),
      careful: fc.boolean(),
      stroked: fc.boolean(),
    });
    fc.assert(
      fc.property(commands, style, (drawn, used) => {
        expect(printPathData(drawn, used).length).toBeLessThanOrEqual(longestPathData(drawn, used.decimals));
      }),
      { numRuns: 2000 },
    );
    // Moving writes turned arcs in another way, by nothing too.
    fc.assert(
      fc.property(commands, style, number, number, (drawn, used, x, y) => {
        const printed = printPathData(transformCommands(drawn, translation(x, y)), used);
        const moved = Math.max(Math.abs(x), Math.abs(y));
        expect(printed.length).toBeLessThanOrEqual(longestPathData(drawn, used.decimals, moved));
      }),
      { numRuns: 2000 },
    );
  });

  it('tells an icon of two hundred curves from a string that is too long', () => {
    const curve: Command = {
      kind: 'cubic',
      control1: { x: 23.456, y: 0.125 },
      control2: { x: 12.345, y: 6.789 },
      to: { x: -1.125, y: 24 },
    };
    const commands = Array.from({ length: 200 }, () => curve);
    expect(longestPathData(commands, 3)).toBeLessThan(32_767);
  });
});
