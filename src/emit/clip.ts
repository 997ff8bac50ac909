import type { Size } from '../geometry/point.ts';
import { intersect } from '../geometry/region.ts';
import type { Clip } from '../ir.ts';
import {
  boundsApart,
  boundsContain,
  boundsOfSize,
  intersectBounds,
  type Bounds,
} from '../geometry/bounds.ts';
import { asRectangle, hullOfCommands, rectangleCommands } from '../path/rectangle.ts';
import type { Command } from '../path/command.ts';
import { toContours } from '../path/contours.ts';
import { pathFromContours } from '../path/from-contours.ts';
import { transformCommands } from '../path/transform.ts';

/**
 * `clip` as paths in viewport units whose intersection under nonzero is its region.
 *
 * `nothing` for an empty region, `even-odd` and `union` for what one path cannot say: a shape with that rule, several
 * shapes that may overlap.
 */
export function clipCommands(clip: Clip): Command[][] | 'nothing' | 'even-odd' | 'union' {
  const shapes = clip.shapes.map((shape) => ({
    shape,
    commands: transformCommands(shape.path.commands, shape.transform),
  }));
  const visible = shapes.flatMap(({ shape, commands }) => {
    const box = hullOfCommands(commands);
    return box === undefined ? [] : [{ shape, commands, box }];
  });
  const first = visible[0];
  if (first === undefined) return 'nothing';
  if (visible.some(({ shape }) => shape.rule === 'evenodd')) return 'even-odd';
  if (visible.length === 1) {
    const paths = [first.commands];
    for (const inner of first.shape.clips) {
      const found = clipCommands(inner);
      if (typeof found === 'string') return found;
      paths.push(...found);
    }
    return paths;
  }
  if (visible.some(({ shape }) => shape.clips.length > 0)) return 'union';
  const isApart = visible.every(({ box }, index) =>
    visible.slice(index + 1).every((other) => boundsApart(box, other.box)),
  );
  return isApart ? [visible.flatMap(({ commands }) => commands)] : 'union';
}

/**
 * The same intersection with as few paths as boxes can tell: rectangles become one, and one that holds another path or
 * the whole viewport goes. Undefined when nothing is left to see.
 */
export function intersectClips(clips: readonly Command[][], viewport: Size): Command[][] | undefined {
  const whole = boundsOfSize(viewport);
  let rectangle = whole;
  const others: { commands: Command[]; box: Bounds }[] = [];
  for (const commands of clips) {
    const found = asRectangle(commands);
    const box = hullOfCommands(commands);
    if (box === undefined) return undefined;
    if (found === undefined) others.push({ commands, box });
    else rectangle = intersectBounds(rectangle, found);
  }
  if (rectangle.minX >= rectangle.maxX || rectangle.minY >= rectangle.maxY) return undefined;
  const isNeeded =
    !boundsContain(rectangle, whole) &&
    (others.length === 0 || !others.some(({ box }) => boundsContain(rectangle, box)));
  const paths = others.map(({ commands }) => commands);
  return isNeeded ? [rectangleCommands(rectangle), ...paths] : paths;
}

/** Of the viewport's longer side: how far the straight edges of a computed intersection may be off. */
const FLATNESS = 1 / 6400;

/** The intersection as one path at most, computed where there are several. Undefined when nothing is left to see. */
export function asOneClip(clips: readonly Command[][], viewport: Size): Command[][] | undefined {
  const [first, ...others] = clips;
  if (first === undefined || others.length === 0) return [...clips];
  const tolerance = Math.max(viewport.width, viewport.height) * FLATNESS;
  const region = others.reduce(
    (left, commands) => intersect(left, toContours(commands), tolerance),
    toContours(first),
  );
  return region.length === 0 ? undefined : [[...pathFromContours(region).commands]];
}
