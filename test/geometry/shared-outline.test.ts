import { describe, expect, it } from 'vitest';
import { Budget } from '../../src/geometry/budget.ts';
import { sharedOutline } from '../../src/geometry/shared-outline.ts';
import { flatten } from '../../src/path/flatten.ts';
import { parsePathData } from '../../src/path/parse.ts';
import { toSubpaths } from '../../src/path/subpaths.ts';

/** The share of the last subpath. */
function shared(pathData: string): number {
  const budget = new Budget(1e6);
  const subpaths = toSubpaths(parsePathData(pathData).commands.map(({ command }) => command));
  const { loops } = flatten([{ subpaths }], budget);
  return sharedOutline(loops, subpaths.length - 1, budget);
}

describe('sharedOutline', () => {
  it('is nothing for outlines that lie apart', () => {
    expect(shared('M0 0H10V10H0ZM3 3H7V7H3Z')).toBe(0);
    expect(shared('M0 0H10V10H0Z')).toBe(0);
  });

  it('is nothing for outlines that meet in corners, or cross', () => {
    expect(shared('M0 0H10V10H0ZM5 0L7 5H3Z')).toBe(0);
    expect(shared('M0 0H10V10H0ZM5-5H6V5H5Z')).toBe(0);
    expect(shared('M2 5A3 3 0 0 1 8 5A3 3 0 0 1 2 5ZM5 5A3 3 0 0 1 11 5A3 3 0 0 1 5 5Z')).toBe(0);
  });

  it('is little for curves that touch', () => {
    const crescent = 'M0 5A5 5 0 0 1 10 5A5 5 0 0 1 0 5ZM1 5A4.5 4.5 0 0 1 10 5A4.5 4.5 0 0 1 1 5Z';
    expect(shared(crescent)).toBeGreaterThan(0);
    expect(shared(crescent)).toBeLessThan(0.05);
  });

  it('is the part that straight edges have in common, whichever way they run', () => {
    expect(shared('M0 0H10V10H0ZM3 0H7V6H3Z')).toBeCloseTo(4 / 20);
    expect(shared('M0 0H10V10H0ZM7 0H3V6H7Z')).toBeCloseTo(4 / 20);
    expect(shared('M0 0H10V10H0ZM7 0H13V4H7Z')).toBeCloseTo(3 / 20);
  });

  it('follows curves', () => {
    const circle = 'M0 5A5 5 0 0 1 10 5A5 5 0 0 1 0 5Z';
    expect(shared(`${circle}${circle}`)).toBeCloseTo(1);
    expect(shared(`${circle}M0 5A5 5 0 0 1 10 5Z`)).toBeCloseTo(Math.PI / (Math.PI + 2));
  });
});
