import { pointAt } from '../geometry/bounds.ts';
import type { Contour } from '../geometry/contour.ts';
import type { Point } from '../geometry/point.ts';
import type { FillRule } from '../ir.ts';
import type { Command } from '../path/command.ts';
import { toContours } from '../path/contours.ts';
import type { BooleanOperation } from './model.ts';

/** A filled region: contours, closed or not, and the rule that fills them. */
export interface Region {
  readonly commands: readonly Command[];
  readonly rule: FillRule;
}

export type JoinOperation = Exclude<BooleanOperation, 'none'>;

/**
 * What an adapter lends for boolean operations: the region of `below` joined with `above`, its contours closed and
 * its curves still curves. May throw, and may be wrong: `joinChecked` finds out.
 */
export type JoinRegions = (below: Region, above: Region, operation: JoinOperation) => Region;

/** `below` joined with `above`, proven at points in between. Throws when `join` throws or its answer is wrong. */
export function joinChecked(
  join: JoinRegions,
  below: Region,
  above: Region,
  operation: JoinOperation,
): Region {
  const joined = join(below, above, operation);
  const regions = [below, above, joined].map(flatten);
  const [a, b, result] = regions as [Flat, Flat, Flat];
  const wanted = JOINS[operation];
  for (const point of probes(regions)) {
    if (wanted(isInside(a, point), isInside(b, point)) !== isInside(result, point)) {
      throw new Error(`the ${operation} is wrong about ${point.x}, ${point.y}`);
    }
  }
  return joined;
}

const JOINS: Readonly<Record<JoinOperation, (below: boolean, above: boolean) => boolean>> = {
  union: (below, above) => below || above,
  subtract: (below, above) => below && !above,
  intersect: (below, above) => below && above,
  difference: (below, above) => below !== above,
};

interface Flat {
  readonly rule: FillRule;
  /** Closed polylines. */
  readonly rings: readonly (readonly Point[])[];
}

/** Lines that stand for a curve; off by less than a hundredth of the size of any quarter turn. */
const PIECES = 16;

/** Rows and columns of points at which regions are compared. */
const PROBES = 40;

function flatten(region: Region): Flat {
  return { rule: region.rule, rings: toContours(region.commands).map(ringOf) };
}

function ringOf(contour: Contour): Point[] {
  const ring = [contour.start];
  for (const segment of contour.segments) {
    const pieces = segment.kind === 'line' ? 1 : PIECES;
    for (let piece = 1; piece <= pieces; piece += 1) ring.push(pointAt(segment, piece / pieces));
  }
  return ring;
}

/** Points over the box of all regions, but those next to an outline, where a flattened curve may err. */
function* probes(regions: readonly Flat[]): Generator<Point> {
  const points = regions.flatMap((region) => region.rings.flat());
  if (points.length === 0) return;
  const minX = Math.min(...points.map((p) => p.x));
  const minY = Math.min(...points.map((p) => p.y));
  const width = Math.max(...points.map((p) => p.x)) - minX;
  const height = Math.max(...points.map((p) => p.y)) - minY;
  const margin = Math.max(width, height) / 100;
  for (let row = 0; row < PROBES; row += 1) {
    for (let column = 0; column < PROBES; column += 1) {
      // Off the round fractions where outlines tend to lie.
      const point = {
        x: minX + ((column + 0.4871) / PROBES) * width,
        y: minY + ((row + 0.5137) / PROBES) * height,
      };
      if (!regions.some((region) => isNear(region, point, margin))) yield point;
    }
  }
}

function isNear(region: Flat, p: Point, margin: number): boolean {
  return region.rings.some((ring) =>
    ring.some((a, index) => distanceToLine(p, a, ring[(index + 1) % ring.length] as Point) < margin),
  );
}

function distanceToLine(p: Point, a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((p.x - a.x) * dx + (p.y - a.y) * dy) / square;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

function isInside(region: Flat, p: Point): boolean {
  let winding = 0;
  for (const ring of region.rings) {
    ring.forEach((a, index) => {
      const b = ring[(index + 1) % ring.length] as Point;
      if (a.y <= p.y === b.y <= p.y) return;
      const x = a.x + ((p.y - a.y) / (b.y - a.y)) * (b.x - a.x);
      if (x > p.x) winding += b.y > a.y ? 1 : -1;
    });
  }
  return region.rule === 'nonzero' ? winding !== 0 : winding % 2 !== 0;
}
