import type { Contour } from '../geometry/contour.ts';
import type { Point } from '../geometry/point.ts';
import { ringOf } from './outline.ts';

/** How near two points count as one, as a share of the contour's size: what rounding moves them by. */
const NEAR = 1e-3;

/** Whether two contours run along one line, in the same or the opposite direction, wherever they start. */
export function sameContour(a: Contour, b: Contour): 'same' | 'reversed' | 'other' {
  const one = distinct(ringOf(a));
  const other = distinct(ringOf(b));
  if (one.length !== other.length) return 'other';
  const slack =
    NEAR * Math.max(...one.map(({ x, y }) => Math.max(Math.abs(x), Math.abs(y))), Number.MIN_VALUE);
  if (runsAlong(one, other, slack)) return 'same';
  return runsAlong(one, [...other].reverse(), slack) ? 'reversed' : 'other';
}

function distinct(ring: readonly Point[]): Point[] {
  return ring.filter((point, index) => {
    const next = ring[(index + 1) % ring.length] as Point;
    return ring.length === 1 || point.x !== next.x || point.y !== next.y;
  });
}

function runsAlong(one: readonly Point[], other: readonly Point[], slack: number): boolean {
  const [first] = one;
  if (first === undefined) return true;
  return other.some(
    (start, shift) =>
      isNear(first, start, slack) &&
      one.every((point, index) => isNear(point, other[(index + shift) % other.length] as Point, slack)),
  );
}

function isNear(a: Point, b: Point, slack: number): boolean {
  return Math.abs(a.x - b.x) <= slack && Math.abs(a.y - b.y) <= slack;
}
