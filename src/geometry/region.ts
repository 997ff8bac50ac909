import { Clipper64, ClipType, FillRule, type Path64, type Paths64 } from 'clipper2-ts';
import { boundsOf, boundsOverlap, pointAt, type Bounds } from './bounds.ts';
import type { Contour, Segment } from './contour.ts';
import { reverseContour } from './reverse.ts';

/**
 * Set operations on regions, by Clipper2 on a grid much finer than any tolerance.
 *
 * A region is what its contours fill by the nonzero rule. Results that had to be computed have straight edges, at most
 * `tolerance` from the exact curve, winding numbers 0 and 1, and no holes or islands smaller than the tolerance squared.
 */
export function unite(regions: readonly (readonly Contour[])[], tolerance: number): readonly Contour[] {
  const filled = regions.filter((region) => region.length > 0);
  if (filled.length <= 1) return filled[0] ?? [];
  // Drawn side by side, the contours themselves are the union as long as no winding numbers cancel.
  const bounds = filled.map(boundsOf);
  const areApart = bounds.every((one, index) =>
    bounds.slice(index + 1).every((other) => !boundsOverlap(one, other)),
  );
  if (areApart) return filled.flat();
  const oriented = filled.map((region) => orient(region, tolerance));
  if (oriented.every((region) => region !== undefined)) return oriented.flat();
  return run(ClipType.Union, filled.map((region) => normalize(region, tolerance)).flat(), [], tolerance);
}

export function subtract(from: readonly Contour[], what: readonly Contour[], tolerance: number): Contour[] {
  return run(ClipType.Difference, from, what, tolerance);
}

export function intersect(one: readonly Contour[], other: readonly Contour[], tolerance: number): Contour[] {
  return run(ClipType.Intersection, one, other, tolerance);
}

/** What `contours` fill by `rule`, with straight edges and winding numbers 0 and 1. */
export function normalize(
  contours: readonly Contour[],
  tolerance: number,
  rule: 'nonzero' | 'evenodd' = 'nonzero',
): Contour[] {
  return run(
    ClipType.Union,
    contours,
    [],
    tolerance,
    rule === 'evenodd' ? FillRule.EvenOdd : FillRule.NonZero,
  );
}

/** Whether the regions share more than a sliver. */
export function overlap(one: readonly Contour[], other: readonly Contour[], tolerance: number): boolean {
  return boundsOverlap(boundsOf(one), boundsOf(other)) && intersect(one, other, tolerance).length > 0;
}

/** `region` with winding numbers of 0 and more; undefined where it winds both ways. */
function orient(region: readonly Contour[], tolerance: number): readonly Contour[] | undefined {
  if (run(ClipType.Union, region, [], tolerance, FillRule.Negative).length === 0) return region;
  if (run(ClipType.Union, region, [], tolerance, FillRule.Positive).length === 0)
    return region.map(reverseContour);
  return undefined;
}

function run(
  operation: ClipType,
  subject: readonly Contour[],
  clip: readonly Contour[],
  tolerance: number,
  rule: FillRule = FillRule.NonZero,
): Contour[] {
  if (subject.length === 0) return [];
  // A thousandth of the tolerance a step; coarser where coordinates would leave the exact integers of Clipper.
  const reach = Math.max(extent(boundsOf(subject)), clip.length === 0 ? 0 : extent(boundsOf(clip)));
  const scale = Math.min(1000 / tolerance, 2 ** 40 / Math.max(reach, 1e-30));
  const clipper = new Clipper64();
  clipper.preserveCollinear = false;
  clipper.addSubject(subject.map((contour) => toPath(contour, scale, tolerance)));
  if (clip.length > 0) clipper.addClip(clip.map((contour) => toPath(contour, scale, tolerance)));
  const solution: Paths64 = [];
  clipper.execute(operation, rule, solution);
  return solution.filter((path) => !isSliver(path, tolerance * scale)).map((path) => toContour(path, scale));
}

const extent = (b: Bounds): number =>
  Math.max(Math.abs(b.minX), Math.abs(b.minY), Math.abs(b.maxX), Math.abs(b.maxY));

function toPath(contour: Contour, scale: number, tolerance: number): Path64 {
  const path: Path64 = [];
  const add = (p: { readonly x: number; readonly y: number }): void => {
    path.push({ x: Math.round(p.x * scale), y: Math.round(p.y * scale) });
  };
  add(contour.start);
  for (const segment of contour.segments) {
    const count = chords(segment, tolerance);
    for (let index = 1; index <= count; index += 1) add(pointAt(segment, index / count));
  }
  return path;
}

const second = (p0: number, p1: number, p2: number): number => Math.abs(p0 - 2 * p1 + p2);

/** Chords that keep within `tolerance` of a curve, from a bound on its second derivative. */
function chords(segment: Segment, tolerance: number): number {
  if (segment.kind === 'line') return 1;
  const { from, to } = segment;
  let bend: number;
  if (segment.kind === 'quad') {
    const { control: c } = segment;
    bend = 2 * Math.hypot(second(from.x, c.x, to.x), second(from.y, c.y, to.y));
  } else {
    const { control1: c, control2: d } = segment;
    bend =
      6 *
      Math.max(
        Math.hypot(second(from.x, c.x, d.x), second(from.y, c.y, d.y)),
        Math.hypot(second(c.x, d.x, to.x), second(c.y, d.y, to.y)),
      );
  }
  return Math.min(1000, Math.max(1, Math.ceil(Math.sqrt(bend / (8 * tolerance)))));
}

/** Too thin to be seen: an area that a line of the tolerance's width along half the edge would cover. */
function isSliver(path: Path64, tolerance: number): boolean {
  let area = 0;
  let length = 0;
  path.forEach((p, index) => {
    const q = path[(index + 1) % path.length] as { x: number; y: number };
    area += (p.x * q.y - q.x * p.y) / 2;
    length += Math.hypot(q.x - p.x, q.y - p.y);
  });
  return Math.abs(area) <= (tolerance * length) / 2;
}

function toContour(path: Path64, scale: number): Contour {
  const points = path.map((p) => ({ x: p.x / scale, y: p.y / scale }));
  const start = points[0] as { x: number; y: number };
  return {
    start,
    segments: points.map((from, index) => ({ kind: 'line', from, to: points[index + 1] ?? start })),
    closed: true,
  };
}
