import type { Budget } from '../geometry/budget.ts';
import { frameOf, type Frame } from '../geometry/frame.ts';
import { LoopBuilder, type Loops } from '../geometry/loops.ts';
import { apply, multiply, type Matrix } from '../geometry/matrix.ts';
import type { Point } from '../geometry/point.ts';
import { place, placePiece, pointAt, type PlacedPiece } from './piece.ts';
import type { Piece, Subpath } from './subpaths.ts';

/** Largest distance between a curve and its polyline, as a share of the size of the whole. */
export const FLATNESS = 2e-5;

/** Subpaths with the map that leads from their user units to those of the whole. */
export interface Outline {
  readonly subpaths: readonly Subpath[];
  readonly transform?: Matrix | undefined;
}

export interface Flattened {
  readonly frame: Frame;
  /** One loop a subpath, in order; pieces are numbered through all subpaths. */
  readonly loops: Loops;
}

/**
 * The outlines as closed polylines in an analysis frame common to all. Arcs are followed exactly, not as cubics.
 *
 * Equal pieces drawn in opposite directions give the same vertices but for rounding.
 */
export function flatten(
  outlines: readonly Outline[],
  budget: Budget,
  turn?: number,
  flatness = FLATNESS,
): Flattened {
  const box = boxOf(outlines);
  const frame = frameOf(box, turn);
  const cos = frame.cos / frame.size;
  const sin = frame.sin / frame.size;
  const toFrame: Matrix = {
    a: cos,
    b: sin,
    c: -sin,
    d: cos,
    e: sin * frame.y - cos * frame.x,
    f: -sin * frame.x - cos * frame.y,
  };
  const loops = new LoopBuilder();
  let index = 0;
  for (const { subpaths, transform } of outlines) {
    const map = transform === undefined ? toFrame : multiply(toFrame, transform);
    for (const { start, pieces } of subpaths) {
      const { x, y } = apply(map, start);
      loops.begin(x, y);
      for (const piece of pieces) {
        budget.spend(4 * trace(placePiece(piece, map), flatness, index, loops));
        index += 1;
      }
      loops.end(index - 1);
    }
  }
  return { frame, loops: loops.finish() };
}

function boxOf(outlines: readonly Outline[]): Box {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const { subpaths, transform } of outlines) {
    for (const { start, pieces } of subpaths) {
      grow(box, place(start, transform));
      for (const piece of pieces) growByPiece(box, piece, transform);
    }
  }
  return box;
}

type Box = { minX: number; minY: number; maxX: number; maxY: number };

function grow(box: Box, point: Point): void {
  if (point.x < box.minX) box.minX = point.x;
  if (point.x > box.maxX) box.maxX = point.x;
  if (point.y < box.minY) box.minY = point.y;
  if (point.y > box.maxY) box.maxY = point.y;
}

/** Grows the box by a piece: of a curve a few points do, since the box only sets the scale of tolerances. */
function growByPiece(box: Box, piece: Piece, transform: Matrix | undefined): void {
  if (piece.command.kind !== 'line') {
    const placed = placePiece(piece, transform);
    for (let step = 1; step < 8; step += 1) grow(box, pointAt(placed, step / 8));
  }
  grow(box, place(piece.command.to, transform));
}

/**
 * Draws a piece as edges, in equal steps of the parameter that keep chords within `tolerance`. Returns their number.
 *
 * Coordinates are worked out in place: this runs for every vertex.
 */
function trace(piece: PlacedPiece, tolerance: number, index: number, loops: LoopBuilder): number {
  const { to } = piece;
  let count = 1;
  switch (piece.kind) {
    case 'line':
      break;
    case 'quad': {
      const { from, control } = piece;
      count = Math.max(1, Math.ceil(Math.sqrt(bend(from, control, to) / (4 * tolerance))));
      for (let step = 1; step < count; step += 1) {
        const t = step / count;
        const s = 1 - t;
        const a = s * s;
        const b = 2 * s * t;
        const c = t * t;
        loops.edge(a * from.x + b * control.x + c * to.x, a * from.y + b * control.y + c * to.y, index, t);
      }
      break;
    }
    case 'cubic': {
      const { from, control1, control2 } = piece;
      const most = Math.max(bend(from, control1, control2), bend(control1, control2, to));
      // Wang's bound for degree 3: d(d - 1)/8 of the largest second difference.
      count = Math.max(1, Math.ceil(Math.sqrt((0.75 * most) / tolerance)));
      for (let step = 1; step < count; step += 1) {
        const t = step / count;
        const s = 1 - t;
        const a = s * s * s;
        const b = 3 * s * s * t;
        const c = 3 * s * t * t;
        const d = t * t * t;
        loops.edge(
          a * from.x + b * control1.x + c * control2.x + d * to.x,
          a * from.y + b * control1.y + c * control2.y + d * to.y,
          index,
          t,
        );
      }
      break;
    }
    case 'arc': {
      const { center, u, v, start, sweep } = piece;
      const radius = Math.hypot(Math.hypot(u.x, u.y), Math.hypot(v.x, v.y));
      const turn = tolerance < radius ? 2 * Math.acos(1 - tolerance / radius) : Math.PI / 2;
      count = Math.max(1, Math.ceil(Math.abs(sweep) / Math.min(turn, Math.PI / 2)));
      for (let step = 1; step < count; step += 1) {
        const t = step / count;
        const c = Math.cos(start + sweep * t);
        const s = Math.sin(start + sweep * t);
        loops.edge(center.x + c * u.x + s * v.x, center.y + c * u.y + s * v.y, index, t);
      }
    }
  }
  loops.edge(to.x, to.y, index, 1);
  return count;
}

/** Length of the second difference of three points. */
function bend(a: Point, b: Point, c: Point): number {
  const x = a.x - 2 * b.x + c.x;
  const y = a.y - 2 * b.y + c.y;
  return Math.sqrt(x * x + y * y);
}
