import { pointAt } from '../geometry/segment.ts';
import type { Contour } from '../geometry/contour.ts';
import type { Point } from '../geometry/point.ts';

/** Points along a segment for drawing: fine enough that no corner shows at the size of a panel. */
const STEPS = 24;

/**
 * The contour as a closed ring of points, its last joined to its first, as a fill closes it. Never empty.
 */
export function ringOf({ start, segments }: Contour): Point[] {
  const ring = [start];
  for (const segment of segments) {
    const steps = segment.kind === 'line' ? 1 : STEPS;
    for (let step = 1; step <= steps; step += 1) ring.push(pointAt(segment, step / steps));
  }
  return ring;
}

function mix(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}

export interface Heading {
  readonly at: Point;
  /** Of the direction of travel, in degrees, clockwise on screen. */
  readonly angle: number;
}

/** The length of a ring, its closing line included. */
export function lengthOf(ring: readonly Point[]): number {
  let length = 0;
  for (const [index, point] of ring.entries()) {
    const next = ring[(index + 1) % ring.length] as Point;
    length += Math.hypot(next.x - point.x, next.y - point.y);
  }
  return length;
}

/** Place and direction at each of `distances` along a ring; they ascend from 0 to less than its length. */
export function headingsAt(ring: readonly Point[], distances: readonly number[]): Heading[] {
  const headings: Heading[] = [];
  let walked = 0;
  let next = 0;
  for (const [index, from] of ring.entries()) {
    const to = ring[(index + 1) % ring.length] as Point;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
    while (next < distances.length && (distances[next] as number) < walked + length) {
      headings.push({ at: mix(from, to, ((distances[next] as number) - walked) / length), angle });
      next += 1;
    }
    walked += length;
  }
  return headings;
}
