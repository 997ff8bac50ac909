import type { Segment } from '../geometry/contour.ts';
import { directionAt } from '../geometry/measure.ts';
import type { Point } from '../geometry/point.ts';
import type { Command } from '../path/command.ts';
import type { CurvePoint, ShapeLayer } from './model.ts';

/** Handle of a quarter circle, in radii. */
const KAPPA = 0.5523;

/** How much longer a smooth corner is than a round one of the same radius, as on iOS (and Sketch's own). */
const SMOOTHING = 0.6;

/**
 * The length that `point`'s corner asks for on each of its edges.
 *
 * Legacy corners start one radius from the point whatever the angle; the later ones are circles of that radius.
 */
export function tangentLength(
  point: CurvePoint,
  before: Segment,
  after: Segment,
  corners: ShapeLayer['corners'],
): number {
  if (corners === 'legacy') return point.radius;
  const half = halfAngle(point, before, after);
  // A corner of nearly a half turn is no corner; one of nearly none is a spike that no circle fits into.
  if (half > (Math.PI / 2) * 0.999 || half < 0.001) return 0;
  const length = point.radius / Math.tan(half);
  return corners === 'smooth' && point.corner === 'round' && isRightAngle(half)
    ? length * (1 + SMOOTHING)
    : length;
}

/** The commands of the corner at `point` from `start` to `end`, both `cut` away from it along its edges. */
export function roundCorner(
  point: CurvePoint,
  start: Point,
  end: Point,
  cut: number,
  corners: ShapeLayer['corners'],
): Command[] {
  const corner = point.point;
  const toward = (from: Point, part: number): Point => ({
    x: from.x + (corner.x - from.x) * part,
    y: from.y + (corner.y - from.y) * part,
  });
  switch (point.corner) {
    case 'angled':
      return [{ kind: 'line', to: end }];
    case 'squared':
      return [
        { kind: 'line', to: { x: start.x + end.x - corner.x, y: start.y + end.y - corner.y } },
        { kind: 'line', to: end },
      ];
    case 'inverted': {
      const across = (from: Point, other: Point): Point => ({
        x: from.x + (other.x - corner.x) * KAPPA,
        y: from.y + (other.y - corner.y) * KAPPA,
      });
      return [{ kind: 'cubic', control1: across(start, end), control2: across(end, start), to: end }];
    }
    case 'round': {
      if (corners === 'legacy') {
        return [{ kind: 'cubic', control1: toward(start, KAPPA), control2: toward(end, KAPPA), to: end }];
      }
      const half = angleAt(corner, start, end) / 2;
      if (corners === 'smooth' && isRightAngle(half)) return smoothCorner(corner, start, end, cut);
      const sweep = Math.PI - 2 * half;
      const part = (4 / 3) * Math.tan(sweep / 4) * Math.tan(half) || 0;
      return [{ kind: 'cubic', control1: toward(start, part), control2: toward(end, part), to: end }];
    }
  }
}

/**
 * A right-angled corner whose curvature grows gradually: a cubic, a shorter arc, a cubic.
 *
 * @see https://www.figma.com/blog/desperately-seeking-squircles/
 */
function smoothCorner(corner: Point, start: Point, end: Point, cut: number): Command[] {
  const radius = cut / (1 + SMOOTHING);
  const theta = (Math.PI / 4) * SMOOTHING;
  const arcSweep = (Math.PI / 2) * (1 - SMOOTHING);
  const c = radius * Math.tan(theta / 2) * Math.cos(theta);
  const d = c * Math.tan(theta);
  const arcSpan = Math.sin(arcSweep / 2) * radius * Math.SQRT2;
  const b = (cut - arcSpan - c - d) / 3;
  const a = 2 * b;
  const u = { x: (corner.x - start.x) / cut, y: (corner.y - start.y) / cut };
  const v = { x: (end.x - corner.x) / cut, y: (end.y - corner.y) / cut };
  const at = (along: number, across: number): Point => ({
    x: start.x + u.x * along + v.x * across,
    y: start.y + u.y * along + v.y * across,
  });
  const arcStart = at(a + b + c, d);
  const arcEnd = at(a + b + c + arcSpan, d + arcSpan);
  const handle = (4 / 3) * Math.tan(arcSweep / 4) * radius;
  const heading = { along: Math.cos(theta), across: Math.sin(theta) };
  return [
    { kind: 'cubic', control1: at(a, 0), control2: at(a + b, 0), to: arcStart },
    {
      kind: 'cubic',
      control1: at(a + b + c + handle * heading.along, d + handle * heading.across),
      control2: at(a + b + c + arcSpan - handle * heading.across, d + arcSpan - handle * heading.along),
      to: arcEnd,
    },
    { kind: 'cubic', control1: at(cut, cut - a - b), control2: at(cut, cut - a), to: end },
  ];
}

/** Half the angle between the edges where they meet. */
function halfAngle(point: CurvePoint, before: Segment, after: Segment): number {
  const arriving = directionAt(before, 1);
  const leaving = directionAt(after, 0);
  if (arriving === undefined || leaving === undefined) return 0;
  const corner = point.point;
  return (
    angleAt(
      corner,
      { x: corner.x - arriving.x, y: corner.y - arriving.y },
      { x: corner.x + leaving.x, y: corner.y + leaving.y },
    ) / 2
  );
}

/** The angle between the rays from `corner` to `a` and to `b`, 0 to pi. */
function angleAt(corner: Point, a: Point, b: Point): number {
  const ax = a.x - corner.x;
  const ay = a.y - corner.y;
  const bx = b.x - corner.x;
  const by = b.y - corner.y;
  return Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by));
}

const isRightAngle = (half: number): boolean => Math.abs(half - Math.PI / 4) < 0.01;
