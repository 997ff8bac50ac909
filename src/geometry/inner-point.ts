import type { Loops } from './loops.ts';
import type { Point } from './point.ts';

/**
 * A point of the same face of `loops` that keeps away from its outline: `inside` moved halfway between the edges above
 * and below it, then between those to its sides, then once more down. Where a face is widest it may be so at one of its
 * corners, next to an edge that runs along.
 *
 * @param inside a point of a bounded face, in the frame of `loops`
 */
export function innerPoint(loops: Loops, inside: Point): Point {
  const { x, y } = loops;
  const middle = centered(loops, y, x, inside.y, inside.x);
  const across = centered(loops, x, y, inside.x, middle);
  return { x: across, y: centered(loops, y, x, middle, across) };
}

/** Halfway between the edges on either side of `at`, along the line on which the other coordinate is `fixed`. */
function centered(
  { starts }: Loops,
  along: Float64Array,
  other: Float64Array,
  at: number,
  fixed: number,
): number {
  let before = -Infinity;
  let behind = Infinity;
  for (let loop = 0; loop + 1 < starts.length; loop += 1) {
    const first = starts[loop]!;
    const end = starts[loop + 1]!;
    let from = end - 1;
    for (let to = first; to < end; from = to, to += 1) {
      if (other[from]! < fixed === other[to]! < fixed) continue;
      const share = (fixed - other[from]!) / (other[to]! - other[from]!);
      const crossing = along[from]! + share * (along[to]! - along[from]!);
      if (crossing <= at) before = Math.max(before, crossing);
      else behind = Math.min(behind, crossing);
    }
  }
  return Number.isFinite(before) && Number.isFinite(behind) ? (before + behind) / 2 : at;
}
