import { apply, type Matrix } from '../geometry/matrix.ts';
import type { Point } from '../geometry/point.ts';
import { centerArc, type CenteredArc } from './arc.ts';
import type { Piece } from './subpaths.ts';

/** A piece in the units of the whole; of an arc, the ellipse and the map are kept apart. */
export type PlacedPiece =
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

export function place(point: Point, transform: Matrix | undefined): Point {
  return transform === undefined ? point : apply(transform, point);
}

/** `piece` under `transform`. */
export function placePiece({ from, command }: Piece, transform?: Matrix): PlacedPiece {
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

/** The point at parameter `t`, 0 to 1. */
export function pointAt(piece: PlacedPiece, t: number): Point {
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
