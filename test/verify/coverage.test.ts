import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { toContours } from '../../src/path/contours.ts';
import { parsePathData } from '../../src/path/parse.ts';
import { readIcon } from '../../src/pipeline/sources.ts';
import { Coverage } from '../../src/verify/coverage.ts';
import { strayPixels } from '../../src/verify/stray-pixels.ts';

const contoursOf = (d: string) => toContours(parsePathData(d).commands.map(({ command }) => command));

/** Where an outline comes to a point, the renderer's fixed-point numbers and ours part by so much. */
const THREE_SAMPLES = (3 / 16) * 255;

describe('Coverage', () => {
  it.each([
    ['M2 3h20v10h-20z', 'nonzero'],
    ['M2.3 3.7L21.2 9.1 5.5 22.4z', 'nonzero'],
    ['M12 1a11 11 0 1 0 .01 0zM12 6a6 6 0 1 0 .01 0z', 'evenodd'],
    ['M1 1C30 5-6 18 23 23Q20 1 1 1z', 'nonzero'],
    ['M-9 4h50v7h-50zM4-9v50h7v-50z', 'evenodd'],
  ] as const)('covers what an antialiasing renderer covers: %s', (d, rule) => {
    const coverage = new Coverage(24, 24);
    coverage.add(contoursOf(d), rule);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><path fill-rule="${rule}" d="${d}"/></svg>`;
    const { pixels } = new Resvg(svg).render();
    for (let at = 0; at < 24 * 24; at += 1) {
      const difference = Math.abs((coverage.pixels[at] as number) * 255 - (pixels[at * 4 + 3] as number));
      expect(difference, `${at % 24}, ${Math.floor(at / 24)}`).toBeLessThanOrEqual(THREE_SAMPLES);
    }
  });

  it('lays shapes over each other', () => {
    const coverage = new Coverage(1, 1);
    coverage.add(contoursOf('M0 0h.5v1h-.5z'), 'nonzero');
    coverage.add(contoursOf('M0 0h.5v1h-.5z'), 'nonzero');
    expect(coverage.pixels[0]).toBe(0.75);
  });
});

describe('strayPixels', () => {
  const iconOf = (body: string) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${body}</svg>`;
    const { icon } = readIcon(svg, { resolve: {}, references: new Map(), plainColors: false });
    if (icon === undefined) throw new Error('no icon');
    return icon;
  };
  const stroke = 'fill="none" stroke="#000" stroke-width="2" stroke-linejoin="round"';
  const counted = (before: string, after: string): number =>
    Math.round(strayPixels(iconOf(before), iconOf(after)) * 256 * 256);

  it('finds none between equal icons, however they are cut into paths', () => {
    const [a, b] = ['M1 1h5v5h-5z', 'M10 10h5v5h-5z'];
    expect(counted(`<path d="${a}"/><path d="${b}"/>`, `<path d="${a}${b}"/>`)).toBe(0);
  });

  it('counts the edge that comes to lie across a row of samples, and not one that does not', () => {
    expect(counted('<path d="M4.017 4H20v16H4.017z"/>', '<path d="M4.022 4H20v16H4.022z"/>')).toBe(170);
    expect(counted('<path d="M4.03 4H20v16H4.03z"/>', '<path d="M4.037 4H20v16H4.037z"/>')).toBe(0);
  });

  it('suspects the straight edges of a stroke whose curves changed, as renderers lay them anew', () => {
    const d = (radius: number): string =>
      `<path ${stroke} d="M19 5a${radius} ${radius} 0 0 1 0 4l-8 8h-4v-4l8-8a${radius} ${radius} 0 0 1 4 0"/>`;
    const side = (svg: string) =>
      new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${svg}</svg>`, {
        fitTo: { mode: 'width', value: 256 },
      }).render().pixels;
    const [a, b] = [side(d(2.828)), side(d(2.83))];
    let seen = 0;
    for (let at = 3; at < a.length; at += 4)
      if (Math.abs((a[at] as number) - (b[at] as number)) > 32) seen += 1;
    expect(seen).toBeGreaterThan(65);
    expect(counted(d(2.828), d(2.83))).toBeGreaterThan(65);
  });

  it('counts where strokes that touched are blended once instead of twice', () => {
    const two = `<path ${stroke} d="M2 12h10"/><path ${stroke} d="M2 12.1h10"/>`;
    const one = `<path ${stroke} d="M2 12h10M2 12.1h10"/>`;
    expect(counted(two, one)).toBeGreaterThan(0);
  });
});
