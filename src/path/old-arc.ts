import type { Point } from '../geometry/point.ts';
import type { CenteredArc } from './arc.ts';
import type { ArcCommand } from './command.ts';

/** What radii too short to reach are scaled to, as a distance of the ends in radii: a little longer than they need be. */
const REACHED = 1.99999;

/** Of 1/distance² - 1/4: below it a sine that was rounded otherwise decides whether turned radii reach. */
const UNSURE = 1e-12;

/** Once is enough for any radii that a float tells apart. */
const MOST_TRIES = 3;

/**
 * The ellipse that Android up to API 25 draws for an arc, in its parser's own floats and doubles, or undefined where it
 * draws nothing.
 *
 * It differs from SVG's where the radii just reach, or do not: those count as too short that a rounding error leaves
 * below half the distance, and are scaled up to 1/1.99999 of it. The center then lies 0.3 % of the radius away from the
 * chord, where SVG has it on the chord: half a circle is that much flatter.
 *
 * @param from where that parser stands, which adds up relative coordinates in floats; `arc.to` likewise
 * @see https://android.googlesource.com/platform/frameworks/base/+/refs/tags/android-6.0.1_r1/core/java/android/util/PathParser.java
 */
export function centerOldArc(from: Point, arc: ArcCommand): CenteredArc | undefined {
  let rx = Math.fround(arc.rx);
  let ry = Math.fround(arc.ry);
  const rotation = (Math.fround(arc.rotation) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
  const least = rotation === 0 ? 0 : UNSURE;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    // On the unit circle.
    const one = { x: (from.x * cos + from.y * sin) / rx, y: (-from.x * sin + from.y * cos) / ry };
    const other = { x: (arc.to.x * cos + arc.to.y * sin) / rx, y: (-arc.to.x * sin + arc.to.y * cos) / ry };
    const way = { x: one.x - other.x, y: one.y - other.y };
    const squared = way.x * way.x + way.y * way.y;
    if (squared === 0 || !Number.isFinite(squared)) return undefined;
    const inside = 1 / squared - 1 / 4;
    if (inside < least) {
      const longer = Math.fround(Math.sqrt(squared) / REACHED);
      rx = Math.fround(rx * longer);
      ry = Math.fround(ry * longer);
      continue;
    }
    const side = (arc.large === arc.sweep ? 1 : -1) * Math.sqrt(inside);
    const x = (one.x + other.x) / 2 - side * way.y;
    const y = (one.y + other.y) / 2 + side * way.x;
    const start = Math.atan2(one.y - y, one.x - x);
    let sweep = Math.atan2(other.y - y, other.x - x) - start;
    if (arc.sweep !== sweep >= 0) sweep += sweep > 0 ? -2 * Math.PI : 2 * Math.PI;
    const center = { x: x * rx * cos - y * ry * sin, y: x * rx * sin + y * ry * cos };
    return { center, rx, ry, rotation, start, sweep };
  }
  return undefined;
}

/**
 * Where a command ends for a parser that adds up in floats, and that stands at `from`.
 *
 * @param values the command's last numbers, in user units; of a close there is no end
 */
export function endInFloats(from: Point, letter: string, values: readonly number[]): Point {
  const kind = letter.toLowerCase();
  const base = letter === kind ? from : { x: 0, y: 0 };
  const [a = 0, b = 0] = values.slice(-2).map(Math.fround);
  if (kind === 'h') return { x: Math.fround(base.x + a), y: from.y };
  if (kind === 'v') return { x: from.x, y: Math.fround(base.y + a) };
  return { x: Math.fround(base.x + a), y: Math.fround(base.y + b) };
}
