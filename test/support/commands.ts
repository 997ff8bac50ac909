import * as fc from 'fast-check';
import type { Command } from '../../src/path/command.ts';

/** What random commands are made of: coordinates in user units, rotations in degrees. */
export interface CommandParts {
  readonly coordinate: fc.Arbitrary<number>;
  readonly radius: fc.Arbitrary<number>;
  readonly rotation: fc.Arbitrary<number>;
}

/** Commands of every kind, in any order. */
export function anyCommand({ coordinate, radius, rotation }: CommandParts): fc.Arbitrary<Command> {
  const point = fc.record({ x: coordinate, y: coordinate });
  return fc.oneof(
    fc.record({ kind: fc.constant('line' as const), to: point }),
    fc.record({ kind: fc.constant('cubic' as const), control1: point, control2: point, to: point }),
    fc.record({ kind: fc.constant('quad' as const), control: point, to: point }),
    fc.record({ kind: fc.constant('close' as const) }),
    fc.record({ kind: fc.constant('move' as const), to: point }),
    fc.record({
      kind: fc.constant('arc' as const),
      rx: radius,
      ry: radius,
      rotation,
      large: fc.boolean(),
      sweep: fc.boolean(),
      to: point,
    }),
  );
}
