import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { scaling } from '../../src/geometry/matrix.ts';
import { toContours } from '../../src/path/contours.ts';
import { parsePathData } from '../../src/path/parse.ts';
import { transformContours } from '../../src/path/transform.ts';
import { readIcon } from '../../src/pipeline/sources.ts';
import { Coverage } from '../../src/verify/coverage.ts';
import { strayPixels } from '../../src/verify/stray-pixels.ts';

const contoursOf = (d: string) => toContours(parsePathData(d).commands.map(({ command }) => command));

/** The renderer counts 16 of 255 for a sample. */
const HALF_A_SAMPLE = 255 / 32;

describe('Coverage', () => {
  it.each([
    ['M2 3h20v10h-20z', 'nonzero'],
    ['M2.3 3.7L21.2 9.1 5.5 22.4z', 'nonzero'],
    ['M12 1a11 11 0 1 0 .01 0zM12 6a6 6 0 1 0 .01 0z', 'evenodd'],
    ['M1 1C30 5-6 18 23 23Q20 1 1 1z', 'nonzero'],
    ['M2 2Q10 6 12 20L2 20zM22 20Q10 6 9 2h13z', 'nonzero'],
    ['M2 20C4 10 10 6 12 2L2 2zm10 0Q16-8 22 20z', 'nonzero'],
    ['M-9 4h50v7h-50zM4-9v50h7v-50z', 'evenodd'],
    // Out of the picture by next to nothing, on every side, and by much.
    ['M8 1.9A5 5 0 0 1 16 1.9L14 9z', 'nonzero'],
    ['M1.9 8A5 5 0 0 0 1.9 16L9 14zM22.1 8A5 5 0 0 1 22.1 16L15 14z', 'nonzero'],
    ['M8 22.1A5 5 0 0 0 16 22.1L14 15z', 'nonzero'],
    ['M-3 12a15 15 0 0 1 30 0 15 15 0 0 1-30 0zM-2-3C9 0 31 3 9 33', 'evenodd'],
    ['M-2 8Q12-10 26 8 30 60-2 8z', 'nonzero'],
  ] as const)('covers what the renderer covers, sample by sample: %s', (d, rule) => {
    for (const size of [24, 256]) {
      const coverage = new Coverage(size, size);
      coverage.add(transformContours(contoursOf(d), scaling(size / 24)), rule);
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 24 24"><path fill-rule="${rule}" d="${d}"/></svg>`;
      const { pixels } = new Resvg(svg).render();
      const gaps = Array.from(coverage.pixels, (covered, at) =>
        Math.abs(covered * 255 - (pixels[at * 4 + 3] as number)),
      );
      expect(Math.max(...gaps)).toBeLessThanOrEqual(HALF_A_SAMPLE);
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
  it('stretches a picture to whole pixels, as the renderer does', () => {
    const at = (bottom: number) => iconOf(`<path d="M4 4h60v${bottom - 4}H4z"/>`).children;
    const icon = { ...iconOf(''), viewport: { width: 68, height: 16 }, size: { width: 68, height: 16 } };
    // 60 rows for 60.24: a sample of row 51 lies between.
    const share = strayPixels({ ...icon, children: at(13.693) }, { ...icon, children: at(13.701) });
    expect(Math.round(share * 256 * 60)).toBe(226);
  });

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
