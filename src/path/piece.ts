import { pointAt as pointOfSegment } from '../geometry/segment.ts';
import type { Segment } from '../geometry/contour.ts';
import { apply, IDENTITY, type Matrix } from '../geometry/matrix.ts';
import type { Point } from '../geometry/point.ts';
import { centerArc } from './arc.ts';
import type { Piece } from './subpaths.ts';

/** A piece under a map. */
export type PlacedPiece =
  | Segment
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
  if (piece.kind !== 'arc') return pointOfSegment(piece, t);
  const { center, u, v, start, sweep } = piece;
  const c = Math.cos(start + sweep * t);
  const n = Math.sin(start + sweep * t);
  return { x: center.x + c * u.x + n * v.x, y: center.y + c * u.y + n * v.y };
}
