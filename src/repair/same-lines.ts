import type { Contour, Segment } from '../geometry/contour.ts';
import type { Point } from '../geometry/point.ts';
import type { Path } from '../path/command.ts';

/** How far apart two points may lie, relative to the path's size: what rounding on printing moves them by. */
const TOLERANCE = 1e-4;

/**
 * Whether two paths draw the same solid line: contour by contour the same segments, in either direction.
 *
 * Caps and joins look the same from both ends. Dashes and markers do not, so this is not for them.
 */
export function sameLines(before: Path, after: Path): boolean {
  if (before.contours.length !== after.contours.length) return false;
  const slack = TOLERANCE * sizeOf(before.contours);
  return before.contours.every((contour, index) => {
    const other = after.contours[index] as Contour;
    if (contour.closed !== other.closed || contour.segments.length !== other.segments.length) return false;
    return isSameRun(contour, other, slack) || isSameRun(reversed(contour), other, slack);
  });
}

function isSameRun(a: Contour, b: Contour, slack: number): boolean {
  if (!isNear(a.start, b.start, slack)) return false;
  return a.segments.every((segment, index) => {
    const other = b.segments[index] as Segment;
    const points = pointsOf(segment);
    const others = pointsOf(other);
    return (
      points.length === others.length &&
      points.every((point, at) => isNear(point, others[at] as Point, slack))
    );
  });
}

function reversed({ start, segments, closed }: Contour): Contour {
  const last = segments[segments.length - 1];
  return { start: last?.to ?? start, segments: segments.map(turned).reverse(), closed };
}

function turned(segment: Segment): Segment {
  const { from: to, to: from } = segment;
  if (segment.kind === 'line') return { kind: 'line', from, to };
  if (segment.kind === 'quad') return { kind: 'quad', from, control: segment.control, to };
  return { kind: 'cubic', from, control1: segment.control2, control2: segment.control1, to };
}

function pointsOf(segment: Segment): Point[] {
  const { from, to } = segment;
  if (segment.kind === 'line') return [from, to];
  if (segment.kind === 'quad') return [from, segment.control, to];
  return [from, segment.control1, segment.control2, to];
}

function isNear(a: Point, b: Point, slack: number): boolean {
  return Math.abs(a.x - b.x) <= slack && Math.abs(a.y - b.y) <= slack;
}

function sizeOf(contours: readonly Contour[]): number {
  const ends = contours.flatMap(({ start, segments }) => [start, ...segments.map(({ to }) => to)]);
  const xs = ends.map(({ x }) => x);
  const ys = ends.map(({ y }) => y);
  const extent = (values: readonly number[]): number =>
    values.reduce((most, value) => Math.max(most, value), -Infinity) -
    values.reduce((least, value) => Math.min(least, value), Infinity);
  return Math.max(extent(xs), extent(ys), 0);
}
