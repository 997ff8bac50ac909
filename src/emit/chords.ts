import type { Segment } from '../geometry/contour.ts';
import { pointAt } from '../geometry/segment.ts';
import type { Point } from '../geometry/point.ts';
import type { Command } from '../path/command.ts';
import { toContours } from '../path/contours.ts';

/** A straight piece that an outline is seen as. */
export interface Chord {
  readonly from: Point;
  readonly to: Point;
}

/** What `commands` draw as chords, `pieces` to a curve; with the ways home that a fill takes where it `isFilled`. */
export function chordsOf(commands: readonly Command[], pieces: number, isFilled = false): Chord[] {
  return toContours(commands).flatMap(({ start, segments }) => {
    const chords: Chord[] = segments.flatMap((segment) => chordsAlong(segment, pieces));
    const end = segments[segments.length - 1]?.to ?? start;
    return isFilled && (end.x !== start.x || end.y !== start.y)
      ? [...chords, { from: end, to: start }]
      : chords;
  });
}

function chordsAlong(segment: Segment, pieces: number): Chord[] {
  if (segment.kind === 'line') return [segment];
  const points = Array.from({ length: pieces + 1 }, (_, index) => pointAt(segment, index / pieces));
  return points.slice(1).map((to, index) => ({ from: points[index] as Point, to }));
}

/** Between the nearest points of two chords; 0 where they cross. */
export function distance(a: Chord, b: Chord): number {
  if (areCrossed(a, b)) return 0;
  return Math.min(fromChord(a.from, b), fromChord(a.to, b), fromChord(b.from, a), fromChord(b.to, a));
}

function areCrossed(a: Chord, b: Chord): boolean {
  const side = ({ from, to }: Chord, { x, y }: Point): number =>
    Math.sign((to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x));
  return side(a, b.from) * side(a, b.to) < 0 && side(b, a.from) * side(b, a.to) < 0;
}

function fromChord(point: Point, { from, to }: Chord): number {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const squared = x * x + y * y;
  const along = squared === 0 ? 0 : ((point.x - from.x) * x + (point.y - from.y) * y) / squared;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - t * x, point.y - from.y - t * y);
}

/** How often the closed outlines of `chords` turn about `point`, which lies on none of them. */
export function turnsAbout({ x, y }: Point, chords: readonly Chord[]): number {
  let turns = 0;
  for (const { from, to } of chords) {
    if (from.y <= y === to.y <= y) continue;
    const crossing = from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x);
    if (crossing > x) turns += to.y > from.y ? 1 : -1;
  }
  return turns;
}
