import { pointAt } from '../geometry/segment.ts';
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
  const grid = gridOver(regions);
  const near = nearOutlines(regions, grid);
  for (let row = 0; row < PROBES; row += 1) {
    const y = grid.y(row);
    const [inA, inB, inResult] = [a, b, result].map((region) => insideAlong(region, y));
    for (let column = 0; column < PROBES; column += 1) {
      if (near.has(row * PROBES + column)) continue;
      const x = grid.x(column);
      if (wanted(inA!(x), inB!(x)) !== inResult!(x))
        throw new Error(`the ${operation} is wrong at ${x}, ${y}`);
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

/** Evenly spaced points over the box of all regions, off the round fractions where outlines tend to lie. */
interface Grid {
  readonly x: (column: number) => number;
  readonly y: (row: number) => number;
  readonly columnOf: (x: number) => number;
  readonly rowOf: (y: number) => number;
  /** So close to an outline a flattened curve may err. */
  readonly margin: number;
}

function gridOver(regions: readonly Flat[]): Grid {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of regions.flatMap(({ rings }) => rings.flat())) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
  const width = maxX - minX;
  const height = maxY - minY;
  return {
    x: (column) => minX + ((column + 0.4871) / PROBES) * width,
    y: (row) => minY + ((row + 0.5137) / PROBES) * height,
    columnOf: (x) => ((x - minX) / width) * PROBES - 0.4871,
    rowOf: (y) => ((y - minY) / height) * PROBES - 0.5137,
    margin: Math.max(width, height) / 100,
  };
}

/** The points of `grid`, counted row by row, that lie within its margin of an outline. */
function nearOutlines(regions: readonly Flat[], grid: Grid): Set<number> {
  const near = new Set<number>();
  const { margin } = grid;
  for (const ring of regions.flatMap(({ rings }) => rings)) {
    ring.forEach((a, index) => {
      const b = ring[(index + 1) % ring.length] as Point;
      const [firstRow, lastRow] = indicesBetween(
        grid.rowOf(Math.min(a.y, b.y) - margin),
        grid.rowOf(Math.max(a.y, b.y) + margin),
      );
      const [firstColumn, lastColumn] = indicesBetween(
        grid.columnOf(Math.min(a.x, b.x) - margin),
        grid.columnOf(Math.max(a.x, b.x) + margin),
      );
      for (let row = firstRow; row <= lastRow; row += 1) {
        for (let column = firstColumn; column <= lastColumn; column += 1) {
          const point = { x: grid.x(column), y: grid.y(row) };
          if (distanceToLine(point, a, b) < margin) near.add(row * PROBES + column);
        }
      }
    });
  }
  return near;
}

/** The whole numbers of a row or column index between `low` and `high`, kept inside the grid. */
const indicesBetween = (low: number, high: number) =>
  [Math.max(0, Math.ceil(low)), Math.min(PROBES - 1, high)] as const;

function distanceToLine(p: Point, a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((p.x - a.x) * dx + (p.y - a.y) * dy) / square;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/** Whether `region` fills the point at x of the line at `y`. */
function insideAlong(region: Flat, y: number): (x: number) => boolean {
  const crossings: { readonly x: number; readonly turn: number }[] = [];
  for (const ring of region.rings) {
    ring.forEach((a, index) => {
      const b = ring[(index + 1) % ring.length] as Point;
      if (a.y <= y === b.y <= y) return;
      crossings.push({ x: a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x), turn: b.y > a.y ? 1 : -1 });
    });
  }
  return (x) => {
    let winding = 0;
    for (const crossing of crossings) if (crossing.x > x) winding += crossing.turn;
    return region.rule === 'nonzero' ? winding !== 0 : winding % 2 !== 0;
  };
}
