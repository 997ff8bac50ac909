import { Resvg } from '@resvg/resvg-js';
import { comparePictures, LONGER_SIDE, type Comparison } from '../../../src/verify/compare.ts';

/** How the pictures of two SVGs differ, drawn by a renderer that is not the product's. */
export const compare = (a: string, b: string): Comparison => comparePictures(draw(a), draw(b));

/** The share of pixels that differ: those with a channel off by more than 32, longer side 256. */
export const difference = (a: string, b: string): number => compare(a, b).difference;

function draw(svg: string) {
  const size = new Resvg(svg);
  const mode = size.width >= size.height ? 'width' : 'height';
  const { width, height, pixels } = new Resvg(svg, { fitTo: { mode, value: LONGER_SIDE } }).render();
  return { width, height, data: pixels };
}
