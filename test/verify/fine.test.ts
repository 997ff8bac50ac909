import { describe, expect, it } from 'vitest';
import type { Draw } from '../../src/ports.ts';
import { compareFine } from '../../src/verify/fine.ts';

/** Draws squares of one value, noting the sizes asked for; `noisy` turns every other column black. */
function renderer(asked: number[]): Draw {
  return (svg, side) => {
    asked.push(side);
    const data = new Uint8Array(side * side * 4).fill(svg === 'dark' ? 0 : 128);
    // The very fine stripes have the mean of the even picture, at the fine look alone.
    if (svg === 'striped' && side > 512) {
      for (let index = 0; index < data.length; index += 8)
        data.fill(0, index, index + 4).fill(255, index + 4, index + 8);
    }
    return { width: side, height: side, data };
  };
}

describe('compareFine', () => {
  it('draws at whole and half units, and takes means of blocks', () => {
    const asked: number[] = [];
    const { same } = compareFine(renderer(asked), 'even', 'striped', { width: 24, height: 24 }) ?? {
      same: false,
    };
    expect(same).toBe(true);
    expect(asked).toEqual([264, 264, 1056, 1056]);
  });

  it('sees what differs', () => {
    const comparison = compareFine(renderer([]), 'even', 'dark', { width: 24, height: 24 });
    expect(comparison?.same).toBe(false);
    expect(comparison?.difference).toBe(1);
  });

  it('takes fewer samples of a large viewport, and none of a huge one', () => {
    const asked: number[] = [];
    compareFine(renderer(asked), 'even', 'even', { width: 800, height: 800 });
    expect(asked).toEqual([400, 400, 1600, 1600]);
    expect(compareFine(renderer([]), 'even', 'even', { width: 4096, height: 4096 })).toBeUndefined();
  });
});
