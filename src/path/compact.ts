import type { Command } from './command.ts';
import { RAISED, textOf, type Pen } from './compact/pen.ts';
import { printTrace } from './compact/search.ts';
import type { PathDataStyle } from './compact/style.ts';
import { tracesOf } from './compact/trace.ts';

export { isLostArc, type PathDataStyle } from './compact/style.ts';

/**
 * `commands` as the shortest path data found that every Android parser reads and that stays within the tolerance: runs
 * of pieces become one command where it draws the same, rings start where that is short, each command takes the
 * shortest of its forms and each number the fewest digits. A subpath starts with an absolute `M` (after a subpath left
 * open, perhaps `m`), arc flags stand apart. Contours that are only filled are left open; their closing line is not
 * printed.
 *
 * @returns '' when nothing would be drawn
 */
export function printPathData(commands: readonly Command[], style: PathDataStyle): string {
  return textOf(print(commands, style, Infinity));
}

/** The same, or undefined where it takes more than `most` characters: the search ends as soon as that is clear. */
export function printPathDataWithin(
  commands: readonly Command[],
  style: PathDataStyle,
  most: number,
): string | undefined {
  const pen = print(commands, style, most);
  return pen.length > most ? undefined : textOf(pen);
}

function print(commands: readonly Command[], style: PathDataStyle, most: number): Pen {
  const ruler = { style, tolerance: style.tolerance * 10 ** style.decimals, most };
  let pen = RAISED;
  for (const trace of tracesOf(commands, style)) {
    pen =
      printTrace(pen, trace, { ...ruler, isNearest: false }) ??
      printTrace(pen, trace, { ...ruler, isNearest: true }) ??
      pen;
    if (pen.length > most) break;
  }
  return pen;
}
