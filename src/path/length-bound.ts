import type { Command } from './command.ts';

/** An arc that is printed as curves takes one for each quarter turn begun, each of six numbers. */
const ARC_NUMBERS = 4 * 6;

/** `M` and its two numbers, which also follow a close, and the `h0` of a stroke's dot. */
const MOVE_NUMBERS = 4;

/**
 * Characters that `printPathData` takes for `commands` at most, with so many decimals. A walk over the coordinates, where printing tries every
 * form of every command: nearly all paths are far from any limit, and this says so.
 *
 * @param moved how far along either axis they may be moved before they are printed
 */
export function longestPathData(commands: readonly Command[], decimals: number, moved: number = 0): number {
  let numbers = 0;
  let farthest = moved;
  let smallestRadius = Infinity;
  let largestRadius = 0;
  const reach = ({ x, y }: { readonly x: number; readonly y: number }): void => {
    farthest = Math.max(farthest, Math.abs(x) + moved, Math.abs(y) + moved);
  };
  for (const command of commands) {
    if (command.kind === 'close') {
      numbers += MOVE_NUMBERS;
      continue;
    }
    reach(command.to);
    if (command.kind === 'move') numbers += MOVE_NUMBERS;
    else if (command.kind === 'line') numbers += 2;
    else if (command.kind === 'quad') {
      reach(command.control);
      numbers += 4;
    } else if (command.kind === 'cubic') {
      reach(command.control1);
      reach(command.control2);
      numbers += 6;
    } else {
      const [rx, ry] = [Math.abs(command.rx), Math.abs(command.ry)];
      // Turned by more than a full turn, an arc has more digits before the point than its coordinates do.
      farthest = Math.max(farthest, Math.abs(command.rotation));
      if (rx > 0 && ry > 0) {
        smallestRadius = Math.min(smallestRadius, rx, ry);
        largestRadius = Math.max(largestRadius, rx, ry);
      }
      numbers += ARC_NUMBERS;
    }
  }
  // Radii that do not reach are scaled up until they span half the chord; the center is within one of the chord, and
  // control points within two of the center.
  const scale = Math.max(1, (Math.SQRT2 * farthest) / smallestRadius);
  // Twice, since a relative coordinate is a difference of two; and one more for rounding.
  const most = 2 * (farthest + 3 * largestRadius * scale) + 1;
  if (!Number.isFinite(most)) return Infinity;
  const whole = Math.ceil(Math.log10(most)) + 1;
  // Sign, digits, point, decimals; a letter or a separator before it.
  return numbers * (1 + whole + 1 + decimals + 1) + 'M0 0'.length;
}
