import { Budget } from './budget.ts';
import type { Contour, Segment } from './contour.ts';
import { directionAt } from './measure.ts';
import { leftOf, offsetLeft, type Side } from './offset.ts';
import type { Point } from './point.ts';
import { reverseSegment } from './reverse.ts';
import { checkTime } from './time.ts';

/** How a line is drawn. `width` is in the units of the contours. */
export interface Pen {
  readonly width: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel' | 'miter-clip';
  readonly miterLimit: number;
}

/**
 * The region that `pen` draws along `contours`, as contours to fill by the nonzero rule; none of its winding numbers
 * is negative, so outlines may be put together freely.
 *
 * Straight edges are exact; curves are at most `tolerance` off. A contour without length draws a dot where the cap is
 * round or square and it is closed or has a segment.
 *
 * @param budget curves wide of their line take up to thousands of pieces each to follow
 * @throws {WorkLimitError} when it is spent
 * @see https://www.w3.org/TR/SVG2/painting.html#StrokeShape
 */
export function outlineStroke(
  contours: readonly Contour[],
  pen: Pen,
  tolerance: number,
  budget: Budget = new Budget(Infinity),
): Contour[] {
  return contours.flatMap((contour) => {
    checkTime();
    const segments = contour.segments.filter((segment) => directionAt(segment, 0) !== undefined);
    if (segments.length === 0) {
      const isDrawn = contour.closed || contour.segments.length > 0;
      return isDrawn ? dot(contour.start, pen) : [];
    }
    const side: Side = { chain: [], fans: [], budget };
    const back = segments.map(reverseSegment).reverse();
    const loops: Segment[][] = [];
    trace(segments, contour.closed, pen, tolerance, side);
    if (contour.closed) loops.push(side.chain.splice(0));
    else cap(segments[segments.length - 1] as Segment, pen, side.chain);
    trace(back, contour.closed, pen, tolerance, side);
    if (!contour.closed) cap(back[back.length - 1] as Segment, pen, side.chain);
    loops.push(side.chain);
    return [...loops.filter((loop) => loop.length > 0).map(close), ...side.fans];
  });
}

/** Runs along the left of `segments`, joins included. */
function trace(segments: readonly Segment[], closed: boolean, pen: Pen, tolerance: number, side: Side): void {
  segments.forEach((segment, index) => {
    offsetLeft(segment, pen.width / 2, tolerance, side);
    const next = segments[index + 1] ?? (closed ? segments[0] : undefined);
    if (next !== undefined) join(segment, next, pen, side.chain);
  });
}

function join(before: Segment, after: Segment, pen: Pen, chain: Segment[]): void {
  const d0 = directionAt(before, 1) as Point;
  const d1 = directionAt(after, 0) as Point;
  const cross = d0.x * d1.y - d0.y * d1.x;
  const dot = d0.x * d1.x + d0.y * d1.y;
  if (Math.abs(cross) < 1e-9 && dot > 0) return;
  const half = pen.width / 2;
  const pivot = before.to;
  const n0 = leftOf(d0);
  const n1 = leftOf(d1);
  const start = move(pivot, n0, half);
  const end = move(pivot, n1, half);
  if (cross < 0) {
    // The inner side: through the pivot, so that each segment's half stays a region of its own.
    chain.push(line(start, pivot), line(pivot, end));
    return;
  }
  const cosHalf = Math.sqrt(Math.max(0, (1 + dot) / 2));
  if (pen.join === 'round') {
    chain.push(...arc(pivot, n0, Math.atan2(cross, dot), half));
    return;
  }
  if (pen.join !== 'bevel' && cosHalf > 0 && 1 / cosHalf <= pen.miterLimit) {
    const tip = move(pivot, { x: n0.x + n1.x, y: n0.y + n1.y }, half / (1 + dot));
    chain.push(line(start, tip), line(tip, end));
    return;
  }
  if (pen.join === 'miter-clip') {
    chain.push(...clippedMiter(pivot, d0, d1, cosHalf, pen));
    return;
  }
  chain.push(line(start, end));
}

/** A miter cut off square at half the limit's length from the pivot; a bevel where that lies inside the bevel. */
function clippedMiter(pivot: Point, d0: Point, d1: Point, cosHalf: number, pen: Pen): Segment[] {
  const half = pen.width / 2;
  const start = move(pivot, leftOf(d0), half);
  const end = move(pivot, leftOf(d1), half);
  const reach = (pen.miterLimit * pen.width) / 2 - half * cosHalf;
  const sinHalf = Math.sqrt(Math.max(0, 1 - cosHalf * cosHalf));
  if (!(reach > 0) || sinHalf === 0) return [line(start, end)];
  const along = reach / sinHalf;
  const a = move(start, d0, along);
  const b = move(end, d1, -along);
  return [line(start, a), line(a, b), line(b, end)];
}

/** From the left of the segment's end around to its right. */
function cap(segment: Segment, pen: Pen, chain: Segment[]): void {
  const direction = directionAt(segment, 1) as Point;
  const normal = leftOf(direction);
  const half = pen.width / 2;
  const left = move(segment.to, normal, half);
  const right = move(segment.to, normal, -half);
  if (pen.cap === 'round') chain.push(...arc(segment.to, normal, Math.PI, half));
  else if (pen.cap === 'square') {
    const a = move(left, direction, half);
    const b = move(right, direction, half);
    chain.push(line(left, a), line(a, b), line(b, right));
  } else chain.push(line(left, right));
}

function dot(at: Point, pen: Pen): Contour[] {
  if (pen.cap === 'butt') return [];
  const half = pen.width / 2;
  if (pen.cap === 'round') return [close(arc(at, { x: 1, y: 0 }, 2 * Math.PI, half))];
  const corners = [
    { x: at.x - half, y: at.y - half },
    { x: at.x + half, y: at.y - half },
    { x: at.x + half, y: at.y + half },
    { x: at.x - half, y: at.y + half },
  ] as const;
  return [close(corners.map((corner, index) => line(corner, corners[(index + 1) % 4] as Point)))];
}

/** Clockwise by `turn` radians about `center` from the unit vector `from`: cubics of at most a quarter turn. */
function arc(center: Point, from: Point, turn: number, radius: number): Segment[] {
  const count = Math.max(1, Math.ceil(turn / (Math.PI / 2) - 1e-9));
  const step = turn / count;
  const handle = (4 / 3) * Math.tan(step / 4) * radius;
  const cos = Math.cos(step);
  const sin = Math.sin(step);
  const segments: Segment[] = [];
  let u = from;
  for (let index = 0; index < count; index += 1) {
    const v = { x: u.x * cos - u.y * sin, y: u.x * sin + u.y * cos };
    const start = move(center, u, radius);
    const end = move(center, v, radius);
    segments.push({
      kind: 'cubic',
      from: start,
      control1: { x: start.x - u.y * handle, y: start.y + u.x * handle },
      control2: { x: end.x + v.y * handle, y: end.y - v.x * handle },
      to: end,
    });
    u = v;
  }
  return segments;
}

const move = (p: Point, direction: Point, distance: number): Point => ({
  x: p.x + direction.x * distance,
  y: p.y + direction.y * distance,
});

const line = (from: Point, to: Point): Segment => ({ kind: 'line', from, to });

/** A closed contour of `chain`, whose pieces meet up to rounding; gaps where a join was left out are bridged. */
function close(chain: readonly Segment[]): Contour {
  const segments: Segment[] = [];
  const first = chain[0] as Segment;
  let at = first.from;
  for (const segment of chain) {
    const moved = { ...segment, from: at };
    if (moved.kind !== 'line' || moved.to.x !== at.x || moved.to.y !== at.y) segments.push(moved);
    at = segment.to;
  }
  if (at.x !== first.from.x || at.y !== first.from.y) segments.push(line(at, first.from));
  return { start: first.from, segments, closed: true };
}
