import { describe, expect, it } from 'vitest';
import { lowerIcon } from '../../src/lower/icon.ts';
import { LIMITS } from '../../src/lower/options.ts';
import { iconOf, svg24 } from '../emit/convert.ts';

/** What is said of a mask of so many grey shapes beside one another. */
const said = (count: number): string[] => {
  const shapes = Array.from(
    { length: count },
    (_, index) => `<path fill="#888" d="M${(index % 40) / 2} ${Math.floor(index / 40) / 2}h.25v.25h-.25z"/>`,
  );
  const icon = iconOf(
    svg24(`<mask id="m">${shapes.join('')}</mask><path mask="url(#m)" d="M0 0H24V24H0z"/>`),
  );
  const options = { minSdk: 24, appcompat: false, allowLossy: false };
  return lowerIcon(icon, options).diagnostics.map(({ message }) => message);
};

describe('a mask', () => {
  it('is drawn by as many shapes as it may have, and refused for one more', () => {
    expect(said(LIMITS.maskShapes)).toEqual([]);
    expect(said(LIMITS.maskShapes + 1)).toEqual([
      expect.stringContaining(`it has ${LIMITS.maskShapes + 1} shapes`),
    ]);
  });
});
