import { pointAt } from '../../geometry/segment.ts';
import type { Segment } from '../../geometry/contour.ts';
import { directionAt } from '../../geometry/measure.ts';
import type { Point } from '../../geometry/point.ts';
import { pointOnArc, type CenteredArc } from '../arc.ts';

/** What one command draws, with its start. All lengths are in steps: the unit of the last printed decimal. */
export type Course = Segment | ArcCourse;

export interface ArcCourse {
  readonly kind: 'arc';
  readonly from: Point;
  readonly arc: CenteredArc;
  readonly to: Point;
}

export type CourseOf<K extends Course['kind']> = Extract<Course, { readonly kind: K }>;

/** A point of a course, and the unit vector across it; `across` is absent where the course stands still. */
export interface Mark {
  readonly at: Point;
  readonly across: Point | undefined;
}

/** Pieces that a course is seen as. */
const PIECES = 8;

/** Marks along `course` at even steps of its parameter, both ends included. */
export function marksOf(course: Course): readonly Mark[] {
  const count = course.kind === 'line' ? 1 : PIECES;
  return Array.from({ length: count + 1 }, (_, index) => {
    const t = index / count;
    const along = course.kind === 'arc' ? directionOn(course, t) : directionAt(course, t);
    return { at: pointOn(course, t), across: along && { x: -along.y, y: along.x } };
  });
}

export function pointOn(course: Course, t: number): Point {
  if (course.kind !== 'arc') return pointAt(course, t);
  if (t === 0) return course.from;
  if (t === 1) return course.to;
  return pointOnArc(course.arc, t);
}

function directionOn({ arc }: ArcCourse, t: number): Point {
  const { rx, ry, rotation, start, sweep } = arc;
  const angle = start + t * sweep;
  const [u, v] = [-rx * Math.sin(angle) * sweep, ry * Math.cos(angle) * sweep];
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
  const length = Math.hypot(u, v);
  return { x: (cos * u - sin * v) / length, y: (sin * u + cos * v) / length };
}

export const difference = (p: Point, q: Point): Point => ({ x: p.x - q.x, y: p.y - q.y });

export const dot = (p: Point, q: Point): number => p.x * q.x + p.y * q.y;

export const isCircle = ({ rx, ry }: CenteredArc): boolean => Math.abs(rx - ry) <= 1e-6 * rx;
