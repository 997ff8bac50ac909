import { printExactPathData } from '../path/print.ts';
import { repairFillRule } from '../repair/path-data.ts';
import type { Layer, ShapeLayer } from './model.ts';
import type { Outline } from './outline.ts';

/** Why an even-odd shape stays as it is. */
export type Kept = 'crossing' | 'unproven';

/** What it takes for nonzero to fill an even-odd shape alike. */
export interface WindingVerdict {
  /**
   * `reversible`: as it is, or with some contours reversed. `crossing`: by no order of the points. `unproven`: it took
   * too much work to tell.
   */
  readonly verdict: 'reversible' | Kept;
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
  if (repair.method === 'kept') return { verdict: 'unproven', contours, reversed: [] };
  if (repair.method !== 'reversed') return { verdict: 'crossing', contours, reversed: [] };
  const others = [...sources.keys()].filter((index) => !repair.reversed.includes(index));
  const isWritable = (indices: readonly number[]): boolean =>
    indices.every((index) => sources[index] !== undefined);
  const reversed = isWritable(repair.reversed) || !isWritable(others) ? repair.reversed : others;
  return { verdict: 'reversible', contours, reversed };
}

/** True for what is filled or masks by even-odd. */
export function fillsByEvenOdd({ style, mask }: Layer): boolean {
  return style.rule === 'evenodd' && (style.fills.length > 0 || mask !== 'none');
}

/**
 * The paths whose points are to run the other way for nonzero to fill `outline` as even-odd does. Why not, where that does
 * not help, and nothing where nothing is to be done: one outline that does not cross itself fills alike by both rules.
 */
export function pathsToReverse(outline: Outline): readonly ShapeLayer[] | Kept | undefined {
  const { verdict, contours, reversed } = judgeWinding(outline);
  const paths = reversed.map((index) => outline.sources[index]);
  if (verdict !== 'reversible') return verdict;
  if (!paths.every((path) => path !== undefined)) return 'crossing';
  return contours === 1 ? undefined : paths;
}
