import type { Segment } from '../geometry/contour.ts';
import type { Point } from '../geometry/point.ts';
import { toContours } from '../path/contours.ts';
import type { Command } from '../path/command.ts';
import { isOpaque, type VectorPath, type VectorStroke } from './android-tree.ts';

/** Straight pieces that a curve is seen as. */
const PIECES = 8;

/** Sine of the angle below which two strokes run along each other: about 20°. */
const ALONG = 0.35;

interface Piece {
  readonly from: Point;
  readonly to: Point;
}

/**
 * True when drawing `a` and `b` as one path shows nothing: the stroke is opaque, and nowhere do the two run along each
 * other. Where edges coincide, two antialiased strokes are darker than one.
 */
export function canJoinStrokes(a: VectorPath, b: VectorPath, stroke: VectorStroke): boolean {
  // A flat cap has an edge across the stroke, which may coincide with anything.
  if (!isOpaque(stroke.paint) || (stroke.cap !== 'round' && !isClosed(a, b))) return false;
  const others = toPieces(b.commands);
  return toPieces(a.commands).every((piece) =>
    others.every((other) => !runAlong(piece, other) || distance(piece, other) > 1.1 * stroke.width),
  );
}

function isClosed(...paths: readonly VectorPath[]): boolean {
  return paths.every(({ commands }) => toContours(commands).every(({ closed }) => closed));
}

function toPieces(commands: readonly Command[]): Piece[] {
  return toContours(commands).flatMap(({ segments }) => segments.flatMap(piecesOf));
}

function piecesOf(segment: Segment): Piece[] {
  if (segment.kind === 'line') return [segment];
  const points = Array.from({ length: PIECES + 1 }, (_, index) => pointOn(segment, index / PIECES));
  return points.slice(1).map((to, index) => ({ from: points[index] as Point, to }));
}

const weigh = (...terms: readonly (readonly [number, Point])[]): Point => ({
  x: terms.reduce((sum, [weight, { x }]) => sum + weight * x, 0),
  y: terms.reduce((sum, [weight, { y }]) => sum + weight * y, 0),
});

function pointOn(segment: Exclude<Segment, { kind: 'line' }>, t: number): Point {
  const s = 1 - t;
  if (segment.kind === 'quad')
    return weigh([s * s, segment.from], [2 * s * t, segment.control], [t * t, segment.to]);
  return weigh(
    [s * s * s, segment.from],
    [3 * s * s * t, segment.control1],
    [3 * s * t * t, segment.control2],
    [t * t * t, segment.to],
  );
}

function runAlong(a: Piece, b: Piece): boolean {
  const [ax, ay] = [a.to.x - a.from.x, a.to.y - a.from.y];
  const [bx, by] = [b.to.x - b.from.x, b.to.y - b.from.y];
  return Math.abs(ax * by - ay * bx) <= ALONG * Math.hypot(ax, ay) * Math.hypot(bx, by);
}

/** Between two pieces that hardly turn against each other: the least from an end of one to the other. */
function distance(a: Piece, b: Piece): number {
  return Math.min(fromPiece(a.from, b), fromPiece(a.to, b), fromPiece(b.from, a), fromPiece(b.to, a));
}

function fromPiece(point: Point, { from, to }: Piece): number {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const squared = x * x + y * y;
  const along = squared === 0 ? 0 : ((point.x - from.x) * x + (point.y - from.y) * y) / squared;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - t * x, point.y - from.y - t * y);
}
