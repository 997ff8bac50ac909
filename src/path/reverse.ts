import type { Point } from '../geometry/point.ts';
import type { Command, WrittenCommand } from './command.ts';
import type { DrawCommand, Subpath } from './subpaths.ts';
import { Writer, type NumberStyle } from './writer.ts';

/** Text of a subpath drawn the other way, and where the pen stands after it. */
export interface Rewritten {
  readonly text: string;
  readonly end: Point;
}

/**
 * The commands of a written subpath in reverse: the same outline, every command of its own kind (S becomes C and T
 * becomes Q, whose first control is no longer implied), relative where it was relative, closed where it was closed.
 *
 * `pen` is where the output's pen stands before it.
 */
export function reverseSubpath(
  written: readonly WrittenCommand[],
  subpath: Subpath,
  pen: Point,
  style: NumberStyle,
): Rewritten {
  const own = written.slice(subpath.first, subpath.end);
  const draws = own.filter(({ command }) => command.kind !== 'move' && command.kind !== 'close');
  const closes = own.filter(({ command }) => command.kind === 'close');
  const last = draws.length === 0 ? subpath.start : endOf(draws[draws.length - 1]!.command, subpath.start);
  const half = 0.5 * 10 ** -style.decimals;
  const returns = Math.abs(last.x - subpath.start.x) < half && Math.abs(last.y - subpath.start.y) < half;
  // A close that draws the line home keeps drawing it when the subpath starts from that line's other end.
  const start = returns ? subpath.start : last;

  const writer = new Writer(pen, style);
  const opening = own[0]!;
  if (subpath.hasMove) writer.move(opening.letter, start);
  else if (start !== subpath.start || distance(pen, start) >= half) writer.move('M', start);
  for (let index = draws.length - 1; index >= 0; index -= 1) {
    const draw = draws[index]!;
    // The first command starts where the subpath does, not where rounding left the pen.
    const to = index === 0 ? subpath.start : draw.from;
    writer.draw(draw.letter, reverseCommand(draw.command, to));
  }
  for (const close of closes) writer.close(close.letter, start);
  return { text: writer.text, end: writer.pen };
}

function distance(a: Point, b: Point): number {
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));
}

function endOf(command: Command, fallback: Point): Point {
  return command.kind === 'close' ? fallback : command.to;
}

/** The command that draws from `command`'s end back to `to`. */
function reverseCommand(command: Command, to: Point): DrawCommand {
  switch (command.kind) {
    case 'quad':
      return { kind: 'quad', control: command.control, to };
    case 'cubic':
      return { kind: 'cubic', control1: command.control2, control2: command.control1, to };
    case 'arc':
      return { ...command, sweep: !command.sweep, to };
    default:
      return { kind: 'line', to };
  }
}
