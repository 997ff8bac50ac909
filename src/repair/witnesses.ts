import type { Contour, Segment } from '../geometry/contour.ts';
import type { Point } from '../geometry/point.ts';

/** Of the larger side of the bounding box: how far a polyline may be from its curve, and a cubic from its arc. */
const FLATNESS = 1e-3;

/** Of the same: how far beside an outline a witness is looked for, and how far it must be from every outline. */
const BESIDE = 8e-3;
const CLEARANCE = 5e-3;

/** Beyond it the sweep, whose work grows with the edges alone, is faster. */
const MOST_STEPS = 1_000_000;

/** Edges of one contour beside which a witness is looked for. */
const MOST_TRIES = 12;

/**
 * True where each contour that draws anything is seen to matter to a nonzero fill: beside its outline lies a point that
 * is filled with it and is not without it, or the other way round, and around that point a disc no outline runs through.
 * The disc is some twenty times as thick as what the sweep takes for nothing, so that the sweep would find the same.
 *
 * False says nothing: then it takes a sweep to know. For nested outlines of opposite direction, as most icons have them,
 * this takes a tenth of the sweep's time.
 *
 * @param contours each with a segment or more
 * @param size the larger side of a box around all
 */
export function eachMatters(contours: readonly Contour[], size: number): boolean {
  if (!(size > 0) || !Number.isFinite(size)) return false;
  const edges: number[] = [];
  const starts: number[] = [];
  for (const contour of contours) {
    starts.push(edges.length);
    trace(contour, FLATNESS * size, edges);
  }
  starts.push(edges.length);
  if ((edges.length * contours.length) / 4 > MOST_STEPS) return false;
  const outlines = Float64Array.from(edges);
  return contours.every((_, index) =>
    matters(outlines, starts[index] as number, starts[index + 1] as number, size),
  );
}

/** Whether the contour whose edges stand from `from` to `to` has a witness. */
function matters(edges: Float64Array, from: number, to: number, size: number): boolean {
  const inside = Math.sign(areaOf(edges, from, to)) * BESIDE * size;
  const step = 4 * Math.max(1, Math.floor((to - from) / 4 / MOST_TRIES));
  for (const side of [inside, -inside])
    for (let at = from; at < to; at += step) {
      const dx = edges[at + 2]! - edges[at]!;
      const dy = edges[at + 3]! - edges[at + 1]!;
      const length = Math.hypot(dx, dy);
      if (length === 0) continue;
      // Clockwise on screen, the inside lies to the right of the way.
      const x = edges[at]! + dx / 2 - (side * dy) / length;
      const y = edges[at + 1]! + dy / 2 + (side * dx) / length;
      if (isWitness(edges, from, to, x, y, CLEARANCE * size)) return true;
    }
  return false;
}

/** Whether the edges from `from` to `to` decide about the point's being filled, and none at all comes near it. */
function isWitness(
  edges: Float64Array,
  from: number,
  to: number,
  x: number,
  y: number,
  clearance: number,
): boolean {
  let all = 0;
  let own = 0;
  for (let at = 0; at < edges.length; at += 4) {
    const fromX = edges[at]! - x;
    const fromY = edges[at + 1]! - y;
    const toX = edges[at + 2]! - x;
    const toY = edges[at + 3]! - y;
    const dx = toX - fromX;
    const dy = toY - fromY;
    const square = dx * dx + dy * dy;
    const along = square === 0 ? 0 : Math.min(1, Math.max(0, -(fromX * dx + fromY * dy) / square));
    const nearX = fromX + along * dx;
    const nearY = fromY + along * dy;
    if (nearX * nearX + nearY * nearY < clearance * clearance) return false;
    // Each y range is half-open, so a shared vertex counts once.
    if (fromY <= 0 === toY <= 0) continue;
    if ((fromX * toY - toX * fromY) * (toY - fromY) <= 0) continue;
    const turn = toY > fromY ? 1 : -1;
    all += turn;
    if (at >= from && at < to) own += turn;
  }
  return (all !== 0) !== (all - own !== 0);
}

/** Twice the signed area; clockwise on screen positive. */
function areaOf(edges: Float64Array, from: number, to: number): number {
  let area = 0;
  for (let at = from; at < to; at += 4) area += edges[at]! * edges[at + 3]! - edges[at + 2]! * edges[at + 1]!;
  return area;
}

/** Adds a contour's edges, four numbers each, closed as when filled. */
function trace({ start, segments }: Contour, flatness: number, edges: number[]): void {
  let at = start;
  const lineTo = (to: Point): void => {
    edges.push(at.x, at.y, to.x, to.y);
    at = to;
  };
  for (const segment of segments) {
    if (segment.kind !== 'line') {
      const pieces = piecesOf(segment, flatness);
      for (let piece = 1; piece < pieces; piece += 1) lineTo(pointAt(segment, piece / pieces));
    }
    lineTo(segment.to);
  }
  if (at.x !== start.x || at.y !== start.y) lineTo(start);
}

type Curve = Exclude<Segment, { readonly kind: 'line' }>;

/** Equal pieces whose chords are no farther than `flatness` from the curve: an eighth of the second derivative each. */
function piecesOf(curve: Curve, flatness: number): number {
  const second =
    curve.kind === 'quad'
      ? 2 * bend(curve.from, curve.control, curve.to)
      : 6 *
        Math.max(
          bend(curve.from, curve.control1, curve.control2),
          bend(curve.control1, curve.control2, curve.to),
        );
  return Math.max(1, Math.ceil(Math.sqrt(second / (8 * flatness))));
}

/** The second difference of three control points. */
function bend(a: Point, b: Point, c: Point): number {
  return Math.hypot(a.x - 2 * b.x + c.x, a.y - 2 * b.y + c.y);
}

function pointAt(curve: Curve, t: number): Point {
  const s = 1 - t;
  if (curve.kind === 'quad') {
    const { from, control, to } = curve;
    return {
      x: s * s * from.x + 2 * s * t * control.x + t * t * to.x,
      y: s * s * from.y + 2 * s * t * control.y + t * t * to.y,
    };
  }
  const { from, control1, control2, to } = curve;
  const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return {
    x: a * from.x + b * control1.x + c * control2.x + d * to.x,
    y: a * from.y + b * control1.y + c * control2.y + d * to.y,
  };
}
