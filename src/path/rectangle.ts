import { cornersOf, hullOf, uniteBounds, type Bounds } from '../geometry/bounds.ts';
import type { Command } from './command.ts';
import { toContours } from './contours.ts';

/** A box that holds all that `commands` draw, control points included; undefined when they draw nothing. */
export function hullOfCommands(commands: readonly Command[]): Bounds | undefined {
  const [first, ...others] = toContours(commands).map(hullOf);
  return first === undefined ? undefined : others.reduce(uniteBounds, first);
}

/** The box that `commands` fill, when they fill exactly an upright rectangle. */
export function asRectangle(commands: readonly Command[]): Bounds | undefined {
  const contours = toContours(commands).filter(({ segments }) => segments.length > 0);
  const box = hullOfCommands(commands);
  const only = contours[0];
  if (box === undefined || only === undefined || contours.length !== 1) return undefined;
  const corners = [only.start, ...only.segments.map(({ to }) => to)];
  if (only.segments.some(({ kind }) => kind !== 'line') || corners.length > 5) return undefined;
  const last = corners[corners.length - 1] as { x: number; y: number };
  if (corners.length === 5 && (last.x !== only.start.x || last.y !== only.start.y)) return undefined;
  const ring = corners.slice(0, 4);
  const isUpright = ring.every((corner, index) => {
    const next = ring[(index + 1) % 4] as { x: number; y: number };
    const turnsX = index % 2 === 0 ? corner.x === next.x : corner.y === next.y;
    const turnsY = index % 2 === 0 ? corner.y === next.y : corner.x === next.x;
    const first = ring[1] as { x: number; y: number };
    return first.x === only.start.x ? turnsX : turnsY;
  });
  return ring.length === 4 && isUpright ? box : undefined;
}

/** The outline of `box`, clockwise. */
export function rectangleCommands(box: Bounds): Command[] {
  const [first, ...others] = cornersOf(box);
  return [
    { kind: 'move', to: first },
    ...others.map((to): Command => ({ kind: 'line', to })),
    { kind: 'close' },
  ];
}
