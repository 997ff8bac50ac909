import type { Budget } from '../geometry/budget.ts';
import { frameOf, type Frame } from '../geometry/frame.ts';
import { LoopBuilder, type Loops } from '../geometry/loops.ts';
import { apply, multiply, type Matrix } from '../geometry/matrix.ts';
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
  const starts: Point[] = [];
  const placed: PlacedPiece[] = [];
  const counts: number[] = [];
  let edges = 0;
  for (const { subpaths, transform } of outlines) {
    const map = transform === undefined ? toFrame : multiply(toFrame, transform);
    for (const { start, pieces } of subpaths) {
      starts.push(apply(map, start));
      for (const piece of pieces) {
        const drawn = placePiece(piece, map);
        const count = countEdges(drawn, flatness);
        budget.spend(4 * count);
        placed.push(drawn);
        counts.push(count);
        edges += count;
      }
    }
  }
  const loops = new LoopBuilder(edges + starts.length);
  let index = 0;
  let loop = 0;
  for (const { subpaths } of outlines) {
    for (const { pieces } of subpaths) {
      const { x, y } = starts[loop]!;
      loop += 1;
      loops.begin(x, y);
      for (const end = index + pieces.length; index < end; index += 1) {
        trace(placed[index]!, counts[index]!, index, loops);
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
      growBy(box, place(start, transform));
      for (const { command } of pieces) growBy(box, place(command.to, transform));
    }
  }
  // With all ends in the box, most curves are seen to lie in it.
  for (const { subpaths, transform } of outlines) {
    for (const { pieces } of subpaths) {
      for (const piece of pieces) {
        if (piece.command.kind !== 'line') growByCurve(box, placePiece(piece, transform));
      }
    }
  }
  return box;
}

type Box = { minX: number; minY: number; maxX: number; maxY: number };

function growBy(box: Box, { x, y }: Point): void {
  if (x < box.minX) box.minX = x;
  if (x > box.maxX) box.maxX = x;
  if (y < box.minY) box.minY = y;
  if (y > box.maxY) box.maxY = y;
}

/** Grows the box by a curve: a few points of it do, since the box only sets the scale of tolerances. */
function growByCurve(box: Box, piece: PlacedPiece): void {
  if (liesIn(box, piece)) return;
  for (let step = 1; step < 8; step += 1) growBy(box, pointAt(piece, step / 8));
}

/** Whether what bounds the curve, its control points or its ellipse, lies in the box that holds its ends. */
function liesIn(box: Box, piece: PlacedPiece): boolean {
  switch (piece.kind) {
    case 'line':
      return true;
    case 'quad':
      return holds(box, piece.control.x, piece.control.y);
    case 'cubic':
      return holds(box, piece.control1.x, piece.control1.y) && holds(box, piece.control2.x, piece.control2.y);
    case 'arc': {
      const { center, u, v } = piece;
      const x = Math.sqrt(u.x * u.x + v.x * v.x);
      const y = Math.sqrt(u.y * u.y + v.y * v.y);
      return holds(box, center.x - x, center.y - y) && holds(box, center.x + x, center.y + y);
    }
  }
}

function holds({ minX, minY, maxX, maxY }: Box, x: number, y: number): boolean {
  return x >= minX && x <= maxX && y >= minY && y <= maxY;
}

/** Edges, in equal steps of the parameter, that keep the chords of a piece within `tolerance`. */
function countEdges(piece: PlacedPiece, tolerance: number): number {
  switch (piece.kind) {
    case 'line':
      return 1;
    case 'quad':
      return atLeastOne(Math.sqrt(bend(piece.from, piece.control, piece.to) / (4 * tolerance)));
    case 'cubic': {
      const { from, control1, control2, to } = piece;
      const most = Math.max(bend(from, control1, control2), bend(control1, control2, to));
      // Wang's bound for degree 3: d(d - 1)/8 of the largest second difference.
      return atLeastOne(Math.sqrt((0.75 * most) / tolerance));
    }
    case 'arc': {
      const { u, v, sweep } = piece;
      const radius = Math.hypot(Math.hypot(u.x, u.y), Math.hypot(v.x, v.y));
      const turn = tolerance < radius ? 2 * Math.acos(1 - tolerance / radius) : Math.PI / 2;
      return atLeastOne(Math.abs(sweep) / Math.min(turn, Math.PI / 2));
    }
  }
}

/** Rounded up; what is no number, from coordinates beyond all bounds, counts as one. */
function atLeastOne(count: number): number {
  return count > 1 ? Math.ceil(count) : 1;
}

/** Draws a piece as `count` edges. Coordinates are worked out in place: this runs for every vertex. */
function trace(piece: PlacedPiece, count: number, index: number, loops: LoopBuilder): void {
  const { to } = piece;
  switch (piece.kind) {
    case 'line':
      break;
    case 'quad': {
      const { from, control } = piece;
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
      for (let step = 1; step < count; step += 1) {
        const t = step / count;
        const c = Math.cos(start + sweep * t);
        const s = Math.sin(start + sweep * t);
        loops.edge(center.x + c * u.x + s * v.x, center.y + c * u.y + s * v.y, index, t);
      }
    }
  }
  loops.edge(to.x, to.y, index, 1);
}

/** Length of the second difference of three points. */
function bend(a: Point, b: Point, c: Point): number {
  const x = a.x - 2 * b.x + c.x;
  const y = a.y - 2 * b.y + c.y;
  return Math.sqrt(x * x + y * y);
}
