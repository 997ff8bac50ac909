import { isNear, sameCommand } from '../path/same-commands.ts';
import { reversePiece, type Piece, type Subpath } from '../path/subpaths.ts';

/** A share of the outline's size that repeated addition in doubles may move a point by, and no more. */
const NOISE = 1e-11;

/**
 * Whether each subpath of `after` draws the pieces of its counterpart in `before`, in the same or in reverse order,
 * starting anywhere. Then the two cut the plane into the same faces. Points may differ by `share` of the largest
 * coordinate.
 */
export function sameOutlines(
  before: readonly Subpath[],
  after: readonly Subpath[],
  share: number = NOISE,
): boolean {
  return directionsOf(before, after, share) !== undefined;
}

/**
 * How each subpath of `after` runs beside its counterpart in `before`, +1 the same way and -1 the other; undefined where
 * they are not the same outlines.
 */
export function directionsOf(
  before: readonly Subpath[],
  after: readonly Subpath[],
  share: number = NOISE,
): Int8Array | undefined {
  if (before.length !== after.length) return undefined;
  let reach = 0;
  for (const { start, pieces } of before) {
    reach = Math.max(reach, Math.abs(start.x), Math.abs(start.y));
    for (const { command } of pieces) reach = Math.max(reach, Math.abs(command.to.x), Math.abs(command.to.y));
  }
  const noise = share * reach;
  const directions = new Int8Array(before.length).fill(1);
  for (const [index, subpath] of before.entries()) {
    const own = realPieces(subpath, noise);
    const other = realPieces(after[index]!, noise);
    if (own.length !== other.length) return undefined;
    if (matches(own, other, noise)) continue;
    if (!matches(own, other.map(reversePiece).reverse(), noise)) return undefined;
    directions[index] = -1;
  }
  return directions;
}

function realPieces({ pieces }: Subpath, noise: number): Piece[] {
  return pieces.filter(({ from, command }) => command.kind !== 'line' || !isNear(from, command.to, noise));
}

/** Whether two loops have equal pieces, one of them begun at most one piece later than the other. */
function matches(own: readonly Piece[], other: readonly Piece[], noise: number): boolean {
  const count = own.length;
  return [0, 1, count - 1].some((shift) =>
    own.every((piece, index) => isSame(piece, other[(index + shift) % count]!, noise)),
  );
}

function isSame(a: Piece, b: Piece, noise: number): boolean {
  return isNear(a.from, b.from, noise) && sameCommand(a.command, b.command, noise);
}
