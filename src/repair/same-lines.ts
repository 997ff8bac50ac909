import type { Path } from '../path/command.ts';
import { toSubpaths } from '../path/subpaths.ts';
import { sameOutlines } from './same-outlines.ts';

/** How far a point may have moved, as a share of the largest coordinate: what rounding on printing does to it. */
const ROUNDING = 1e-4;

/**
 * Whether two paths draw the same solid line: subpath by subpath the same pieces, in either direction.
 *
 * Caps and joins look the same from both ends. Dashes and markers do not, so this is not for them.
 */
export function sameLines(before: Path, after: Path): boolean {
  const own = toSubpaths(before.commands);
  const other = toSubpaths(after.commands);
  return (
    sameOutlines(own, other, ROUNDING) && own.every(({ closed }, index) => closed === other[index]?.closed)
  );
}
