import type { Budget } from '../geometry/budget.ts';
import { frameOf, type Frame } from '../geometry/frame.ts';
import { LoopBuilder, type Loops } from '../geometry/loops.ts';
import { apply, stretch, type Matrix } from '../geometry/matrix.ts';
import type { Point } from '../geometry/point.ts';
import { centerArc, type CenteredArc } from './arc.ts';
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
export function flatten(outlines: readonly Outline[], budget: Budget, turn?: number): Flattened {
  const pieces: PlacedPiece[] = [];
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const { subpaths, transform } of outlines) {
    for (const subpath of subpaths) {
      if (subpath.pieces.length === 0) grow(box, place(subpath.start, transform));
      for (const piece of subpath.pieces) pieces.push(placePiece(piece, transform, box));
    }
  }
  const frame = frameOf(box, turn);
  const loops = new LoopBuilder();
  const cos = frame.cos / frame.size;
  const sin = frame.sin / frame.size;
  const toX = (x: number, y: number): number => (x - frame.x) * cos - (y - frame.y) * sin;
  const toY = (x: number, y: number): number => (x - frame.x) * sin + (y - frame.y) * cos;
  const tolerance = FLATNESS * frame.size;

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

/** A piece in the units of the whole; of an arc, the ellipse and the map are kept apart. */
type PlacedPiece =
  | { readonly kind: 'line'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'quad'; readonly from: Point; readonly control: Point; readonly to: Point }
  | {
      readonly kind: 'cubic';
      readonly from: Point;
      readonly control1: Point;
      readonly control2: Point;
      readonly to: Point;
    }
  | {
      readonly kind: 'arc';
      readonly arc: CenteredArc;
      readonly cos: number;
      readonly sin: number;
      readonly transform: Matrix | undefined;
      readonly to: Point;
    };

function place(point: Point, transform: Matrix | undefined): Point {
  return transform === undefined ? point : apply(transform, point);
}

function grow(box: Box, point: Point): void {
  if (point.x < box.minX) box.minX = point.x;
  if (point.x > box.maxX) box.maxX = point.x;
  if (point.y < box.minY) box.minY = point.y;
  if (point.y > box.maxY) box.maxY = point.y;
}

function placePiece({ from, command }: Piece, transform: Matrix | undefined, box: Box): PlacedPiece {
  const placed = placeCommand(from, command, transform);
  if (placed.kind !== 'arc') grow(box, placed.from);
  // Of a curve a few points do for the box: it sets the scale of tolerances, nothing depends on its last digits.
  if (placed.kind !== 'line') for (let step = 0; step < 8; step += 1) grow(box, pointAt(placed, step / 8));
  grow(box, placed.to);
  return placed;
}

function placeCommand(from: Point, command: Piece['command'], transform: Matrix | undefined): PlacedPiece {
  const start = place(from, transform);
  const to = place(command.to, transform);
  switch (command.kind) {
    case 'line':
      return { kind: 'line', from: start, to };
    case 'quad':
      return { kind: 'quad', from: start, control: place(command.control, transform), to };
    case 'cubic': {
      const control1 = place(command.control1, transform);
      const control2 = place(command.control2, transform);
      return { kind: 'cubic', from: start, control1, control2, to };
    }
    case 'arc': {
      const arc = centerArc(from, command);
      if (arc === undefined) return { kind: 'line', from: start, to };
      return { kind: 'arc', arc, cos: Math.cos(arc.rotation), sin: Math.sin(arc.rotation), transform, to };
    }
  }
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

function pointAt(piece: PlacedPiece, t: number): Point {
  const s = 1 - t;
  switch (piece.kind) {
    case 'line':
      return { x: s * piece.from.x + t * piece.to.x, y: s * piece.from.y + t * piece.to.y };
    case 'quad': {
      const { from, control, to } = piece;
      const a = s * s;
      const b = 2 * s * t;
      const c = t * t;
      return { x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y };
    }
    case 'cubic': {
      const { from, control1, control2, to } = piece;
      const a = s * s * s;
      const b = 3 * s * s * t;
      const c = 3 * s * t * t;
      const d = t * t * t;
      return {
        x: a * from.x + b * control1.x + c * control2.x + d * to.x,
        y: a * from.y + b * control1.y + c * control2.y + d * to.y,
      };
    }
    case 'arc': {
      const { arc, cos, sin } = piece;
      const angle = arc.start + arc.sweep * t;
      const u = arc.rx * Math.cos(angle);
      const v = arc.ry * Math.sin(angle);
      return place(
        { x: arc.center.x + cos * u - sin * v, y: arc.center.y + sin * u + cos * v },
        piece.transform,
      );
    }
  }
}
