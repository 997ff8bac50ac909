import { IDENTITY, multiply, scaling, translation, type Matrix } from '../../geometry/matrix.ts';
import type { Rect, Size } from '../../geometry/point.ts';
import { parseNumbers } from './number.ts';

/** `preserveAspectRatio`. */
export interface Aspect {
  /** Where the spare space goes, 0 to 1 from the left and the top; undefined to stretch. */
  readonly align: { readonly x: number; readonly y: number } | undefined;
  readonly slice: boolean;
}

export const DEFAULT_ASPECT: Aspect = { align: { x: 0.5, y: 0.5 }, slice: false };

const SHARES: Readonly<Record<string, number>> = { Min: 0, Mid: 0.5, Max: 1 };

/** Undefined for what is no `preserveAspectRatio`. */
export function parseAspect(text: string): Aspect | undefined {
  const match = /^\s*(?:defer\s+)?(?:none|x(Min|Mid|Max)Y(Min|Mid|Max))(?:\s+(meet|slice))?\s*$/.exec(text);
  if (match === null) return undefined;
  const [, x, y, fit] = match;
  const align =
    x === undefined || y === undefined ? undefined : { x: SHARES[x] as number, y: SHARES[y] as number };
  return { align, slice: fit === 'slice' };
}

/** Four numbers separated anyhow, the size not negative; a size of zero shows nothing. */
export function parseViewBox(text: string): Rect | undefined {
  const { numbers, end } = parseNumbers(text);
  const [x, y, width, height] = numbers;
  if (numbers.length !== 4 || end !== text.length) return undefined;
  const rect: Rect = { x: x as number, y: y as number, width: width as number, height: height as number };
  return rect.width < 0 || rect.height < 0 ? undefined : rect;
}

/** The map of `box` onto a viewport of `size` with its corner at the origin. */
export function fitViewBox(box: Rect, aspect: Aspect, size: Size): Matrix {
  if (box.width === 0 || box.height === 0) return IDENTITY;
  let scaleX = size.width / box.width;
  let scaleY = size.height / box.height;
  let x = 0;
  let y = 0;
  if (aspect.align !== undefined) {
    const scale = aspect.slice ? Math.max(scaleX, scaleY) : Math.min(scaleX, scaleY);
    scaleX = scale;
    scaleY = scale;
    x = (size.width - box.width * scale) * aspect.align.x;
    y = (size.height - box.height * scale) * aspect.align.y;
  }
  return multiply(translation(x, y), multiply(scaling(scaleX, scaleY), translation(-box.x, -box.y)));
}
