import { pointAt } from './segment.ts';
import type { Segment } from './contour.ts';
import type { Point } from './point.ts';

// Abscissae and weights of 16-point Gauss–Legendre quadrature on [-1, 1], the positive half.
const NODES = [
  [0.0950125098376374, 0.1894506104550685],
  [0.2816035507792589, 0.1826034150449236],
  [0.4580167776572274, 0.1691565193950025],
  [0.6178762444026438, 0.1495959888165767],
  [0.755404408355003, 0.1246289712555339],
  [0.8656312023878318, 0.0951585116824928],
  [0.9445750230732326, 0.0622535239386479],
  [0.9894009349916499, 0.0271524594117541],
] as const;

/** The first derivative of `segment` at `t`: user units for each unit of `t`. */
export function velocityAt(segment: Segment, t: number): Point {
  const s = 1 - t;
  const { from, to } = segment;
  if (segment.kind === 'line') return { x: to.x - from.x, y: to.y - from.y };
  if (segment.kind === 'quad') {
    const { control } = segment;
    return {
      x: 2 * (s * (control.x - from.x) + t * (to.x - control.x)),
      y: 2 * (s * (control.y - from.y) + t * (to.y - control.y)),
    };
  }
  const { control1, control2 } = segment;
  const axis = (p0: number, p1: number, p2: number, p3: number): number =>
    3 * (s * s * (p1 - p0) + 2 * s * t * (p2 - p1) + t * t * (p3 - p2));
  return { x: axis(from.x, control1.x, control2.x, to.x), y: axis(from.y, control1.y, control2.y, to.y) };
}

/**
 * The unit direction of `segment` at `t`, where the velocity vanishes that of the curve next to it; undefined for a
 * segment that is one point.
 */
export function directionAt(segment: Segment, t: number): Point | undefined {
  const size = controlLength(segment);
  if (size === 0) return undefined;
  for (const nudge of [0, 1e-6, 1e-4, 1e-2]) {
    const at = t < 0.5 ? t + nudge : t - nudge;
    const v = velocityAt(segment, at);
    const length = Math.hypot(v.x, v.y);
    if (length > size * 1e-9) return { x: v.x / length, y: v.y / length };
  }
  const dx = segment.to.x - segment.from.x;
  const dy = segment.to.y - segment.from.y;
  const length = Math.hypot(dx, dy);
  return length === 0 ? undefined : { x: dx / length, y: dy / length };
}

/** Length of the control polygon, which bounds the arc length from above. */
function controlLength(segment: Segment): number {
  if (segment.kind === 'line') return between(segment.from, segment.to);
  if (segment.kind === 'quad')
    return between(segment.from, segment.control) + between(segment.control, segment.to);
  return (
    between(segment.from, segment.control1) +
    between(segment.control1, segment.control2) +
    between(segment.control2, segment.to)
  );
}

const between = (p: Point, q: Point): number => Math.hypot(q.x - p.x, q.y - p.y);

/** Arc length of `segment` from `t0` to `t1`; curves to about 1e-6 of their length. */
export function arcLength(segment: Segment, t0 = 0, t1 = 1): number {
  if (segment.kind === 'line') {
    return Math.hypot(segment.to.x - segment.from.x, segment.to.y - segment.from.y) * (t1 - t0);
  }
  return adaptiveLength(segment, t0, t1, quadrature(segment, t0, t1), 0);
}

function adaptiveLength(segment: Segment, t0: number, t1: number, whole: number, depth: number): number {
  const middle = (t0 + t1) / 2;
  const left = quadrature(segment, t0, middle);
  const right = quadrature(segment, middle, t1);
  if (depth >= 8 || Math.abs(left + right - whole) <= 1e-7 * whole) return left + right;
  return (
    adaptiveLength(segment, t0, middle, left, depth + 1) +
    adaptiveLength(segment, middle, t1, right, depth + 1)
  );
}

function quadrature(segment: Segment, t0: number, t1: number): number {
  const half = (t1 - t0) / 2;
  const middle = (t0 + t1) / 2;
  let sum = 0;
  for (const [node, weight] of NODES) {
    const a = velocityAt(segment, middle - half * node);
    const b = velocityAt(segment, middle + half * node);
    sum += weight * (Math.hypot(a.x, a.y) + Math.hypot(b.x, b.y));
  }
  return sum * half;
}

/** The parameter at which `segment`, whose whole arc length is `total`, has run `distance`. */
export function parameterAtLength(segment: Segment, distance: number, total: number): number {
  if (distance <= 0) return 0;
  if (distance >= total) return 1;
  if (segment.kind === 'line') return distance / total;
  let low = 0;
  let high = 1;
  let t = distance / total;
  // Newton's steps, kept inside the bracket; the arc length grows with t, so the bracket always shrinks.
  for (let step = 0; step < 40; step += 1) {
    const error = arcLength(segment, 0, t) - distance;
    if (Math.abs(error) <= 1e-9 * total) break;
    if (error > 0) high = t;
    else low = t;
    const v = velocityAt(segment, t);
    const speed = Math.hypot(v.x, v.y);
    const next = speed > 0 ? t - error / speed : t;
    t = next > low && next < high ? next : (low + high) / 2;
  }
  return t;
}

/** The piece of `segment` from parameter `t0` to `t1`, of the same kind; whole ends stay exact. */
export function piece(segment: Segment, t0: number, t1: number): Segment {
  if (t0 === 0 && t1 === 1) return segment;
  const from = pointAt(segment, t0);
  const to = pointAt(segment, t1);
  if (segment.kind === 'line') return { kind: 'line', from, to };
  const scale = t1 - t0;
  const start = velocityAt(segment, t0);
  if (segment.kind === 'quad') {
    return {
      kind: 'quad',
      from,
      control: { x: from.x + (start.x * scale) / 2, y: from.y + (start.y * scale) / 2 },
      to,
    };
  }
  const end = velocityAt(segment, t1);
  return {
    kind: 'cubic',
    from,
    control1: { x: from.x + (start.x * scale) / 3, y: from.y + (start.y * scale) / 3 },
    control2: { x: to.x - (end.x * scale) / 3, y: to.y - (end.y * scale) / 3 },
    to,
  };
}
