import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bounds } from '../../src/geometry/bounds.ts';
import { clusterBoxes } from '../../src/geometry/clusters.ts';

/** Whole numbers, so that boxes touch, and lie in each other, often. */
const place = fc.integer({ min: 0, max: 60 });
const side = fc.integer({ min: 0, max: 8 });
const boxes = fc.array(
  fc.record({ minX: place, minY: place, width: side, height: side }).map(({ minX, minY, width, height }) => ({
    minX,
    minY,
    maxX: minX + width,
    maxY: minY + height,
  })),
  { maxLength: 40 },
);
const margin = fc.constantFrom(0, 0.25, 0.5, 1);

/** Joins any two clusters whose hulls meet, one pair at a time, until there is none. */
function slowly(given: readonly Bounds[], by: number): number[][] {
  const clusters = given.map((_, index) => [index]);
  const meets = (one: readonly number[], other: readonly number[]): boolean => {
    const [a, b] = [one, other].map((members) => hull(members.map((index) => given[index]!)));
    const reaches = (from: number, to: number): boolean => from - by <= to + by;
    return (
      reaches(a!.minX, b!.maxX) &&
      reaches(b!.minX, a!.maxX) &&
      reaches(a!.minY, b!.maxY) &&
      reaches(b!.minY, a!.maxY)
    );
  };
  for (;;) {
    const pair = clusters
      .flatMap((one, i) => clusters.slice(i + 1).map((other) => [one, other] as const))
      .find(([one, other]) => meets(one, other));
    if (pair === undefined) break;
    const [one, other] = pair;
    one.push(...other);
    clusters.splice(clusters.indexOf(other), 1);
  }
  return clusters.map((members) => members.sort((a, b) => a - b)).sort((a, b) => a.at(-1)! - b.at(-1)!);
}

function hull(all: readonly Bounds[]): Bounds {
  return {
    minX: Math.min(...all.map(({ minX }) => minX)),
    minY: Math.min(...all.map(({ minY }) => minY)),
    maxX: Math.max(...all.map(({ maxX }) => maxX)),
    maxY: Math.max(...all.map(({ maxY }) => maxY)),
  };
}

describe('clusterBoxes', () => {
  it('finds the clusters that joining pair by pair finds', () => {
    fc.assert(
      fc.property(boxes, margin, (all, by) => {
        expect(clusterBoxes(all, by)).toEqual(slowly(all, by));
      }),
      { numRuns: 500 },
    );
  });

  it('joins what only a hull meets', () => {
    const corner = [
      { minX: 0, minY: 0, maxX: 1, maxY: 9 },
      { minX: 1, minY: 0, maxX: 9, maxY: 1 },
      { minX: 5, minY: 5, maxX: 6, maxY: 6 },
      { minX: 20, minY: 0, maxX: 21, maxY: 1 },
    ];
    expect(clusterBoxes(corner, 0)).toEqual([[0, 1, 2], [3]]);
  });
});
