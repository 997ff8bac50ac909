import { Resvg } from '@resvg/resvg-js';
import { expect, it } from 'vitest';
import { printSvg } from '../../src/emit/svg.ts';
import { lowerIcon } from '../../src/lower/icon.ts';
import { iconOf, svg24 } from '../emit/convert.ts';

const options = { minSdk: 24, appcompat: false, allowLossy: false };
const CROSSING =
  '<path fill="#c00" d="M4.3 4.3H15V15H4.3z"/><path fill="#06c" d="M10.37 9.41H20V20H10.37z"/>';
const APART = '<path d="M2 21.5h20v1h-20z"/>';

/** The most alpha that `after` lacks where `before` has it, of 255, at `side` pixels. */
function missing(before: string, after: string, side: number): number {
  const [a, b] = [before, after].map(
    (svg) => new Resvg(svg, { fitTo: { mode: 'width', value: side } }).render().pixels,
  );
  let most = 0;
  for (let at = 3; at < (a?.length ?? 0); at += 4) most = Math.max(most, (a?.[at] ?? 0) - (b?.[at] ?? 0));
  return most;
}

/** The share that the diagnostic names, if there is one. */
const named = (diagnostics: readonly { readonly message: string }[]): number | undefined => {
  const percent = /up to (\d+) %/.exec(diagnostics[0]?.message ?? '')?.[1];
  return percent === undefined ? undefined : Number(percent) / 100;
};

it.each([0.5, 0.7, 0.75, 0.9, 0.95])(
  'the seam of a group at %d is what its diagnostic says, at every size',
  (opacity) => {
    const source = svg24(`<g opacity="${opacity}">${CROSSING}</g>${APART}`);
    const { icon, diagnostics } = lowerIcon(iconOf(source), options);
    const worst = Math.max(...[24, 48, 97, 256].map((side) => missing(source, printSvg(icon), side))) / 255;
    // Without a word it is no more than what a comparison of pictures lets pass.
    const bound = named(diagnostics) ?? 32 / 255;
    expect(worst).toBeLessThanOrEqual(bound + 0.005);
    if (diagnostics.length > 0) expect(worst).toBeGreaterThan(bound - 0.02);
    expect(diagnostics.length).toBe(opacity ** 2 / 4 > 32 / 255 ? 1 : 0);
  },
);

it.each([0.75, 0.95])(
  'the opacity %d of everything leaves no seam, as Android applies it to the whole',
  (opacity) => {
    const source = svg24(`<g opacity="${opacity}"><g>${CROSSING}</g></g>`);
    const { icon, diagnostics } = lowerIcon(iconOf(source), options);
    expect([icon.opacity, diagnostics]).toEqual([opacity, []]);
    for (const side of [24, 48, 97, 256])
      expect(missing(source, printSvg(icon), side)).toBeLessThanOrEqual(1);
  },
);
