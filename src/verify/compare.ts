import type { Picture } from '../ports.ts';

/** How two pictures of one size differ. */
export interface Comparison {
  /** True when at most 0.1 % of the pixels differ and no block of 3 by 3 differs entirely. */
  readonly same: boolean;
  /** Share of the pixels that differ, 0 to 1. */
  readonly difference: number;
  /** Whether some 3 by 3 pixels all differ. */
  readonly hasBlock: boolean;
  /** What all differing pixels lie in; pixels, right and bottom exclusive. Absent when none differ. */
  readonly box?: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
}

/** Channels of premultiplied RGBA that are off by no more than this count as equal. */
const CHANNEL_TOLERANCE = 32;

const MOST_DIFFERENT = 0.001;

/** Pictures are compared at this many pixels on the longer side. */
export const LONGER_SIDE = 256;

/** Compares two pictures pixel by pixel. Pictures of different sizes differ everywhere, unless there is nothing in both. */
export function comparePictures(a: Picture, b: Picture): Comparison {
  const { width, height } = a;
  if (width !== b.width || height !== b.height) {
    if (isEmpty(a) && isEmpty(b)) return { same: true, difference: 0, hasBlock: false };
    const box = { left: 0, top: 0, right: Math.max(width, b.width), bottom: Math.max(height, b.height) };
    return { same: false, difference: 1, hasBlock: true, box };
  }
  let count = 0;
  let [left, top, right, bottom] = [width, height, 0, 0];
  let hasBlock = false;
  // For each column the number of differing pixels in a row that end at the current line, up to 3.
  const runs = new Uint8Array(width);
  for (let y = 0; y < height; y += 1) {
    let tall = 0;
    for (let x = 0; x < width; x += 1) {
      if (isSamePixel(a.data, b.data, (y * width + x) * 4)) {
        runs[x] = 0;
        tall = 0;
        continue;
      }
      count += 1;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = y + 1;
      const run = Math.min(3, (runs[x] as number) + 1);
      runs[x] = run;
      tall = run === 3 ? tall + 1 : 0;
      if (tall >= 3) hasBlock = true;
    }
  }
  const difference = count / (width * height);
  return {
    same: difference <= MOST_DIFFERENT && !hasBlock,
    difference,
    hasBlock,
    ...(count === 0 ? {} : { box: { left, top, right, bottom } }),
  };
}

const isEmpty = ({ data }: Picture): boolean => data.every((channel) => channel === 0);

function isSamePixel(a: Uint8Array, b: Uint8Array, at: number): boolean {
  for (let channel = at; channel < at + 4; channel += 1) {
    if (Math.abs((a[channel] as number) - (b[channel] as number)) > CHANNEL_TOLERANCE) return false;
  }
  return true;
}
