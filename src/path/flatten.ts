import type { Budget } from '../geometry/budget.ts';
import { frameOf, type Frame } from '../geometry/frame.ts';
import { LoopBuilder, type Loops } from '../geometry/loops.ts';
import { stretch, type Matrix } from '../geometry/matrix.ts';
import type { Point } from '../geometry/point.ts';
import { place, placePiece, pointAt, type PlacedPiece } from './piece.ts';
import type { Subpath } from './subpaths.ts';

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
  const pieces: PlacedPiece[] = [];
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const { subpaths, transform } of outlines) {
    for (const subpath of subpaths) {
      if (subpath.pieces.length === 0) grow(box, place(subpath.start, transform));
      for (const piece of subpath.pieces) {
        const placed = placePiece(piece, transform);
        growByPiece(box, placed);
        pieces.push(placed);
      }
    }
  }
  const frame = frameOf(box, turn);
  const loops = new LoopBuilder();
  const cos = frame.cos / frame.size;
  const sin = frame.sin / frame.size;
  const toX = (x: number, y: number): number => (x - frame.x) * cos - (y - frame.y) * sin;
  const toY = (x: number, y: number): number => (x - frame.x) * sin + (y - frame.y) * cos;
  const tolerance = flatness * frame.size;

  let index = 0;
  for (const { subpaths, transform } of outlines) {
    for (const subpath of subpaths) {
      const start = place(subpath.start, transform);
      loops.begin(toX(start.x, start.y), toY(start.x, start.y));
      for (let k = 0; k < subpath.pieces.length; k += 1) {
        const piece = pieces[index]!;
        const { to } = piece;
        const count = countEdges(piece, tolerance);
        budget.spend(4 * count);
        for (let step = 1; step < count; step += 1) {
          const t = step / count;
          const point = pointAt(piece, t);
          loops.edge(toX(point.x, point.y), toY(point.x, point.y), index, t);
        }
        loops.edge(toX(to.x, to.y), toY(to.x, to.y), index, 1);
        index += 1;
      }
      loops.end(index - 1);
    }
  }
  return { frame, loops: loops.finish() };
}

type Box = { minX: number; minY: number; maxX: number; maxY: number };

function grow(box: Box, point: Point): void {
  if (point.x < box.minX) box.minX = point.x;
  if (point.x > box.maxX) box.maxX = point.x;
  if (point.y < box.minY) box.minY = point.y;
  if (point.y > box.maxY) box.maxY = point.y;
}

/** Grows the box by a piece: of a curve a few points do, since the box only sets the scale of tolerances. */
function growByPiece(box: Box, piece: PlacedPiece): void {
  const parts = piece.kind === 'line' ? 1 : 8;
  for (let step = 0; step < parts; step += 1) grow(box, pointAt(piece, step / parts));
  grow(box, piece.to);
}

/** Into how many equal parts (of the parameter) a piece is cut so that chords stay within `tolerance`. */
function countEdges(piece: PlacedPiece, tolerance: number): number {
  switch (piece.kind) {
    case 'line':
      return 1;
    case 'quad': {
      const bend = second(piece.from, piece.control, piece.to);
      return Math.max(1, Math.ceil(Math.sqrt(bend / (4 * tolerance))));
    }
    case 'cubic': {
      const bend = Math.max(
        second(piece.from, piece.control1, piece.control2),
        second(piece.control1, piece.control2, piece.to),
      );
      // Wang's bound for degree 3: d(d - 1)/8 of the largest second difference.
      return Math.max(1, Math.ceil(Math.sqrt((0.75 * bend) / tolerance)));
    }
    case 'arc': {
      const { arc, transform } = piece;
      const radius = Math.max(arc.rx, arc.ry) * (transform === undefined ? 1 : stretch(transform).major);
      const step = tolerance < radius ? 2 * Math.acos(1 - tolerance / radius) : Math.PI / 2;
      return Math.max(1, Math.ceil(Math.abs(arc.sweep) / Math.min(step, Math.PI / 2)));
    }
  }
}

/** Length of the second difference of three points. */
function second(a: Point, b: Point, c: Point): number {
  return Math.hypot(a.x - 2 * b.x + c.x, a.y - 2 * b.y + c.y);
}
