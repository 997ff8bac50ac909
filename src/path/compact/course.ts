import type { Point } from '../../geometry/point.ts';
import type { CenteredArc } from '../arc.ts';

/** What one command draws, with its start. All lengths are in steps: the unit of the last printed decimal. */
export type Course =
  | { readonly kind: 'line'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'quad'; readonly from: Point; readonly control: Point; readonly to: Point }
  | {
      readonly kind: 'cubic';
      readonly from: Point;
      readonly control1: Point;
      readonly control2: Point;
      readonly to: Point;
    }
  | { readonly kind: 'arc'; readonly from: Point; readonly arc: CenteredArc; readonly to: Point };

export type CourseOf<K extends Course['kind']> = Extract<Course, { readonly kind: K }>;

/** A point of a course, and the unit vector across it; `across` is absent where the course stands still. */
export interface Mark {
  readonly at: Point;
  readonly across: Point | undefined;
}

/** Pieces that a course is seen as. */
const PIECES = 8;

/** Marks along `course`, both ends included. */
export function marksOf(course: Course): readonly Mark[] {
  const count = course.kind === 'line' ? 1 : PIECES;
  return Array.from({ length: count + 1 }, (_, index) => markOn(course, index / count));
}

export function markOn(course: Course, t: number): Mark {
  return { at: pointOn(course, t), across: acrossOn(course, t) };
}

export function pointOn(course: Course, t: number): Point {
  const s = 1 - t;
  switch (course.kind) {
    case 'line':
      return weigh2(s, course.from, t, course.to);
    case 'quad':
      return weigh2(1, weigh2(s * s, course.from, 2 * s * t, course.control), t * t, course.to);
    case 'cubic': {
      const { from, control1, control2, to } = course;
      const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
      return {
        x: a * from.x + b * control1.x + c * control2.x + d * to.x,
        y: a * from.y + b * control1.y + c * control2.y + d * to.y,
      };
    }
    case 'arc': {
      if (t === 0) return course.from;
      if (t === 1) return course.to;
      const { center, rx, ry, rotation, start, sweep } = course.arc;
      const [u, v] = [rx * Math.cos(start + t * sweep), ry * Math.sin(start + t * sweep)];
      const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
      return { x: center.x + cos * u - sin * v, y: center.y + sin * u + cos * v };
    }
  }
}

/** Nearer to an end than this a direction is taken where handles have no length. */
const NEAR = 1e-3;

/** To the right of the direction in which the course runs at `t`. */
function acrossOn(course: Course, t: number): Point | undefined {
  return acrossFrom(velocity(course, t)) ?? acrossFrom(velocity(course, t < 0.5 ? t + NEAR : t - NEAR));
}

function acrossFrom({ x, y }: Point): Point | undefined {
  const length = Math.hypot(x, y);
  return length > 1e-9 ? { x: -y / length, y: x / length } : undefined;
}

function velocity(course: Course, t: number): Point {
  const s = 1 - t;
  switch (course.kind) {
    case 'line':
      return difference(course.to, course.from);
    case 'quad':
      return weigh2(s, difference(course.control, course.from), t, difference(course.to, course.control));
    case 'cubic': {
      const { from, control1, control2, to } = course;
      const ends = weigh2(s * s, difference(control1, from), t * t, difference(to, control2));
      return weigh2(1, ends, 2 * s * t, difference(control2, control1));
    }
    case 'arc': {
      const { rx, ry, rotation, start, sweep } = course.arc;
      const angle = start + t * sweep;
      const [u, v] = [-rx * Math.sin(angle) * sweep, ry * Math.cos(angle) * sweep];
      const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
      return { x: cos * u - sin * v, y: sin * u + cos * v };
    }
  }
}

const weigh2 = (a: number, p: Point, b: number, q: Point): Point => ({
  x: a * p.x + b * q.x,
  y: a * p.y + b * q.y,
});

export const difference = (p: Point, q: Point): Point => ({ x: p.x - q.x, y: p.y - q.y });

export const dot = (p: Point, q: Point): number => p.x * q.x + p.y * q.y;

export const isCircle = ({ rx, ry }: CenteredArc): boolean => Math.abs(rx - ry) <= 1e-6 * rx;
