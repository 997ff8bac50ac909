import { describe, expect, it } from 'vitest';
import { lowerIcon } from '../../src/lower/icon.ts';
import { LIMITS } from '../../src/lower/options.ts';
import { iconOf, svg24 } from '../emit/convert.ts';

const options = { minSdk: 24, appcompat: false, allowLossy: false };

/** A square of `across` times `across` tiles with so many shapes in each, and what is said of it. */
const said = (across: number, shapes: number): string[] => {
  const size = 24 / across;
  const tile = `<path d="M0 0H${size / 2}V${size / 2}H0z"/>`.repeat(shapes);
  const pattern = `<pattern id="p" width="${size}" height="${size}" patternUnits="userSpaceOnUse">${tile}</pattern>`;
  const icon = iconOf(svg24(`${pattern}<path fill="url(#p)" d="M0 0H24V24H0z"/>`));
  return lowerIcon(icon, options).diagnostics.map(({ message }) => message);
};

describe('a pattern', () => {
  it('is drawn by a few tiles of many shapes', () => {
    expect(said(2, LIMITS.tiledShapes / 100)).toEqual([]);
  });

  it('is refused where its tiles have too many shapes together', () => {
    expect(said(10, LIMITS.tiledShapes / 100 + 1)).toEqual([
      `This pattern cannot be drawn on Android: its tiles have ${LIMITS.tiledShapes + 100} shapes together.`,
    ]);
  });

  it('is refused for too many tiles', () => {
    expect(said(20, 1)).toEqual([
      'This pattern cannot be drawn on Android: it would take 400 copies of its tile.',
    ]);
  });
});
