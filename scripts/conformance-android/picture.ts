import { Resvg } from '@resvg/resvg-js';
import type { Picture } from '../../src/ports.ts';

export type { Picture };

/** The library's renderer port, for the conversion to prove its output with. */
export function drawLonger(svg: string, longerSide: number): Picture {
  const { width, height } = new Resvg(svg, { font: { loadSystemFonts: false } });
  return drawSvg(svg, width >= height ? { width: longerSide, height: 0 } : { width: 0, height: longerSide });
}

/** `svg` drawn by resvg, stretched to `extent` where that is not its own shape. */
export function drawSvg(svg: string, extent: { readonly width: number; readonly height: number }): Picture {
  const { width, height } = extent;
  const image = new Resvg(svg, {
    fitTo: width >= height ? { mode: 'width', value: width } : { mode: 'height', value: height },
    font: { loadSystemFonts: false },
  }).render();
  return { width: image.width, height: image.height, data: image.pixels };
}

/** `picture` with each square of `factor` by `factor` pixels averaged. Both extents are multiples of `factor`. */
export function reduced(picture: Picture, factor: number): Picture {
  if (factor === 1) return picture;
  const width = picture.width / factor;
  const height = picture.height / factor;
  const sums = new Uint32Array(width * height * 4);
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const to = 4 * (Math.floor(y / factor) * width + Math.floor(x / factor));
      const from = 4 * (y * picture.width + x);
      for (let channel = 0; channel < 4; channel++) {
        sums[to + channel] = (sums[to + channel] ?? 0) + (picture.data[from + channel] ?? 0);
      }
    }
  }
  return { width, height, data: Uint8Array.from(sums, (sum) => Math.round(sum / (factor * factor))) };
}

export interface Difference {
  /** Pixels of which a channel differs by more than the tolerance. */
  readonly count: number;
  /** `count` as a share of all pixels. */
  readonly share: number;
  /** True when all of a 3x3 block differs by more than 32 of 255: more than an edge does. */
  readonly block: boolean;
  /** The largest difference of a channel. */
  readonly worst: number;
}

/** A channel that differs by more, over a whole block, is another color and no antialiasing. */
const ANOTHER_COLOR = 32;

/** How two pictures of one size differ; another size differs entirely. `tolerance` is of 255. */
export function difference(a: Picture, b: Picture, tolerance: number): Difference {
  if (a.width !== b.width || a.height !== b.height) {
    return { count: a.width * a.height, share: 1, block: true, worst: 255 };
  }
  const { width, height } = a;
  const most = new Uint8Array(width * height);
  let count = 0;
  let worst = 0;
  for (let pixel = 0; pixel < most.length; pixel++) {
    let here = 0;
    for (let channel = 4 * pixel; channel < 4 * pixel + 4; channel++) {
      here = Math.max(here, Math.abs((a.data[channel] ?? 0) - (b.data[channel] ?? 0)));
    }
    most[pixel] = here;
    worst = Math.max(worst, here);
    if (here > tolerance) count++;
  }
  return { count, share: count / most.length, block: hasBlock(most, width, height), worst };
}

function hasBlock(most: Uint8Array, width: number, height: number): boolean {
  for (let y = 1; y < height - 1; y++) {
    next: for (let x = 1; x < width - 1; x++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          if ((most[(y + dy) * width + x + dx] ?? 0) <= ANOTHER_COLOR) continue next;
        }
      }
      return true;
    }
  }
  return false;
}
