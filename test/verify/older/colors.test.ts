import { describe, expect, it } from 'vitest';

import { plainColor } from '../../../src/verify/older/color-value.ts';
import { hasNewerColor } from '../../../src/verify/older/colors.ts';
import { inOlderForm } from '../../../src/verify/older/rewrite.ts';

/** The middle green of sRGB in other spaces, as the tests of browsers have it, and what follows from definitions. */
const GREEN = [
  'rgb(0 128 0)',
  'rgb(0% 50.196% 0%)',
  'hsl(120deg 100% 25.1%)',
  'hsl(.333333turn, 100%, 25.1%)',
  'hwb(120 0% 49.8039%)',
  'lab(46.2775% -47.5621 48.5837)',
  'lch(46.2775% 67.9892 134.3912)',
  'oklab(51.975% -0.1403 0.10768)',
  'oklch(51.975% 0.17686 142.495deg)',
  'color(srgb 0 .50196 none)',
  'color(srgb-linear 0 21.586% 0)',
  'color(display-p3 0.21604 0.49418 0.13151)',
  'color(a98-rgb 0.281363 0.498012 0.116746)',
  'color(prophoto-rgb 0.230479 0.395789 0.129968)',
  'color(rec2020 0.235202 0.431704 0.085432)',
  'color(xyz 0.07719 0.15438 0.02573)',
  'light-dark(green, lime)',
  '#008000',
];

const OTHERS: Readonly<Record<string, string>> = {
  rebeccapurple: 'rgba(102, 51, 153, 1)',
  'lab(50% 50 0)': 'rgba(193, 78, 121, 1)',
  'rgb(300 -4 12.4 / 40%)': 'rgba(255, 0, 12, 0.4)',
  'hsl(none 0% 50% / none)': 'rgba(128, 128, 128, 0)',
  'hsl(100grad 100% 50%)': 'rgba(128, 255, 0, 1)',
  'hwb(200 80% 80%)': 'rgba(128, 128, 128, 1)',
  '#F00A': 'rgba(255, 0, 0, 0.666667)',
  'color-mix(in srgb, red, blue)': 'rgba(128, 0, 128, 1)',
  'color-mix(in srgb, red 25%, blue)': 'rgba(64, 0, 191, 1)',
  'color-mix(in srgb, red 20%, blue 20%)': 'rgba(128, 0, 128, 0.4)',
  'color-mix(in srgb, red 20%, transparent)': 'rgba(255, 0, 0, 0.2)',
  'color-mix(in hsl, hsl(120deg 10% 20%), hsl(30deg 30% 40%))': 'rgba(84, 92, 61, 1)',
  'color-mix(in hwb, hwb(120deg 10% 20%), hwb(30deg 30% 40%))': 'rgba(147, 179, 51, 1)',
  'color-mix(in srgb, hsl(0 100% 50%) 50%, rgb(0 0 100%))': 'rgba(128, 0, 128, 1)',
  'color-mix(in hsl longer hue, red, lime)': 'rgba(0, 0, 255, 1)',
  'color-mix(in hsl, white, blue)': 'rgba(159, 159, 223, 1)',
  'color-mix(in lch, lch(10% 20 30deg), lch(50% 60 70deg))': plainColor('lch(30% 40 50deg)') as string,
};

const channels = (text: string): number[] => (plainColor(text)?.match(/[\d.]+/g) ?? []).map(Number);

describe('plainColor', () => {
  it.each(GREEN)('%s is the middle green', (text) => {
    const [r, g, b, a] = channels(text);
    expect(a).toBe(1);
    [r, g, b].forEach((channel, index) =>
      expect(Math.abs((channel as number) - [0, 128, 0][index]!), text).toBeLessThanOrEqual(1),
    );
  });

  it.each(Object.entries(OTHERS))('%s', (text, wanted) => {
    const due = wanted.match(/[\d.]+/g)?.map(Number) as number[];
    const found = channels(text);
    expect(found).toHaveLength(4);
    expect(found[3]).toBeCloseTo(due[3] as number, 5);
    found.forEach((channel, index) =>
      expect(Math.abs(channel - (due[index] as number))).toBeLessThanOrEqual(1),
    );
  });

  it.each(['', 'url(#a)', 'rgb(1 2)', 'rgb(from red r g b)', 'color(magic 1 2 3)', 'mauve', '#12345'])(
    'does not take %j for a color',
    (text) => expect(plainColor(text)).toBeUndefined(),
  );
});

describe('colors', () => {
  const svg = (content: string): string => `<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`;

  it('is written in attributes and styles, with what stands beside it', () => {
    const { text, unknown } = inOlderForm(
      svg('<path fill="url(#a) rgb(1 2 3)" style="stroke: hsl(0 100% 50% / .5); opacity: 1"/>'),
    );
    expect(unknown).toEqual([]);
    expect(text).toContain('fill="url(#a) rgba(1, 2, 3, 1)"');
    expect(text).toContain('stroke:rgba(255, 0, 0, 0.5)');
  });

  it('leaves what CSS 3 has', () => {
    for (const value of ['rgb(1, 2, 3)', 'rgba(0,127,0,-1)', 'HSL(1,2%,3%)', 'hsla(1, 2%, 3%, .4)', 'red']) {
      expect(hasNewerColor(`a{fill:${value}}`)).toBe(false);
      const plain = svg(`<path fill="${value}"/>`);
      expect(inOlderForm(plain).text).toBe(plain);
    }
    expect(hasNewerColor('a{fill:rgb(1 2 3)}')).toBe(true);
  });

  it('names a color it does not know', () => {
    expect(inOlderForm(svg('<path fill="rgb(from red r g b)"/>')).unknown).toEqual([
      'a color function of CSS 4',
    ]);
  });
});
