import { Clipper64, ClipType, FillRule, type Path64, type Paths64 } from 'clipper2-ts';
import { boundsOf, boundsOverlap, type Bounds } from './bounds.ts';
import { ChordGrid } from './chords.ts';
import type { Contour } from './contour.ts';
import { reverseContour } from './reverse.ts';

/**
 * Set operations on regions, by Clipper2 on a grid much finer than any tolerance.
 *
 * A region is what its contours fill by the nonzero rule. Results that had to be computed have the curves they came from,
 * cut at most `tolerance` from the exact place, winding numbers 0 and 1, and no slivers thinner than the tolerance.
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

/** What `contours` fill by `rule`, with winding numbers 0 and 1. */
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
  return boundsOverlap(knownBounds(one), knownBounds(other)) && intersect(one, other, tolerance).length > 0;
}

/** Of thousands of layers each is held against each. */
const KNOWN = new WeakMap<readonly Contour[], Bounds>();

function knownBounds(contours: readonly Contour[]): Bounds {
  const bounds = KNOWN.get(contours) ?? boundsOf(contours);
  KNOWN.set(contours, bounds);
  return bounds;
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
  const reach = Math.max(extent(knownBounds(subject)), clip.length === 0 ? 0 : extent(knownBounds(clip)));
  const scale = Math.min(1000 / tolerance, 2 ** 40 / Math.max(reach, 1e-30));
  const clipper = new Clipper64();
  clipper.preserveCollinear = false;
  const grid = new ChordGrid(scale, tolerance);
  clipper.addSubject(subject.map((contour) => grid.toPolygon(contour)));
  if (clip.length > 0) clipper.addClip(clip.map((contour) => grid.toPolygon(contour)));
  const solution: Paths64 = [];
  clipper.execute(operation, rule, solution);
  return solution.filter((path) => !isSliver(path, tolerance * scale)).map((path) => grid.toContour(path));
}

const extent = (b: Bounds): number =>
  Math.max(Math.abs(b.minX), Math.abs(b.minY), Math.abs(b.maxX), Math.abs(b.maxY));

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
