import type { Point } from '../../geometry/point.ts';
import {
  difference,
  dot,
  isCircle,
  marksOf,
  pointOn,
  type Course,
  type CourseOf,
  type Mark,
} from './course.ts';

/** A course that may stand for a run of a path's pieces. */
export interface Fit {
  readonly course: Course;
  /** How far it is from the pieces at most. */
  readonly off: number;
  readonly marks: readonly Mark[];
}

export function toFit(course: Course, off = 0): Fit {
  return { course, off, marks: marksOf(course) };
}

/** Share of what a course is allowed that a fit may use up; the rest is for rounding. */
const FIT_SHARE = 0.6;

/**
 * Courses that stay within a tolerance of `run`, a row of pieces each of which starts where the one before ends: fewer
 * or shorter commands that draw the same.
 */
export function fitsOf(run: readonly Fit[], wholeTolerance: number): Fit[] {
  const tolerance = FIT_SHARE * wholeTolerance;
  const [first] = run;
  if (first === undefined) return [];
  const fits: Fit[] = run.length === 1 ? [first] : [];
  if (run.length === 1 && first.course.kind === 'line') return fits;
  const points = run.flatMap(({ marks }, index) => marks.slice(index === 0 ? 0 : 1).map(({ at }) => at));
  const found = [
    run.some((piece) => turnsBack(piece, points, tolerance)) ? undefined : fitLine(points, tolerance),
  ];
  if (run.some(({ course }) => course.kind !== 'line') && !(first.course.kind === 'arc' && run.length === 1))
    found.push(fitArc(run, points, tolerance));
  if (run.length === 1 && first.course.kind === 'cubic')
    found.push(fitQuad(first.course, first.marks, tolerance));
  for (const fit of found) {
    if (fit !== undefined && fit.off <= FIT_SHARE * allowanceFor(fit.course, wholeTolerance)) fits.push(fit);
  }
  return fits;
}

/** In tolerances, a line this long counts as long: ten pixels of 256, of loose fills sixteen. */
const LONG_LINE = 160;

/** The same of a curve from end to end: it runs along a row of pixels for a part of its length. */
const LONG_CURVE = 4 * LONG_LINE;

/** In steps: about what rounding to the last decimal takes, and less than any other number is off. */
const ROUNDED = 0.6;

/**
 * How far `course` may be moved. A renderer weighs a pixel by a few samples, which a long line may pass all at once in a
 * whole row of pixels: it shows more than its move says. So it is moved by no more than the last decimal, and a long curve
 * by a quarter of what others are.
 */
export function allowanceFor({ kind, from, to }: Course, tolerance: number): number {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (kind === 'line') return length < LONG_LINE * tolerance ? tolerance : Math.min(ROUNDED, tolerance);
  return length < LONG_CURVE * tolerance ? tolerance : Math.min(Math.max(ROUNDED, tolerance / 4), tolerance);
}

/**
 * Whether a curve may go further along the way from the first point to the last than from one of its own ends to the
 * other: it may turn between two marks, and all that goes beyond would be lost.
 */
function turnsBack({ course }: Fit, points: readonly Point[], tolerance: number): boolean {
  if (course.kind === 'line' || course.kind === 'arc') return false;
  const [start, end] = endsOf(points);
  const way = difference(end, start);
  const slack = tolerance * Math.hypot(way.x, way.y);
  const along = (point: Point): number => dot(difference(point, course.from), way);
  const controls = course.kind === 'quad' ? [course.control] : [course.control1, course.control2];
  const last = along(course.to);
  return controls.map(along).some((at) => at < Math.min(0, last) - slack || at > Math.max(0, last) + slack);
}

/** A line from the first point to the last that passes all of them in order. */
function fitLine(points: readonly Point[], tolerance: number): Fit | undefined {
  const [from, to] = endsOf(points);
  const way = difference(to, from);
  const length = Math.hypot(way.x, way.y);
  let off = 0;
  let reached = 0;
  for (const point of points) {
    const gone = difference(point, from);
    if (length <= tolerance) off = Math.max(off, Math.hypot(gone.x, gone.y));
    else {
      const along = dot(gone, way) / length;
      // Back and forth along one line is more than a line.
      if (along < reached - tolerance || along > length + tolerance) return undefined;
      reached = Math.max(reached, along);
      off = Math.max(off, Math.abs(gone.x * way.y - gone.y * way.x) / length);
    }
    if (off > tolerance) return undefined;
  }
  return toFit({ kind: 'line', from, to }, off);
}

/** No arc goes further around: the center of a nearly full circle hangs on the chord between its ends. */
const MOST_SWEEP = (11 / 6) * Math.PI;

/** A larger circle is a line, or nearly: its center is lost in rounding. In multiples of the chord. */
const FLATTEST = 40;

/** A circle's arc from the first point to the last that passes all of them in order. */
function fitArc(run: readonly Fit[], points: readonly Point[], tolerance: number): Fit | undefined {
  const [from, to] = endsOf(points);
  const middle = points[Math.floor(points.length / 2)];
  const center = middle && circumcenter(from, middle, to);
  if (center === undefined) return undefined;
  const radius = Math.hypot(from.x - center.x, from.y - center.y);
  if (radius > FLATTEST * Math.hypot(to.x - from.x, to.y - from.y)) return undefined;
  // A line has no marks but its ends, and they may lie on a circle that it cuts across.
  const cutsAcross = ({ course: { kind, from: a, to: b } }: Fit): boolean =>
    kind === 'line' &&
    radius - Math.hypot((a.x + b.x) / 2 - center.x, (a.y + b.y) / 2 - center.y) > tolerance;
  if (run.some(cutsAcross)) return undefined;
  let off = 0;
  let sweep = 0;
  let most = 0;
  let before = Math.atan2(from.y - center.y, from.x - center.x);
  const start = before;
  for (const point of points) {
    const [x, y] = [point.x - center.x, point.y - center.y];
    off = Math.max(off, Math.abs(Math.hypot(x, y) - radius));
    if (off > tolerance) return undefined;
    const angle = Math.atan2(y, x);
    let step = angle - before;
    if (step > Math.PI) step -= 2 * Math.PI;
    if (step < -Math.PI) step += 2 * Math.PI;
    // A chord between two marks hides what lies between them.
    if (Math.abs(step) > 0.5) return undefined;
    sweep += step;
    if (Math.abs(sweep) < Math.abs(most) - tolerance / radius) return undefined;
    if (Math.abs(sweep) > Math.abs(most)) most = sweep;
    before = angle;
  }
  if (Math.abs(sweep) > MOST_SWEEP || sweep === 0) return undefined;
  const arc = { center, rx: radius, ry: radius, rotation: 0, start, sweep };
  return toFit({ kind: 'arc', from, arc, to }, off);
}

function circumcenter(a: Point, b: Point, c: Point): Point | undefined {
  const [p, q] = [difference(b, a), difference(c, a)];
  const twice = 2 * (p.x * q.y - p.y * q.x);
  if (Math.abs(twice) < 1e-9) return undefined;
  const [pp, qq] = [dot(p, p), dot(q, q)];
  return { x: a.x + (q.y * pp - p.y * qq) / twice, y: a.y + (p.x * qq - q.x * pp) / twice };
}

/** The quad nearest to a cubic, where that is near enough. */
function fitQuad(
  { from, control1, control2, to }: CourseOf<'cubic'>,
  marks: readonly Mark[],
  tolerance: number,
): Fit | undefined {
  const control = {
    x: (3 * (control1.x + control2.x) - from.x - to.x) / 4,
    y: (3 * (control1.y + control2.y) - from.y - to.y) / 4,
  };
  const quad = toFit({ kind: 'quad', from, control, to });
  const off = Math.max(
    ...quad.marks.map(({ at }, index) => {
      const { x, y } = difference(at, (marks[index] as Mark).at);
      return Math.hypot(x, y);
    }),
  );
  return off <= tolerance ? { ...quad, off } : undefined;
}

function endsOf(points: readonly Point[]): [Point, Point] {
  return [points[0] as Point, points[points.length - 1] as Point];
}

/** In tolerances: how far a point may slide along its outline, where that does not show. */
export const SLIDE = 3;

/** Whether `course`, of the same kind as `fit`, stays as near to the pieces behind the fit as `tolerance` says. */
export function isNear(course: Course, fit: Fit, tolerance: number): boolean {
  const { course: wanted, marks, off } = fit;
  const allowed = allowanceFor(wanted, tolerance) - off;
  if (course.kind === 'arc' && wanted.kind === 'arc') {
    if (Math.abs(course.arc.sweep - wanted.arc.sweep) > 0.5) return false;
    if (isCircle(wanted.arc) && isCircle(course.arc)) return isOnCircle(course, wanted, allowed);
  }
  const last = marks.length - 1;
  return marks.every(({ at, across }, index) => {
    const found = pointOn(course, index / last);
    const [x, y] = [found.x - at.x, found.y - at.y];
    const squared = x * x + y * y;
    if (squared <= allowed * allowed) return allowed >= 0;
    if (across === undefined || squared > (SLIDE * tolerance) ** 2) return false;
    return Math.abs(x * across.x + y * across.y) <= allowed;
  });
}

/** Points of an arc that are held against a circle. */
const CHECKED = [0, 0.25, 0.5, 0.75, 1];

function isOnCircle(course: CourseOf<'arc'>, { arc }: CourseOf<'arc'>, allowed: number): boolean {
  return CHECKED.every((t) => {
    const { x, y } = pointOn(course, t);
    return Math.abs(Math.hypot(x - arc.center.x, y - arc.center.y) - arc.rx) <= allowed;
  });
}
