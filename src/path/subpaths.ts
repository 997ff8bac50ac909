import type { Point } from '../geometry/point.ts';
import type { Command } from './command.ts';

/** A command that draws. */
export type DrawCommand = Exclude<Command, { readonly kind: 'move' } | { readonly kind: 'close' }>;

/** A drawing command with the point it starts from. */
export interface Piece {
  readonly from: Point;
  readonly command: DrawCommand;
}

/** The commands from one moveto (or the first drawing after a close) to the next. */
export interface Subpath {
  /** Its commands: `first` to `end - 1`. */
  readonly first: number;
  readonly end: number;
  readonly start: Point;
  /** False when it draws on from where a close left off. */
  readonly hasMove: boolean;
  readonly closed: boolean;
  /** As filled: what the commands draw, then the line home where there is a way to go. */
  readonly pieces: readonly Piece[];
}

/** Cuts `commands` into subpaths. Commands before the first moveto belong to none. */
export function toSubpaths(commands: readonly Command[]): Subpath[] {
  const subpaths: Subpath[] = [];
  let first = commands.findIndex((command) => command.kind === 'move');
  if (first < 0) return subpaths;
  let start: Point = { x: 0, y: 0 };
  while (first < commands.length) {
    const opening = commands[first]!;
    const hasMove = opening.kind === 'move';
    if (hasMove) start = opening.to;
    const pieces: Piece[] = [];
    let at = start;
    let index = hasMove ? first + 1 : first;
    let closed = false;
    for (; index < commands.length; index += 1) {
      const command = commands[index]!;
      if (command.kind === 'move') break;
      if (command.kind === 'close') closed = true;
      else {
        // Repeated closes stay with the subpath; drawing after one begins another.
        if (closed) break;
        pieces.push({ from: at, command });
        at = command.to;
      }
    }
    if (at.x !== start.x || at.y !== start.y) {
      pieces.push({ from: at, command: { kind: 'line', to: start } });
    }
    subpaths.push({ first, end: index, start, hasMove, closed, pieces });
    first = index;
  }
  return subpaths;
}

/** The piece drawn from its end to its start. */
export function reversePiece({ from, command }: Piece): Piece {
  switch (command.kind) {
    case 'cubic': {
      const { control1, control2, to } = command;
      return { from: to, command: { kind: 'cubic', control1: control2, control2: control1, to: from } };
    }
    case 'arc':
      return { from: command.to, command: { ...command, sweep: !command.sweep, to: from } };
    default:
      return { from: command.to, command: { ...command, to: from } };
  }
}
