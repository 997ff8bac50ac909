import { Resvg } from '@resvg/resvg-js';
import { linesOf } from './oracle.ts';

/** Alpha of a path filled by a rule, its bounding box 512 pixels on the longer side, with a margin of 2 %. */
export function drawFill(pathData: string, rule: 'evenodd' | 'nonzero', box: readonly number[]): Uint8Array {
  const [x, y, width, height] = box;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}">` +
    `<path fill-rule="${rule}" d="${pathData}"/></svg>`;
  const fitTo =
    width! >= height! ? ({ mode: 'width', value: 512 } as const) : ({ mode: 'height', value: 512 } as const);
  const { pixels } = new Resvg(svg, { fitTo, font: { loadSystemFonts: false } }).render();
  const alpha = new Uint8Array(pixels.length / 4);
  for (let index = 0; index < alpha.length; index += 1) alpha[index] = pixels[4 * index + 3]!;
  return alpha;
}

/** The box that {@link drawFill} is to show of a path: x, y, width, height. */
export function boxOf(pathData: string): [number, number, number, number] | undefined {
  const lines = linesOf(pathData);
  if (lines.length === 0) return undefined;
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x0, y0 } of lines) {
    [minX, maxX] = [Math.min(minX, x0), Math.max(maxX, x0)];
    [minY, maxY] = [Math.min(minY, y0), Math.max(maxY, y0)];
  }
  const margin = 0.02 * Math.max(maxX - minX, maxY - minY);
  return [minX - margin, minY - margin, maxX - minX + 2 * margin, maxY - minY + 2 * margin];
}

/** The largest difference of two drawings of the same size, 0 to 255. */
export function largestDifference(one: Uint8Array, other: Uint8Array): number {
  if (one.length !== other.length) return 255;
  let largest = 0;
  for (let index = 0; index < one.length; index += 1) {
    const difference = Math.abs(one[index]! - other[index]!);
    if (difference > largest) largest = difference;
  }
  return largest;
}
