import type { Budget } from './budget.ts';
import { pointAt } from './segment.ts';
import type { Contour, Segment } from './contour.ts';
import { directionAt, piece, velocityAt } from './measure.ts';
import type { Point } from './point.ts';

/** Splits of one segment: 4,096 pieces at the most. */
const MAX_DEPTH = 12;

/** What one piece takes to fit, in steps of a budget. */
const FIT_STEPS = 200;

/**
 * The left side of one segment's stroke, and what the side alone cannot say.
 *
 * Where a curve bends to the left more tightly than `distance`, its offset runs backward and would take winding away.
 * There `chain` returns to the curve itself, and `fans` covers the far side with contours that run clockwise.
 */
export interface Side {
  readonly chain: Segment[];
  readonly fans: Contour[];
  /** What the search for a fitting curve is spent from. */
  readonly budget: Budget;
}

/** Left of a direction, on screen: up, for one that points right. */
export const leftOf = (direction: Point): Point => ({ x: direction.y, y: -direction.x });

/** Appends the curve that runs `distance` left of `segment`, at most `tolerance` off, to `side`. */
export function offsetLeft(segment: Segment, distance: number, tolerance: number, side: Side): void {
  if (segment.kind === 'line') {
    const from = offsetPoint(segment, 0, distance);
    const to = offsetPoint(segment, 1, distance);
    if (from !== undefined && to !== undefined) side.chain.push({ kind: 'line', from, to });
    return;
  }
  split(segment, 0, 1, distance, tolerance, side, 0);
}

function split(
  segment: Segment,
  t0: number,
  t1: number,
  distance: number,
  tolerance: number,
  side: Side,
  depth: number,
): void {
  side.budget.spend(FIT_STEPS);
  const from = offsetPoint(segment, t0, distance);
  const to = offsetPoint(segment, t1, distance);
  if (from === undefined || to === undefined) return;
  const speeds = [0, 0.25, 0.5, 0.75, 1].map((share) =>
    speedFactor(segment, t0 + (t1 - t0) * share, distance),
  );
  if (speeds.every((speed) => speed >= 0 && Number.isFinite(speed))) {
    const fitted = fit(segment, t0, t1, from, to, speeds[0] as number, speeds[4] as number);
    if (isClose(segment, t0, t1, distance, tolerance, fitted)) {
      side.chain.push(fitted);
      return;
    }
    if (depth >= MAX_DEPTH) {
      side.chain.push({ kind: 'line', from, to });
      return;
    }
  } else if (
    depth >= MAX_DEPTH ||
    (speeds.every((speed) => speed < 0) && isFlat(segment, t0, t1, distance, tolerance))
  ) {
    const curve = piece(segment, t0, t1);
    side.chain.push({ kind: 'line', from, to: curve.from }, curve, { kind: 'line', from: curve.to, to });
    side.fans.push(...fan(curve.from, curve.to, from, to));
    return;
  }
  const middle = (t0 + t1) / 2;
  split(segment, t0, middle, distance, tolerance, side, depth + 1);
  split(segment, middle, t1, distance, tolerance, side, depth + 1);
}

function offsetPoint(segment: Segment, t: number, distance: number): Point | undefined {
  const direction = directionAt(segment, t);
  if (direction === undefined) return undefined;
  const at = pointAt(segment, t);
  return { x: at.x + direction.y * distance, y: at.y - direction.x * distance };
}

/** How fast the offset runs beside the curve: 1 + distance · curvature, negative where it runs backward. */
function speedFactor(segment: Segment, t: number, distance: number): number {
  const v = velocityAt(segment, t);
  const a = accelerationAt(segment, t);
  const speed = Math.hypot(v.x, v.y);
  if (speed === 0) return Number.POSITIVE_INFINITY;
  return 1 + (distance * (v.x * a.y - v.y * a.x)) / (speed * speed * speed);
}

const axis = (p0: number, p1: number, p2: number): number => p0 - 2 * p1 + p2;

function accelerationAt(segment: Segment, t: number): Point {
  if (segment.kind === 'line') return { x: 0, y: 0 };
  if (segment.kind === 'quad') {
    const { from, control, to } = segment;
    return { x: 2 * axis(from.x, control.x, to.x), y: 2 * axis(from.y, control.y, to.y) };
  }
  const { from, control1, control2, to } = segment;
  const along = (p0: number, p1: number, p2: number, p3: number): number =>
    6 * ((1 - t) * axis(p0, p1, p2) + t * axis(p1, p2, p3));
  return {
    x: along(from.x, control1.x, control2.x, to.x),
    y: along(from.y, control1.y, control2.y, to.y),
  };
}

/** The cubic with the offset's ends and end velocities. */
function fit(
  segment: Segment,
  t0: number,
  t1: number,
  from: Point,
  to: Point,
  startSpeed: number,
  endSpeed: number,
): Segment {
  const third = (t1 - t0) / 3;
  const start = velocityAt(segment, t0);
  const end = velocityAt(segment, t1);
  return {
    kind: 'cubic',
    from,
    control1: { x: from.x + start.x * startSpeed * third, y: from.y + start.y * startSpeed * third },
    control2: { x: to.x - end.x * endSpeed * third, y: to.y - end.y * endSpeed * third },
    to,
  };
}

/** Whether `fitted` keeps within `tolerance` of the true offset: its distance across the curve, at three places. */
function isClose(
  segment: Segment,
  t0: number,
  t1: number,
  distance: number,
  tolerance: number,
  fitted: Segment,
): boolean {
  return [0.25, 0.5, 0.75].every((share) => {
    const t = t0 + (t1 - t0) * share;
    const exact = offsetPoint(segment, t, distance);
    const direction = directionAt(segment, t);
    if (exact === undefined || direction === undefined) return true;
    const near = pointAt(fitted, share);
    const dx = near.x - exact.x;
    const dy = near.y - exact.y;
    const across = Math.abs(dx * direction.y - dy * direction.x);
    const along = Math.abs(dx * direction.x + dy * direction.y);
    // Sliding along the curve is no error by itself; far along it the comparison across means nothing.
    return across <= tolerance && along <= Math.max(tolerance * 20, Math.abs(distance) * 0.05);
  });
}

/** Whether the far side of a tight bend turns little enough here to be drawn with one straight edge. */
function isFlat(segment: Segment, t0: number, t1: number, distance: number, tolerance: number): boolean {
  const a = directionAt(segment, t0);
  const b = directionAt(segment, t1);
  if (a === undefined || b === undefined) return true;
  const turn = Math.abs(Math.atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y));
  return distance * (1 - Math.cos(turn / 2)) <= tolerance && turn < 0.5;
}

/**
 * The quad between the curve and its offset as two clockwise triangles: about where its sides cross, as they do where the
 * offset runs backward, else side by side. Where a curve ends at a standstill they hardly turn, and would cross far away.
 */
function fan(curveFrom: Point, curveTo: Point, sideFrom: Point, sideTo: Point): Contour[] {
  const r = { x: sideFrom.x - curveFrom.x, y: sideFrom.y - curveFrom.y };
  const s = { x: sideTo.x - curveTo.x, y: sideTo.y - curveTo.y };
  const cross = r.x * s.y - r.y * s.x;
  const gap = { x: curveTo.x - curveFrom.x, y: curveTo.y - curveFrom.y };
  const u = (gap.x * s.y - gap.y * s.x) / cross;
  if (!(u >= 0 && u <= 1))
    return [clockwise([curveFrom, curveTo, sideTo]), clockwise([curveFrom, sideTo, sideFrom])];
  const middle = { x: curveFrom.x + r.x * u, y: curveFrom.y + r.y * u };
  return [clockwise([curveFrom, curveTo, middle]), clockwise([middle, sideFrom, sideTo])];
}

function clockwise(points: readonly [Point, Point, Point]): Contour {
  const [a, b, c] = points;
  const area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  const [p, q] = area >= 0 ? [b, c] : [c, b];
  return {
    start: a,
    segments: [
      { kind: 'line', from: a, to: p },
      { kind: 'line', from: p, to: q },
      { kind: 'line', from: q, to: a },
    ],
    closed: true,
  };
}
