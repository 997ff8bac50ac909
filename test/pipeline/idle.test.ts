import { describe, expect, it } from 'vitest';
import { convert } from '../../src/index.ts';
import { loadDraw } from '../../src/node/draw.ts';

const draw = await loadDraw();
const withFilter = (filter: string, filtered: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${filter}<path d="M2 2h4v4z"/>${filtered}</svg>`;
const IN_USER_SPACE = '<filter id="a" filterUnits="userSpaceOnUse" x="4" y="4" width="16" height="16">';
const FLOOD = `${IN_USER_SPACE}<feFlood/></filter>`;
const BLUR = `${IN_USER_SPACE}<feGaussianBlur stdDeviation="2"/></filter>`;

describe('a filter on what draws nothing', () => {
  it.each([
    ['an empty group', '<g filter="url(#a)"/>'],
    ['a shape without paint', '<path fill="none" d="M8 8h4v4z" filter="url(#a)"/>'],
  ])('is refused where it may paint by itself, which the renderer does not see: %s', (_name, filtered) => {
    const { fidelity, output } = convert(withFilter(FLOOD, filtered), { draw });
    expect([fidelity, output]).toEqual(['refused', undefined]);
  });

  it.each([
    ['blurs nothing', BLUR],
    ['has no box to paint', '<filter id="a"><feFlood/></filter>'],
  ])('is left out where it %s', (_name, filter) => {
    expect(convert(withFilter(filter, '<g filter="url(#a)"/>'), { draw }).fidelity).toBe('exact');
  });
});
