import type { Point } from '../geometry/point.ts';
import { centerArc, pointOnArc, type CenteredArc } from '../path/arc.ts';
import type { Command } from '../path/command.ts';
import { centerOldArc, endInFloats } from '../path/old-arc.ts';
import type { XmlElement } from '../parse/tree.ts';
import { androidAttribute } from './attributes.ts';
import { ARITY, type PlatformPathData } from './path-data.ts';

/** An eighth of a pixel at 256, by which a channel changes visibly; and what is lost in rounding. */
const VISIBLE_PARTS = 2000;

/** How far outlines may be elsewhere in a drawable, in its viewport's units; nothing is held against a viewport that cannot be read, which is a fault of its own. */
export function visibleIn(root: XmlElement): number {
  const [width, height] = ['viewportWidth', 'viewportHeight'].map((name) =>
    Number(androidAttribute(root, name)?.value),
  ) as [number, number];
  return width > 0 && height > 0 ? Math.max(width, height) / VISIBLE_PARTS : Infinity;
}

/** 45°, and a degree for what is lost in floats. */
const LOST_SWEEP = (46 * Math.PI) / 180;

/**
 * What Android up to API 25 does with arcs that SVG does not, a phrase for each. It loses small ones (up to API 23), and
 * draws half turns flatter whose radius is too short. Up to `visible` user units that may be.
 */
export function oldestArcFaults(data: PlatformPathData, minSdk: number, visible: number): string[] {
  const faults: string[] = [];
  for (const { command, from, inFloats } of arcsOf(data)) {
    const arc = centerArc(from, command);
    if (arc === undefined) continue;
    const old = centerOldArc(inFloats.from, { ...command, to: inFloats.to });
    if (minSdk < 24 && arc.sweep < 0 && arc.sweep > -LOST_SWEEP)
      faults.push('a counterclockwise arc of less than 45°');
    else if (minSdk < 26 && (old === undefined || !areNear(old, arc, visible)))
      faults.push('an arc that is drawn flatter, as its radius is too short');
  }
  return faults;
}

interface PlacedArc {
  readonly command: Extract<Command, { kind: 'arc' }>;
  readonly from: Point;
  /** Its ends for a parser that adds up in floats. */
  readonly inFloats: { readonly from: Point; readonly to: Point };
}

function* arcsOf({ verbs, commands }: PlatformPathData): Generator<PlacedArc> {
  const letters = verbs.flatMap(({ letter, numbers }) => {
    const count = ARITY[letter.toLowerCase()] ?? 0;
    const times = count === 0 ? 1 : Math.floor(numbers.length / count);
    return Array.from({ length: times }, (_, index) => ({
      letter,
      values: numbers.slice(index * count, (index + 1) * count).map(({ value }) => value),
    }));
  });
  // A moveto is put in front where there is none.
  const drawn = commands.slice(-letters.length);
  let from: Point = { x: 0, y: 0 };
  let known = from;
  for (const [index, command] of drawn.entries()) {
    const { letter, values } = letters[index] as (typeof letters)[number];
    // What follows a close has to be absolute.
    if (command.kind === 'close') continue;
    const to = endInFloats(known, letter, values);
    if (command.kind === 'arc') yield { command, from, inFloats: { from: known, to } };
    [from, known] = [command.to, to];
  }
}

/** Lines that an arc is seen as, and places of it that are held against them: fewer miss the sharp ends of flat ellipses. */
const LINES = 256;

/** A place is near a line at most this many before or behind its own. */
const AROUND = 32;

/** Whether `one` keeps within `visible` of `other`, which ends where it does. */
function areNear(one: CenteredArc, other: CenteredArc, visible: number): boolean {
  const moved = Math.hypot(one.center.x - other.center.x, one.center.y - other.center.y);
  const grown = Math.hypot(one.rx - other.rx, one.ry - other.ry);
  if (Math.abs(one.sweep - other.sweep) < 0.5 && moved + grown < visible) return true;
  const points = Array.from({ length: LINES + 1 }, (_, index) => pointOnArc(other, index / LINES));
  return points.every((_, index) => {
    const around = points.slice(Math.max(0, index - AROUND), index + AROUND + 1);
    return nearest(pointOnArc(one, index / LINES), around) <= visible;
  });
}

function nearest({ x, y }: Point, points: readonly Point[]): number {
  let least = Infinity;
  points.slice(1).forEach((to, index) => {
    const from = points[index] as Point;
    const [alongX, alongY] = [to.x - from.x, to.y - from.y];
    const share = ((x - from.x) * alongX + (y - from.y) * alongY) / (alongX * alongX + alongY * alongY);
    const t = Math.min(1, Math.max(0, share));
    least = Math.min(least, Math.hypot(x - from.x - t * alongX, y - from.y - t * alongY));
  });
  return least;
}
