import type { Point } from '../geometry/point.ts';
import type { Command } from './command.ts';

/** Whether both write one path: the same commands with the same numbers, in the same order. */
export function sameCommands(one: readonly Command[], other: readonly Command[]): boolean {
  if (one === other) return true;
  return (
    one.length === other.length && one.every((command, at) => sameCommand(command, other[at] as Command))
  );
}

/** Whether both are one kind of command to the same points, which may differ by `noise` user units along each axis. */
export function sameCommand(a: Command, b: Command, noise: number = 0): boolean {
  const isAt = (p: Point, q: Point): boolean => isNear(p, q, noise);
  switch (a.kind) {
    case 'close':
      return b.kind === 'close';
    case 'move':
    case 'line':
      return b.kind === a.kind && isAt(a.to, b.to);
    case 'quad':
      return b.kind === 'quad' && isAt(a.control, b.control) && isAt(a.to, b.to);
    case 'cubic':
      return (
        b.kind === 'cubic' && isAt(a.control1, b.control1) && isAt(a.control2, b.control2) && isAt(a.to, b.to)
      );
    case 'arc':
      return (
        b.kind === 'arc' &&
        a.rx === b.rx &&
        a.ry === b.ry &&
        a.rotation === b.rotation &&
        a.large === b.large &&
        a.sweep === b.sweep &&
        isAt(a.to, b.to)
      );
  }
}

/** Whether two points differ by at most `noise` along each axis. */
export function isNear(a: Point, b: Point, noise: number): boolean {
  return Math.abs(a.x - b.x) <= noise && Math.abs(a.y - b.y) <= noise;
}

/** The same number for the same commands; seldom for others. */
export function hashOf(commands: readonly Command[]): number {
  let hash = commands.length;
  for (const command of commands) {
    if (command.kind === 'close') continue;
    const { x, y } = command.to;
    hash = (hash * 31 + x * 7 + y) % 1e9;
  }
  return hash;
}
