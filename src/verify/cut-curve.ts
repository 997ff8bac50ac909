import { turnsOf } from '../geometry/bounds.ts';
import type { Segment } from '../geometry/contour.ts';
import { piece } from '../geometry/measure.ts';
import type { Point, Size } from '../geometry/point.ts';
import { pointsOf } from '../geometry/segment.ts';

type Curve = Exclude<Segment, { readonly kind: 'line' }>;
type Axis = 'x' | 'y';

/**
 * In pixels: a cubic is cut where it comes so near to the picture's edge, and the end is then moved onto the edge. So
 * what is left of a curve that leaves the picture by next to nothing is drawn up to this far elsewhere.
 */
const NEAR_EDGE = 1 / 4;

/** Of a parameter: enough for a float. */
const MOST_HALVINGS = 24;

/**
 * What resvg 2.6, in Skia's way, leaves of a curve of a path that reaches out of the picture: pieces that neither turn
 * nor leave it, and lines along its left and right edges for what lies beyond those. All are ends and controls in pixels,
 * in the curve's own direction; of two points, a line.
 *
 * @see https://github.com/linebender/tiny-skia/blob/main/src/edge_clipper.rs
 */
export function cutToPicture(curve: Curve, { width, height }: Size): Point[][] {
  const turns = [...turnsOf(curve, 'x'), ...turnsOf(curve, 'y')].sort((a, b) => a - b);
  return [0, ...turns].flatMap((t, index) => {
    const points = pointsOf(piece(curve, t, turns[index] ?? 1));
    return oriented(points, 'y', (down) => {
      const kept = cut(down, 'y', height);
      if (kept === undefined) return [];
      return oriented(kept, 'x', (across) => {
        const [first, last] = endsOf(across);
        const beyond = last.x <= 0 ? 0 : first.x >= width ? width : undefined;
        if (beyond !== undefined) return [upright(beyond, first, last)];
        const inside = cut(across, 'x', width) as Point[];
        const [from, to] = endsOf(inside);
        return [
          ...(first.x < 0 ? [upright(0, first, from)] : []),
          inside,
          ...(last.x > width ? [upright(width, to, last)] : []),
        ];
      });
    });
  });
}

/** What `cutIt` makes of points that do not fall along `axis`, turned back to the direction that `points` have. */
function oriented(points: Point[], axis: Axis, cutIt: (rising: Point[]) => Point[][]): Point[][] {
  const [first, last] = endsOf(points);
  if (first[axis] <= last[axis]) return cutIt(points);
  return cutIt([...points].reverse())
    .map((part) => part.reverse())
    .reverse();
}

/** The part of a piece, which does not fall along `axis`, between 0 and `size`; nothing where there is none. */
function cut(points: readonly Point[], axis: Axis, size: number): Point[] | undefined {
  const [first, last] = endsOf(points);
  if (last[axis] <= 0 || first[axis] >= size) return undefined;
  let inside = [...points];
  if (first[axis] < 0) {
    inside = splitAt(inside, parameterAt(inside, axis, 0))[1].map((point) => ({
      ...point,
      [axis]: Math.max(0, point[axis]),
    }));
    inside[0] = { ...(inside[0] as Point), [axis]: 0 };
  }
  if (last[axis] > size) {
    inside = splitAt(inside, parameterAt(inside, axis, size))[0].map((point) => ({
      ...point,
      [axis]: Math.min(size, point[axis]),
    }));
    inside[inside.length - 1] = { ...(inside[inside.length - 1] as Point), [axis]: size };
  }
  return inside;
}

/** Where a rising piece passes `edge`: of a quad exactly, of a cubic so nearly as it is looked for. */
function parameterAt(points: readonly Point[], axis: Axis, edge: number): number {
  const enough = points.length === 4 ? NEAR_EDGE : 0;
  let [at, best] = [0.5, 0.5];
  let nearest = Infinity;
  for (let step = 0.25, halving = 0; halving < MOST_HALVINGS && nearest > enough; step /= 2, halving += 1) {
    const [left] = splitAt(points, at);
    const off = endsOf(left)[1][axis] - edge;
    if (Math.abs(off) < nearest) [nearest, best] = [Math.abs(off), at];
    at += off < 0 ? step : -step;
  }
  return best;
}

/** Both parts of a curve, by De Casteljau. */
function splitAt(points: readonly Point[], t: number): [Point[], Point[]] {
  const [left, right]: [Point[], Point[]] = [[], []];
  for (let row = [...points]; row.length > 0; row = row.slice(1).map((to, at) => between(row[at]!, to, t))) {
    left.push(row[0] as Point);
    right.unshift(row[row.length - 1] as Point);
  }
  return [left, right];
}

const between = (from: Point, to: Point, t: number): Point => ({
  x: from.x + (to.x - from.x) * t,
  y: from.y + (to.y - from.y) * t,
});

const endsOf = (points: readonly Point[]): [Point, Point] => [
  points[0] as Point,
  points[points.length - 1] as Point,
];

const upright = (x: number, from: Point, to: Point): Point[] => [
  { x, y: from.y },
  { x, y: to.y },
];
