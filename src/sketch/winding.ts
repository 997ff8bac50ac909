import { printExactPathData } from '../path/print.ts';
import { repairFillRule } from '../repair/path-data.ts';
import type { Outline } from './outline.ts';

/** What it takes for nonzero to fill an even-odd shape alike. */
export interface WindingVerdict {
  /** `reversible`: as it is, or with some contours reversed. `crossing`: by no order of the points. */
  readonly verdict: 'reversible' | 'crossing';
  readonly contours: number;
  /** Indices of the contours to reverse. */
  readonly reversed: readonly number[];
}

/**
 * Judges the contours of a shape that fills by even-odd. Nonzero does not tell a shape from the same with every contour
 * reversed, so of the two ways the one is taken that leaves joined contours as they are: no point of the document
 * stands behind them.
 */
export function judgeWinding({ region, sources }: Outline): WindingVerdict {
  const contours = sources.length;
  const repair = repairFillRule(printExactPathData(region.commands));
  if (repair.method === 'unchanged') return { verdict: 'reversible', contours, reversed: [] };
  if (repair.method !== 'reversed') return { verdict: 'crossing', contours, reversed: [] };
  const others = [...sources.keys()].filter((index) => !repair.reversed.includes(index));
  const isWritable = (indices: readonly number[]): boolean =>
    indices.every((index) => sources[index] !== undefined);
  const reversed = isWritable(repair.reversed) || !isWritable(others) ? repair.reversed : others;
  return { verdict: 'reversible', contours, reversed };
}
