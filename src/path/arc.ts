import type { Segment } from '../geometry/contour.ts';
import type { Point } from '../geometry/point.ts';
import type { ArcCommand } from './command.ts';

/** An arc by its centre: `start` and `sweep` are angles in radians in the ellipse's own frame. */
export interface CenteredArc {
  readonly center: Point;
  /** Positive, scaled up where the written radii do not reach. */
  readonly rx: number;
  readonly ry: number;
  /** Of the ellipse's x axis, radians. */
  readonly rotation: number;
  readonly start: number;
  /** Signed: positive is clockwise on screen. At most a full turn. */
  readonly sweep: number;
}

/**
 * The ellipse behind an arc command, or undefined when SVG draws something else: nothing when the ends are equal, a
 * straight line when a radius is zero.
 *
 * @see https://www.w3.org/TR/SVG2/implnote.html#ArcImplementationNotes
 */
export function centerArc(from: Point, arc: ArcCommand): CenteredArc | undefined {
  const { to } = arc;
  let rx = Math.abs(arc.rx);
  let ry = Math.abs(arc.ry);
  if ((from.x === to.x && from.y === to.y) || rx === 0 || ry === 0) return undefined;
  const rotation = (arc.rotation * Math.PI) / 180;
  const cos = Math.cos(rotation);
  const sin = Math.sin(rotation);
  const halfX = (from.x - to.x) / 2;
  const halfY = (from.y - to.y) / 2;
  const x = cos * halfX + sin * halfY;
  const y = -sin * halfX + cos * halfY;

  const reach = (x * x) / (rx * rx) + (y * y) / (ry * ry);
  if (reach > 1) {
    rx *= Math.sqrt(reach);
    ry *= Math.sqrt(reach);
  }
  const inside = Math.max(0, 1 / Math.min(reach, 1) - 1);
  const factor = (arc.large === arc.sweep ? -1 : 1) * Math.sqrt(inside);
  const centerX = (factor * rx * y) / ry;
  const centerY = (-factor * ry * x) / rx;

  const start = Math.atan2((y - centerY) / ry, (x - centerX) / rx);
  const end = Math.atan2((-y - centerY) / ry, (-x - centerX) / rx);
  let sweep = end - start;
  if (arc.sweep && sweep < 0) sweep += 2 * Math.PI;
  if (!arc.sweep && sweep > 0) sweep -= 2 * Math.PI;
  return {
    center: {
      x: cos * centerX - sin * centerY + (from.x + to.x) / 2,
      y: sin * centerX + cos * centerY + (from.y + to.y) / 2,
    },
    rx,
    ry,
    rotation,
    start,
    sweep,
  };
}

/** The point of an arc at `t` from 0 to 1, by its angle. */
export function pointOnArc({ center, rx, ry, rotation, start, sweep }: CenteredArc, t: number): Point {
  const [u, v] = [rx * Math.cos(start + t * sweep), ry * Math.sin(start + t * sweep)];
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
  return { x: center.x + cos * u - sin * v, y: center.y + sin * u + cos * v };
}

/** More than a quarter turn by less than this share is one. */
const QUARTER = 1 + 2.5e-7;

/**
 * Into how many cubics an arc is taken apart, here and by kurbo, which resvg draws with. Arcs of one shape that are cut
 * at other angles are other cubics: up to 0.03 % of the radius apart, and more where they are stroked.
 *
 * @see https://docs.rs/kurbo/latest/kurbo/struct.Arc.html
 */
export const cubicsOf = (sweep: number): number =>
  Math.max(1, Math.ceil(Math.abs(sweep) / ((Math.PI / 2) * QUARTER)));

/**
 * An arc as drawn: cubics of at most a quarter turn, each off by less than 0.03 % of the radius, ending exactly at the
 * written end; a line where a radius is zero; nothing where the ends are equal.
 */
export function arcToSegments(from: Point, arc: ArcCommand): Segment[] {
  const centered = centerArc(from, arc);
  if (centered === undefined) {
    const isPoint = from.x === arc.to.x && from.y === arc.to.y;
    return isPoint ? [] : [{ kind: 'line', from, to: arc.to }];
  }
  const { center, rx, ry, rotation, start, sweep } = centered;
  const cos = Math.cos(rotation);
  const sin = Math.sin(rotation);
  const place = (u: number, v: number): Point => ({
    x: center.x + cos * rx * u - sin * ry * v,
    y: center.y + sin * rx * u + cos * ry * v,
  });
  const count = cubicsOf(sweep);
  const step = sweep / count;
  const handle = (4 / 3) * Math.tan(step / 4);
  const segments: Segment[] = [];
  let at = from;
  for (let index = 0; index < count; index += 1) {
    const a = start + step * index;
    const b = a + step;
    const to = index === count - 1 ? arc.to : place(Math.cos(b), Math.sin(b));
    segments.push({
      kind: 'cubic',
      from: at,
      control1: place(Math.cos(a) - handle * Math.sin(a), Math.sin(a) + handle * Math.cos(a)),
      control2: place(Math.cos(b) + handle * Math.sin(b), Math.sin(b) - handle * Math.cos(b)),
      to,
    });
    at = to;
  }
  return segments;
}
