import type { Point } from '../geometry/point.ts';
import { centerArc } from './arc.ts';
import type { ArcCommand } from './command.ts';
import { placePiece, pointAt } from './piece.ts';
import type { DrawCommand, Piece } from './subpaths.ts';

/** Above this many turns an arc's ends come close together, and rounding them would turn the whole ellipse. */
const LONG_SWEEP = 1.6 * Math.PI;

/**
 * The part of a piece between two parameters, drawn from `from` to `to` (which are its ends, or as near as they could
 * be placed). It keeps its kind: a part of an arc is an arc; a very long one is two.
 */
export function cutPiece(piece: Piece, t0: number, t1: number, from: Point, to: Point): Piece[] {
  if (t0 === 0 && t1 === 1) return [{ from, command: { ...piece.command, to } as DrawCommand }];
  const { command } = piece;
  switch (command.kind) {
    case 'line':
      return [{ from, command: { kind: 'line', to } }];
    case 'quad':
      return [
        {
          from,
          command: {
            kind: 'quad',
            control: blossom([piece.from, command.control, command.to], [t0, t1]),
            to,
          },
        },
      ];
    case 'cubic': {
      const points = [piece.from, command.control1, command.control2, command.to];
      const control1 = blossom(points, [t0, t0, t1]);
      const control2 = blossom(points, [t0, t1, t1]);
      return [{ from, command: { kind: 'cubic', control1, control2, to } }];
    }
    case 'arc':
      return cutArc(piece, command, t0, t1, from, to);
  }
}

function cutArc(piece: Piece, command: ArcCommand, t0: number, t1: number, from: Point, to: Point): Piece[] {
  const arc = centerArc(piece.from, command);
  if (arc === undefined) return [{ from, command: { kind: 'line', to } }];
  const sweep = Math.abs(arc.sweep) * (t1 - t0);
  if (sweep > LONG_SWEEP) {
    const t = (t0 + t1) / 2;
    const middle = pointAt(placePiece(piece), t);
    return [...cutArc(piece, command, t0, t, from, middle), ...cutArc(piece, command, t, t1, middle, to)];
  }
  // Radii that SVG scaled up to reach the written end are too short for a part as well.
  const rx = arc.rx > Math.abs(command.rx) ? arc.rx : command.rx;
  const ry = arc.ry > Math.abs(command.ry) ? arc.ry : command.ry;
  return [{ from, command: { ...command, rx, ry, large: sweep > Math.PI, to } }];
}

/** The polar form of a Bézier curve: one step of de Casteljau's algorithm at each parameter. */
function blossom(points: readonly Point[], parameters: readonly number[]): Point {
  let level = points;
  for (const t of parameters) {
    level = level.slice(1).map((point, index) => {
      const before = level[index]!;
      return { x: before.x + (point.x - before.x) * t, y: before.y + (point.y - before.y) * t };
    });
  }
  return level[0]!;
}

/** Where two pieces meet. */
export interface Meeting {
  readonly point: Point;
  readonly t: number;
  readonly u: number;
}

/**
 * The meeting of two pieces near parameters `t` and `u`, by Newton's method; where they only graze or coincide, the
 * middle between the two points given. `reach` bounds how far the result may lie from these.
 */
export function meet(one: Piece, other: Piece, t: number, u: number, reach: number): Meeting {
  const a = placePiece(one);
  const b = placePiece(other);
  const p = pointAt(a, t);
  const q = pointAt(b, u);
  const start = { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 };
  const h = 1e-6;
  let [s, v] = [t, u];
  for (let round = 0; round < 12; round += 1) {
    const at = pointAt(a, s);
    const bt = pointAt(b, v);
    const dx = bt.x - at.x;
    const dy = bt.y - at.y;
    if (Math.hypot(at.x - start.x, at.y - start.y) > reach) break;
    if (Math.hypot(dx, dy) <= 1e-13 * (Math.abs(at.x) + Math.abs(at.y) + reach)) {
      if (s < -h || s > 1 + h || v < -h || v > 1 + h) break;
      return { point: at, t: clamp(s), u: clamp(v) };
    }
    const a1 = pointAt(a, s + h);
    const b1 = pointAt(b, v + h);
    const ax = (a1.x - at.x) / h;
    const ay = (a1.y - at.y) / h;
    const bx = (b1.x - bt.x) / h;
    const by = (b1.y - bt.y) / h;
    const det = bx * ay - ax * by;
    if (Math.abs(det) <= 1e-9 * Math.hypot(ax, ay) * Math.hypot(bx, by)) break;
    s += (bx * dy - by * dx) / det;
    v += (ax * dy - ay * dx) / det;
  }
  return { point: start, t, u };
}

const clamp = (t: number): number => Math.min(1, Math.max(0, t));
