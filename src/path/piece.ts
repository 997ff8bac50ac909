import { apply, IDENTITY, type Matrix } from '../geometry/matrix.ts';
import type { Point } from '../geometry/point.ts';
import { centerArc } from './arc.ts';
import type { Piece } from './subpaths.ts';

/** A piece under a map. */
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
      readonly center: Point;
      /** Half axes, not perpendicular under every map: the point at angle a is center + cos(a) u + sin(a) v. */
      readonly u: Point;
      readonly v: Point;
      readonly start: number;
      readonly sweep: number;
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
      const cos = Math.cos(arc.rotation);
      const sin = Math.sin(arc.rotation);
      const m = transform ?? IDENTITY;
      const turned = (x: number, y: number): Point => ({ x: m.a * x + m.c * y, y: m.b * x + m.d * y });
      return {
        kind: 'arc',
        center: place(arc.center, transform),
        u: turned(arc.rx * cos, arc.rx * sin),
        v: turned(-arc.ry * sin, arc.ry * cos),
        start: arc.start,
        sweep: arc.sweep,
        to,
      };
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
      const { center, u, v, start, sweep } = piece;
      const c = Math.cos(start + sweep * t);
      const n = Math.sin(start + sweep * t);
      return { x: center.x + c * u.x + n * v.x, y: center.y + c * u.y + n * v.y };
    }
  }
}
