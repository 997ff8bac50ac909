import type { Point } from '../geometry/point.ts';
import { print } from './lettering.ts';

/** The part of the plane that has one winding number, as path data that draws it. */
export interface Band {
  readonly winding: number;
  readonly data: string;
}

/** How far a side may stray for a shorter picture: a twentieth of a row goes unseen. */
const THINNEST = 0.05;

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
 * Winding numbers are read along the middle of each row, clockwise on screen positive.
 */
export function bandsOf(rings: readonly (readonly Point[])[], rowHeight: number): Band[] {
  const rows = crossingsByRow(rings, rowHeight);
  const data = new Map<number, string>();
  let open: Column[] = [];
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    const y = (row + 0.5) * rowHeight;
    const runs = runsOf(rows.get(row) as Crossing[]);
    const next: Column[] = [];
    for (const run of runs) {
      const above = open.filter((column) => touches(column, run, y, rowHeight));
      const isOnlyHeir =
        runs.filter((other) => above[0] !== undefined && touches(above[0], other, y, rowHeight)).length === 1;
      const column = above.length === 1 && isOnlyHeir ? (above[0] as Column) : begin(run, y - rowHeight / 2);
      column.lefts.push({ x: run.left, y });
      column.rights.push({ x: run.right, y });
      next.push(column);
    }
    for (const column of open) if (!next.includes(column)) finish(column, rowHeight, data);
    open = next;
  }
  for (const column of open) finish(column, rowHeight, data);
  return [...data].map(([winding, path]) => ({ winding, data: path })).sort((a, b) => a.winding - b.winding);
}

function crossingsByRow(rings: readonly (readonly Point[])[], rowHeight: number): Map<number, Crossing[]> {
  const rows = new Map<number, Crossing[]>();
  for (const ring of rings) {
    for (const [index, from] of ring.entries()) {
      const to = ring[(index + 1) % ring.length] as Point;
      if (from.y === to.y) continue;
      const [top, bottom] = from.y < to.y ? [from, to] : [to, from];
      // Rows whose middle lies in the half-open range, so that a shared vertex counts once.
      const first = Math.ceil(top.y / rowHeight - 0.5);
      const last = Math.ceil(bottom.y / rowHeight - 0.5) - 1;
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

function touches(column: Column, run: Run, y: number, rowHeight: number): boolean {
  const left = column.lefts[column.lefts.length - 1] as Point;
  const right = column.rights[column.rights.length - 1] as Point;
  return (
    column.winding === run.winding && y - left.y < rowHeight * 1.5 && left.x < run.right && run.left < right.x
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
