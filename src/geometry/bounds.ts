import type { Contour, Segment } from './contour.ts';
import type { Point } from './point.ts';

/** A closed box; empty when a minimum exceeds its maximum. */
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
  for (const contour of contours) {
    add(contour.start);
    for (const segment of contour.segments) {
      add(segment.to);
      if (segment.kind === 'line') continue;
      for (const t of extremes(segment)) add(pointAt(segment, t));
    }
  }
  return { minX, minY, maxX, maxY };
}

export const isEmptyBounds = (b: Bounds): boolean => !(b.minX <= b.maxX && b.minY <= b.maxY);

/** `b` with `margin` added on each side. */
export const grow = (b: Bounds, margin: number): Bounds => ({
  minX: b.minX - margin,
  minY: b.minY - margin,
  maxX: b.maxX + margin,
  maxY: b.maxY + margin,
});

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

/** The point of `segment` at parameter `t`, 0 to 1; the ends are exact. */
export function pointAt(segment: Segment, t: number): Point {
  if (t === 0) return segment.from;
  if (t === 1) return segment.to;
  const s = 1 - t;
  const { from, to } = segment;
  if (segment.kind === 'line') return { x: s * from.x + t * to.x, y: s * from.y + t * to.y };
  if (segment.kind === 'quad') {
    const { control } = segment;
    return {
      x: s * s * from.x + 2 * s * t * control.x + t * t * to.x,
      y: s * s * from.y + 2 * s * t * control.y + t * t * to.y,
    };
  }
  const { control1, control2 } = segment;
  return {
    x: s * s * s * from.x + 3 * s * s * t * control1.x + 3 * s * t * t * control2.x + t * t * t * to.x,
    y: s * s * s * from.y + 3 * s * s * t * control1.y + 3 * s * t * t * control2.y + t * t * t * to.y,
  };
}

/** Inner parameters at which a curve's x or y turns. */
function extremes(segment: Exclude<Segment, { kind: 'line' }>): number[] {
  const roots: number[] = [];
  for (const axis of ['x', 'y'] as const) {
    const p0 = segment.from[axis];
    const p3 = segment.to[axis];
    if (segment.kind === 'quad') {
      const p1 = segment.control[axis];
      roots.push((p0 - p1) / (p0 - 2 * p1 + p3));
      continue;
    }
    const p1 = segment.control1[axis];
    const p2 = segment.control2[axis];
    roots.push(...quadraticRoots(p3 - 3 * p2 + 3 * p1 - p0, 2 * (p2 - 2 * p1 + p0), p1 - p0));
  }
  return roots.filter((t) => t > 0 && t < 1);
}

/** Real roots of a·t² + b·t + c, stable for small a. */
function quadraticRoots(a: number, b: number, c: number): number[] {
  const discriminant = b * b - 4 * a * c;
  if (discriminant < 0) return [];
  const q = -(b + (b < 0 ? -1 : 1) * Math.sqrt(discriminant)) / 2;
  return [q / a, c / q];
}
