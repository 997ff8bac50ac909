import type { Contour, Segment } from './contour.ts';
import type { Point, Size } from './point.ts';
import { pointAt } from './segment.ts';

/** An upright box, edges included; empty when a minimum exceeds its maximum. */
export interface Bounds {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

export const EMPTY_BOUNDS: Bounds = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };

/** The tight box about `contours`, curves included; EMPTY_BOUNDS when there is not one point. */
export function boundsOf(contours: readonly Contour[]): Bounds {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  const add = (p: Point): void => {
    if (p.x < minX) minX = p.x;
    if (p.x > maxX) maxX = p.x;
    if (p.y < minY) minY = p.y;
    if (p.y > maxY) maxY = p.y;
  };
  const isWithin = ({ x, y }: Point): boolean => minX <= x && x <= maxX && minY <= y && y <= maxY;
  for (const contour of contours) {
    add(contour.start);
    for (const segment of contour.segments) {
      add(segment.to);
      if (segment.kind === 'line') continue;
      // A curve stays within its control points: most reach no farther than what is known already.
      if (
        segment.kind === 'quad'
          ? isWithin(segment.control)
          : isWithin(segment.control1) && isWithin(segment.control2)
      )
        continue;
      for (const t of [...turnsOf(segment, 'x'), ...turnsOf(segment, 'y')]) add(pointAt(segment, t));
    }
  }
  return { minX, minY, maxX, maxY };
}

/** A box that holds what `contour` draws, control points included: cheaper than the tight one. */
export function hullOf({ start, segments }: Contour): Bounds {
  let [minX, maxX] = [start.x, start.x];
  let [minY, maxY] = [start.y, start.y];
  const take = ({ x, y }: Point): void => {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  };
  for (const segment of segments) {
    if (segment.kind === 'quad') take(segment.control);
    if (segment.kind === 'cubic') {
      take(segment.control1);
      take(segment.control2);
    }
    take(segment.to);
  }
  return { minX, minY, maxX, maxY };
}

/** The box from the origin to `size`: a viewport's. */
export const boundsOfSize = ({ width, height }: Size): Bounds => ({
  minX: 0,
  minY: 0,
  maxX: width,
  maxY: height,
});

export const isEmptyBounds = (b: Bounds): boolean => !(b.minX <= b.maxX && b.minY <= b.maxY);

/** `b` with `margin` added on each side. */
export const grow = (b: Bounds, margin: number): Bounds => ({
  minX: b.minX - margin,
  minY: b.minY - margin,
  maxX: b.maxX + margin,
  maxY: b.maxY + margin,
});

/** The smallest box that holds both. */
export const uniteBounds = (a: Bounds, b: Bounds): Bounds => ({
  minX: Math.min(a.minX, b.minX),
  minY: Math.min(a.minY, b.minY),
  maxX: Math.max(a.maxX, b.maxX),
  maxY: Math.max(a.maxY, b.maxY),
});

/** What both hold; empty where they are apart. */
export const intersectBounds = (a: Bounds, b: Bounds): Bounds => ({
  minX: Math.max(a.minX, b.minX),
  minY: Math.max(a.minY, b.minY),
  maxX: Math.min(a.maxX, b.maxX),
  maxY: Math.min(a.maxY, b.maxY),
});

/** From the least x and y on, around the box. */
export const cornersOf = ({ minX, minY, maxX, maxY }: Bounds): [Point, Point, Point, Point] => [
  { x: minX, y: minY },
  { x: maxX, y: minY },
  { x: maxX, y: maxY },
  { x: minX, y: maxY },
];

/** True when the boxes have no point in common, each grown by `margin` on all sides. */
export function boundsApart(a: Bounds, b: Bounds, margin = 0): boolean {
  const gap = 2 * margin;
  return a.maxX + gap < b.minX || b.maxX + gap < a.minX || a.maxY + gap < b.minY || b.maxY + gap < a.minY;
}

/** True when the boxes share more than an edge by `slack`; pass a negative slack to count touching. */
export function boundsOverlap(a: Bounds, b: Bounds, slack = 0): boolean {
  return (
    a.minX < b.maxX - slack && b.minX < a.maxX - slack && a.minY < b.maxY - slack && b.minY < a.maxY - slack
  );
}

export const boundsContain = (outer: Bounds, inner: Bounds): boolean =>
  outer.minX <= inner.minX &&
  outer.minY <= inner.minY &&
  outer.maxX >= inner.maxX &&
  outer.maxY >= inner.maxY;

/** Inner parameters at which a curve's x, or its y, turns. */
export function turnsOf(segment: Exclude<Segment, { kind: 'line' }>, axis: 'x' | 'y'): number[] {
  const p0 = segment.from[axis];
  const p3 = segment.to[axis];
  if (segment.kind === 'quad') {
    const p1 = segment.control[axis];
    return [(p0 - p1) / (p0 - 2 * p1 + p3)].filter(isInner);
  }
  const p1 = segment.control1[axis];
  const p2 = segment.control2[axis];
  return quadraticRoots(p3 - 3 * p2 + 3 * p1 - p0, 2 * (p2 - 2 * p1 + p0), p1 - p0).filter(isInner);
}

const isInner = (t: number): boolean => t > 0 && t < 1;

/** Real roots of a·t² + b·t + c, stable for small a. */
function quadraticRoots(a: number, b: number, c: number): number[] {
  const discriminant = b * b - 4 * a * c;
  if (discriminant < 0) return [];
  const q = -(b + (b < 0 ? -1 : 1) * Math.sqrt(discriminant)) / 2;
  return [q / a, c / q];
}
