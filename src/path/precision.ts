import type { Size } from '../geometry/point.ts';

/** Steps that a viewport's longer side is divided into at least. At 256 pixels a step is a sixth of a pixel. */
const STEPS = 1600;

/** Printed decimals that fit a viewport: 2 for 16 to 159 units, 1 up to 1599, 3 or more for smaller ones. */
export function decimalsFor(viewport: Size): number {
  const longer = Math.max(viewport.width, viewport.height);
  return Math.min(8, Math.max(0, Math.ceil(Math.log10(STEPS / longer) - 1e-9)));
}
