import type { Size } from '../geometry/point.ts';
import type { Draw, Picture } from '../ports.ts';
import { comparePictures, LONGER_SIDE, type Comparison } from './compare.ts';

/** No picture is drawn larger than this, in pixels on the longer side. */
const LARGEST = 2048;
const SAMPLES = 4;
/** The share of pixels that may differ at a plain look, where the fine one finds none. */
const MOST_NOISE = 0.005;

/**
 * A second look at two pictures that differ. A renderer weighs the pixels along an edge by a few samples, and draws the
 * tile of a pattern at whole pixels; both are faults of its drawing and none of the icon's.
 *
 * So both are drawn at a whole number of pixels a user unit, each pixel the mean of up to four by four: there such faults
 * shrink to nothing, and one of the icon's stays. And they are drawn plainly at a whole number of pixels each two units,
 * where at most 0.5 % of the pixels may differ. Undefined where the viewport is too large for either.
 */
export function compareFine(draw: Draw, one: string, other: string, viewport: Size): Comparison | undefined {
  const longer = Math.max(viewport.width, viewport.height);
  const whole = Math.round(longer * Math.ceil(LONGER_SIDE / longer));
  const half = Math.round((longer / 2) * Math.ceil((2 * LONGER_SIDE) / longer));
  const samples = Math.min(SAMPLES, Math.floor(LARGEST / whole));
  if (!(samples >= 1)) return undefined;
  const plain = comparePictures(draw(one, half), draw(other, half));
  if (plain.difference > MOST_NOISE) return plain;
  const fine = (svg: string): Picture => shrink(draw(svg, whole * samples), samples);
  return comparePictures(fine(one), fine(other));
}

function shrink(picture: Picture, samples: number): Picture {
  const width = Math.floor(picture.width / samples);
  const height = Math.floor(picture.height / samples);
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (let channel = 0; channel < 4; channel += 1) {
        let sum = 0;
        for (let row = 0; row < samples; row += 1) {
          const start = ((y * samples + row) * picture.width + x * samples) * 4 + channel;
          for (let column = 0; column < samples; column += 1)
            sum += picture.data[start + column * 4] as number;
        }
        data[(y * width + x) * 4 + channel] = Math.round(sum / (samples * samples));
      }
    }
  }
  return { width, height, data };
}
