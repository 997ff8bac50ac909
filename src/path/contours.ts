import type { Contour, Segment } from '../geometry/contour.ts';
import type { Point } from '../geometry/point.ts';
import { arcToSegments } from './arc.ts';
import type { Command, Path } from './command.ts';

/** Both views of the path that `commands` write. */
export function pathOf(commands: readonly Command[]): Path {
  return { commands, contours: toContours(commands) };
}

/**
 * The contours that `commands` draw, one for each moveto and one for each run of drawing after a close.
 *
 * Commands before the first moveto are dropped. A close adds a line home only where that line has a length.
 */
export function toContours(commands: readonly Command[]): Contour[] {
  const contours: Contour[] = [];
  let start: Point | undefined;
  let at: Point = { x: 0, y: 0 };
  let segments: Segment[] = [];
  let isOpen = false;

  const finish = (closed: boolean): void => {
    if (start !== undefined && (isOpen || closed)) contours.push({ start, segments, closed });
    segments = [];
    isOpen = false;
  };

  for (const command of commands) {
    if (command.kind === 'move') {
      finish(false);
      start = command.to;
      at = command.to;
      isOpen = true;
      continue;
    }
    if (start === undefined) continue;
    if (command.kind === 'close') {
      if (at.x !== start.x || at.y !== start.y) segments.push({ kind: 'line', from: at, to: start });
      if (isOpen) finish(true);
      at = start;
      continue;
    }
    isOpen = true;
    if (command.kind === 'arc') segments.push(...arcToSegments(at, command));
    else if (command.kind === 'line') segments.push({ kind: 'line', from: at, to: command.to });
    else if (command.kind === 'quad')
      segments.push({ kind: 'quad', from: at, control: command.control, to: command.to });
    else {
      const { control1, control2, to } = command;
      segments.push({ kind: 'cubic', from: at, control1, control2, to });
    }
    at = command.to;
  }
  finish(false);
  return contours;
}
