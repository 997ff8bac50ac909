import type { Segment } from '../../geometry/contour.ts';
import type { Point } from '../../geometry/point.ts';
import type { ArcCommand, Command } from '../../path/command.ts';
import { parsePathData } from '../../path/parse.ts';
import { contoursOf } from './outlines.ts';

/** A vertex of a path: where it is, and the unit vectors in which the path comes and goes. */
export interface Bend {
  readonly at: Point;
  readonly comes?: Point | undefined;
  readonly goes?: Point | undefined;
  /** Which vertex of a closed subpath it is. The first of one without a moveto is the last of the one before. */
  readonly joint?: 'first' | 'last';
}

/** A piece of a path between two vertices; without directions where it has no length. */
interface Piece {
  readonly to: Point;
  readonly closes: boolean;
  readonly starts?: Point | undefined;
  readonly ends?: Point | undefined;
}

/** More are no icon, and take the renderer long. */
const MOST = 500;

/** The vertices of path data, in order; undefined of more than an icon has. */
export function bendsOf(data: string): readonly Bend[] | undefined {
  const commands = parsePathData(data).commands.map(({ command }) => command);
  if (commands.length > MOST) return undefined;
  // From one moveto to the next, with all that closes between.
  const runs: { readonly start: Point; readonly pieces: Piece[] }[] = [];
  let [at, start] = [
    { x: 0, y: 0 },
    { x: 0, y: 0 },
  ];
  for (const command of commands) {
    if (command.kind === 'move') {
      at = start = command.to;
      runs.push({ start, pieces: [] });
      continue;
    }
    const piece = pieceOf(command, at, start);
    runs[runs.length - 1]?.pieces.push(piece);
    at = piece.to;
  }
  return runs.flatMap((run) => bendsAlong(run.start, run.pieces));
}

function pieceOf(command: Exclude<Command, { kind: 'move' }>, from: Point, start: Point): Piece {
  const closes = command.kind === 'close';
  const to = closes ? start : command.to;
  if (command.kind === 'arc') {
    const { rx, ry, rotation, large, sweep } = command;
    const flags = `${large ? 1 : 0} ${sweep ? 1 : 0}`;
    const [contour] = contoursOf(`M${from.x} ${from.y}A${rx} ${ry} ${rotation} ${flags} ${to.x} ${to.y}`);
    const polygon = contour?.segments.flatMap((one) => [one.from, ...handlesOf(one), one.to]) ?? [];
    return { to, closes, ...directionsOf(polygon) };
  }
  return { to, closes, ...directionsOf([from, ...(closes ? [] : handlesOf(command)), to]) };
}

function handlesOf(drawn: Segment | Exclude<Command, ArcCommand>): readonly Point[] {
  if (drawn.kind === 'quad') return [drawn.control];
  return drawn.kind === 'cubic' ? [drawn.control1, drawn.control2] : [];
}

/** Undefined between points that are one. */
function unit(from: Point, to: Point): Point | undefined {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return length > 1e-12 ? { x: (to.x - from.x) / length, y: (to.y - from.y) / length } : undefined;
}

/** Which way a curve leaves the first point of its control polygon, and comes to the last: where the next other one is. */
function directionsOf(polygon: readonly Point[]): { starts?: Point | undefined; ends?: Point | undefined } {
  const [first, last] = [polygon[0] as Point, polygon[polygon.length - 1] as Point];
  const starts = polygon.map((point) => unit(first, point)).find((one) => one !== undefined);
  const ends = [...polygon].reverse().map((point) => unit(point, last));
  return { starts, ends: ends.find((one) => one !== undefined) };
}

/**
 * What has no length goes on as what is before it in its subpath, or at its start as what follows.
 *
 * @see https://www.w3.org/TR/SVG2/painting.html#RenderingMarkers
 */
function bendsAlong(start: Point, pieces: readonly Piece[]): Bend[] {
  const points = [start, ...pieces.map(({ to }) => to)];
  const came: (Point | undefined)[] = [undefined];
  for (const { ends } of pieces) came.push(ends ?? came[came.length - 1]);
  const goesOn: (Point | undefined)[] = Array.from({ length: points.length });
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const { starts, closes } = pieces[index] as Piece;
    goesOn[index] = starts ?? (closes ? came[index] : goesOn[index + 1]) ?? came[index];
  }
  const bends = points.map((at, index): Bend => ({ at, comes: came[index], goes: goesOn[index] }));
  let first = 0;
  for (const [index, { closes }] of pieces.entries()) {
    if (!closes) continue;
    const [opening, closing] = [bends[first] as Bend, bends[index + 1] as Bend];
    if (first === 0) bends[0] = { ...opening, comes: closing.comes, joint: 'first' };
    const onward =
      closing.goes ?? (index === pieces.length - 1 ? (goesOn[first] ?? closing.comes) : closing.comes);
    bends[index + 1] = { ...closing, goes: onward, joint: 'last' };
    first = index + 1;
  }
  return bends;
}
