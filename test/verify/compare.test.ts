import { describe, expect, it } from 'vitest';
import type { Picture } from '../../src/ports.ts';
import { comparePictures } from '../../src/verify/compare.ts';

/** A grey picture of 100 by 100 with the listed pixels off by `change`. */
function picture(changed: readonly (readonly [number, number])[] = [], change = 0): Picture {
  const data = new Uint8Array(100 * 100 * 4).fill(100);
  for (const [x, y] of changed) data[(y * 100 + x) * 4 + 3] = 100 + change;
  return { width: 100, height: 100, data };
}

const block = (size: number, left: number, top: number) =>
  Array.from(
    { length: size * size },
    (_, index) => [left + (index % size), top + Math.floor(index / size)] as const,
  );

describe('comparePictures', () => {
  it('takes a channel that is off by 32 for the same, by 33 for another', () => {
    const pixels = block(4, 10, 20);
    expect(comparePictures(picture(), picture(pixels, 32))).toEqual({
      same: true,
      difference: 0,
      hasBlock: false,
    });
    expect(comparePictures(picture(), picture(pixels, 33)).difference).toBe(16 / 10_000);
  });

  it('takes pictures with nothing in them for the same, whatever their size', () => {
    const empty = (width: number): Picture => ({ width, height: 2, data: new Uint8Array(width * 8) });
    expect(comparePictures(empty(3), empty(4)).same).toBe(true);
    expect(comparePictures(empty(3), picture()).same).toBe(false);
  });

  it('allows one pixel in a thousand', () => {
    const row = Array.from({ length: 11 }, (_, index) => [index * 2, 5] as const);
    expect(comparePictures(picture(), picture(row.slice(0, 10), 99)).same).toBe(true);
    expect(comparePictures(picture(), picture(row, 99)).same).toBe(false);
  });

  it('allows no block of 3 by 3, wherever it lies, and says where', () => {
    for (const [left, top] of [
      [0, 0],
      [97, 97],
      [40, 13],
    ] as const) {
      expect(comparePictures(picture(), picture(block(3, left, top), 99))).toEqual({
        same: false,
        difference: 9 / 10_000,
        hasBlock: true,
        box: { left, top, right: left + 3, bottom: top + 3 },
      });
    }
    const torn = block(3, 40, 13).filter(([x, y]) => x !== 41 || y !== 14);
    expect(comparePictures(picture(), picture(torn, 99)).hasBlock).toBe(false);
    const bent = [...block(2, 0, 0), [2, 0], [2, 2], [0, 2], [1, 2], [3, 1]] as const;
    expect(comparePictures(picture(), picture(bent, 99)).hasBlock).toBe(false);
  });

  it('finds pictures of two sizes different', () => {
    expect(comparePictures(picture(), { width: 50, height: 200, data: new Uint8Array(40_000) }).same).toBe(
      false,
    );
  });
});
