import type { Command } from '../path/command.ts';
import { printPathData } from '../path/compact.ts';

/** As many as a float tells apart at the size of a viewport. */
const DECIMALS = 5;

/** Path data for a drawable that is repaired in place: what every parser reads, as exact as a float. */
export function reprint(commands: readonly Command[], stroked: boolean): string {
  return printPathData(commands, {
    decimals: DECIMALS,
    tolerance: 10 ** -DECIMALS,
    leadingZero: true,
    careful: true,
    stroked,
  });
}
