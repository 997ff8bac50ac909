import type { Size } from '../geometry/point.ts';

/** Steps that a viewport's longer side is divided into at least. At 256 pixels a step is a sixth of a pixel. */
const STEPS = 1600;

/** Printed decimals that fit a viewport: 2 for 16 to 159 units, 1 up to 1599, 3 or more for smaller ones. */
export function decimalsFor(viewport: Size): number {
  const longer = Math.max(viewport.width, viewport.height);
  return Math.min(8, Math.max(0, Math.ceil(Math.log10(STEPS / longer) - 1e-9)));
}

/** Parts of a viewport's longer side: 1/16 of a pixel at 256. */
const PARTS = 4096;

/** The same where someone counts what it shows: 1/10 of a pixel. */
const LOOSE_PARTS = 2560;

/** Decimals that numbers may have at most, and how far outlines may be moved, in user units. */
export interface Precision {
  readonly decimals: number;
  readonly tolerance: number;
  /** The same for fills without a stroke. */
  readonly ofFills: number;
}

/**
 * What a viewport's paths are printed with: `decimals` as asked for and one more where it is needed, or as good as it takes.
 *
 * By itself an outline moves by 1/16 of a pixel at 256 at most. A channel differs visibly from 32 of 255 on, so even where
 * both edges of a thin shape lie in one pixel, none does: 2/16 of 255 is 32. Of one edge alone, a tenth is 26.
 *
 * @param looseFills whether what the fills show of it will be counted
 */
export function precisionFor(viewport: Size, decimals?: number, looseFills = false): Precision {
  const longer = Math.max(viewport.width, viewport.height);
  const most = decimals === undefined ? Infinity : 0.6 * 10 ** -decimals;
  return {
    decimals: (decimals ?? decimalsFor(viewport)) + 1,
    tolerance: Math.min(longer / PARTS, most),
    ofFills: Math.min(longer / (looseFills ? LOOSE_PARTS : PARTS), most),
  };
}
