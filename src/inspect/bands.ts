import type { Point } from '../geometry/point.ts';
import { print } from './lettering.ts';

/** The part of the plane that has one winding number, as path data that draws it. */
export interface Band {
  readonly winding: number;
  readonly data: string;
}

/** How far a side may stray for a shorter picture: a twentieth of a row goes unseen. */
const THINNEST = 0.05;

/** Of more, nothing could be seen but grey: a picture has less than 500 rows, each of a few hundred pixels. */
export const MOST_CROSSINGS = 200_000;

interface Crossing {
  readonly x: number;
  readonly turn: 1 | -1;
}

interface Run {
  readonly left: number;
  readonly right: number;
  readonly winding: number;
}

/** A run that goes on from row to row: its sides, from the top. */
interface Column {
  readonly winding: number;
  readonly lefts: Point[];
  readonly rights: Point[];
}

/**
 * The rings' faces joined by winding number, zero left out, for looking at: true within `rowHeight`, which the
 * outlines drawn over it hide. Nothing is decided by it.
 *
 * Winding numbers are read along the middle of each row, clockwise on screen positive. There are no bands where the
 * rings cross the rows more than `MOST_CROSSINGS` times.
 */
export function bandsOf(rings: readonly (readonly Point[])[], rowHeight: number): Band[] {
  const rows = crossingsByRow(rings, rowHeight);
  if (rows === undefined) return [];
  const data = new Map<number, string>();
  let open: Column[] = [];
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    const y = (row + 0.5) * rowHeight;
    const runs = runsOf(rows.get(row) as Crossing[]);
    const columnsAbove = meetings(open, runs, y, rowHeight);
    const heirs = new Map<Column, number>();
    for (const column of columnsAbove.flat()) heirs.set(column, (heirs.get(column) ?? 0) + 1);
    const next = new Set<Column>();
    for (const [index, run] of runs.entries()) {
      const above = columnsAbove[index] as readonly Column[];
      const [only] = above;
      const goesOn = only !== undefined && above.length === 1 && heirs.get(only) === 1;
      const column = goesOn ? only : begin(run, y - rowHeight / 2);
      column.lefts.push({ x: run.left, y });
      column.rights.push({ x: run.right, y });
      next.add(column);
    }
    for (const column of open) if (!next.has(column)) finish(column, rowHeight, data);
    open = [...next];
  }
  for (const column of open) finish(column, rowHeight, data);
  return [...data].map(([winding, path]) => ({ winding, data: path })).sort((a, b) => a.winding - b.winding);
}

function crossingsByRow(
  rings: readonly (readonly Point[])[],
  rowHeight: number,
): Map<number, Crossing[]> | undefined {
  let count = 0;
  const rows = new Map<number, Crossing[]>();
  for (const ring of rings) {
    for (const [index, from] of ring.entries()) {
      const to = ring[(index + 1) % ring.length] as Point;
      if (from.y === to.y) continue;
      const [top, bottom] = from.y < to.y ? [from, to] : [to, from];
      // Rows whose middle lies in the half-open range, so that a shared vertex counts once.
      const first = Math.ceil(top.y / rowHeight - 0.5);
      const last = Math.ceil(bottom.y / rowHeight - 0.5) - 1;
      count += Math.max(0, last - first + 1);
      if (count > MOST_CROSSINGS) return undefined;
      for (let row = first; row <= last; row += 1) {
        const t = ((row + 0.5) * rowHeight - top.y) / (bottom.y - top.y);
        const crossings = rows.get(row) ?? [];
        crossings.push({ x: top.x + (bottom.x - top.x) * t, turn: from.y < to.y ? -1 : 1 });
        rows.set(row, crossings);
      }
    }
  }
  return rows;
}

function runsOf(crossings: Crossing[]): Run[] {
  crossings.sort((a, b) => a.x - b.x);
  const runs: Run[] = [];
  let winding = 0;
  for (const [index, { x, turn }] of crossings.entries()) {
    winding += turn;
    const right = crossings[index + 1]?.x;
    if (winding !== 0 && right !== undefined && right > x) runs.push({ left: x, right, winding });
  }
  return runs;
}

/** For each run the columns above that it touches. Both come from left to right and apart from their like. */
function meetings(open: readonly Column[], runs: readonly Run[], y: number, rowHeight: number): Column[][] {
  let first = 0;
  return runs.map((run) => {
    while (first < open.length && rightOf(open[first] as Column) <= run.left) first += 1;
    const above: Column[] = [];
    for (let at = first; at < open.length; at += 1) {
      const column = open[at] as Column;
      if (leftOf(column) >= run.right) break;
      if (touches(column, run, y, rowHeight)) above.push(column);
    }
    return above;
  });
}

const leftOf = ({ lefts }: Column): number => (lefts[lefts.length - 1] as Point).x;
const rightOf = ({ rights }: Column): number => (rights[rights.length - 1] as Point).x;

function touches(column: Column, run: Run, y: number, rowHeight: number): boolean {
  const above = column.lefts[column.lefts.length - 1] as Point;
  return (
    column.winding === run.winding &&
    y - above.y < rowHeight * 1.5 &&
    leftOf(column) < run.right &&
    run.left < rightOf(column)
  );
}

function begin({ left, right, winding }: Run, y: number): Column {
  return { winding, lefts: [{ x: left, y }], rights: [{ x: right, y }] };
}

function finish({ winding, lefts, rights }: Column, rowHeight: number, data: Map<number, string>): void {
  for (const side of [lefts, rights]) {
    const last = side[side.length - 1] as Point;
    side.push({ x: last.x, y: last.y + rowHeight / 2 });
  }
  const outline = [...thin(lefts), ...thin(rights).reverse()];
  const points = outline.map(({ x, y }) => `${print(x)} ${print(y)}`).join('L');
  data.set(winding, `${data.get(winding) ?? ''}M${points}Z`);
}

/** A side without the points that the line from the last kept one to the next goes through. */
function thin(side: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const [index, point] of side.entries()) {
    const last = kept[kept.length - 1];
    const next = side[index + 1];
    if (last !== undefined && next !== undefined) {
      const t = (point.y - last.y) / (next.y - last.y);
      if (Math.abs(last.x + (next.x - last.x) * t - point.x) < THINNEST) continue;
    }
    kept.push(point);
  }
  return kept;
}
