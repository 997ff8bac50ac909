import { describe, expect, it } from 'vitest';

import type { Node } from '../../src/ir.ts';
import { parseSvg } from '../../src/parse/svg.ts';
import { parseColor } from '../../src/resolve/color/parse.ts';
import { resolveIcon } from '../../src/resolve/icon.ts';
import { parseCalculation } from '../../src/resolve/values/calculation.ts';
import { parseShare } from '../../src/resolve/values/number.ts';

const isUnit = (unit: string): boolean => ['px', '%', 'em'].includes(unit);
const SIZES: Readonly<Record<string, number>> = { px: 1, '%': 0.24, em: 16 };

function calculate(text: string): number | undefined {
  return parseCalculation(text, isUnit)?.at((unit) => SIZES[unit] as number);
}

/** The codes of errors that an icon of 24 by 24 gives. */
function refusals(body: string): string[] {
  const { document } = parseSvg(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${body}</svg>`);
  if (document === undefined) throw new Error('the test is no SVG');
  const { diagnostics } = resolveIcon(document);
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

describe('parseCalculation', () => {
  it.each([
    ['calc(1px + 2px)', 3],
    ['calc(1px - -2px * 3)', 7],
    ['calc(  ( 1px + 50% )*2 )', 26],
    ['calc(100% / 3 - 1px)', 7],
    ['min(2em, 30px, calc(1px + 1px))', 2],
    ['max(1px, 2px)', 2],
    ['clamp(5px, 1px, 9px)', 5],
    ['CALC(1PX)', 1],
    ['calc(2 * (3 - 1))', 4],
  ])('%s', (text, wanted) => expect(calculate(text)).toBeCloseTo(wanted, 9));

  it.each([
    '1px',
    'calc()',
    'calc(1px',
    'calc(1px + 2)',
    'calc(1px+2px)',
    'calc(1px * 2px)',
    'calc(2 / 1px)',
    'calc(1px) 2px',
    'calc(1vw)',
    'clamp(1px, 2px)',
    'min(1px, 2)',
    'sin(1)',
    `${'calc('.repeat(99)}1px${')'.repeat(99)}`,
  ])('does not read %s', (text) => expect(calculate(text)).toBeUndefined());

  it('says whether it comes to a length', () => {
    expect(parseCalculation('calc(1px * 2)', isUnit)?.isLength).toBe(true);
    expect(parseCalculation('calc(1 * 2)', isUnit)?.isLength).toBe(false);
    expect(parseShare('calc(1 / 4)')).toBe(0.25);
    expect(parseShare('calc(20% * 2)')).toBeCloseTo(0.4, 9);
    expect(parseShare('calc(1px * 2)')).toBeUndefined();
  });
});

describe('mixed colors', () => {
  it.each([
    ['color-mix(in srgb, red, blue)', [128, 0, 128, 1]],
    ['color-mix(in srgb, red 25%, blue)', [64, 0, 191, 1]],
    ['color-mix(in srgb, 25% red, blue)', [64, 0, 191, 1]],
    ['color-mix(in srgb, red 20%, transparent)', [255, 0, 0, 0.2]],
    ['color-mix(in srgb, red 20%, blue 20%)', [128, 0, 128, 0.4]],
    ['color-mix(in hsl, hsl(120deg 10% 20%), hsl(30deg 30% 40%))', [84, 92, 61, 1]],
    ['color-mix(in hsl longer hue, red, lime)', [0, 0, 255, 1]],
    ['color-mix(in oklab, white, black)', [99, 99, 99, 1]],
    ['color-mix(in lab, white, black)', [119, 119, 119, 1]],
    ['color-mix(in srgb-linear, white, black)', [188, 188, 188, 1]],
    ['color-mix(in srgb, color-mix(in srgb, red, red), light-dark(blue, white))', [128, 0, 128, 1]],
  ] as const)('%s', (text, [r, g, b, a]) => {
    const found = parseColor(text);
    expect(
      [found?.r, found?.g, found?.b].map(
        (channel, index) => Math.abs((channel ?? 999) - [r, g, b][index]!) <= 1,
      ),
    ).toEqual([true, true, true]);
    expect(found?.a).toBeCloseTo(a, 9);
  });

  it.each([
    'color-mix(red, blue)',
    'color-mix(in srgb, red)',
    'color-mix(in srgb, red 0%, blue 0%)',
    'color-mix(in nowhere, red, blue)',
    'color-mix(in srgb, currentColor, blue)',
    'light-dark(red)',
  ])('does not read %s', (text) => expect(parseColor(text)).toBeUndefined());
});

describe('what a browser may understand and windproof does not', () => {
  it.each([
    '<path d="M0 0h9v9z" fill="rgb(from red r g b)"/>',
    '<path d="M0 0h9v9z" style="fill:color-mix(in srgb, currentColor, red)"/>',
    '<rect width="calc(sin(30deg) * 9px)" height="9"/>',
    '<rect width="9" height="9" style="width:calc(1px + sqrt(4) * 1px)"/>',
    '<path d="M0 0h9v9z" opacity="calc(round(.4))"/>',
    '<path d="M0 0h9v9z" style="transform:translate(calc(1px + 2px))"/>',
    '<path d="M0 0h9v9z" style="transform:rotate3d(1,1,1,45deg)"/>',
    '<path d="M0 0h9v9z" style="rotate:x 45deg"/>',
    '<path d="M0 0h9v9z" style="scale:1 1 2"/>',
    '<path d="M0 0h9v9z" stroke="red" stroke-dasharray="calc(1px + 1px) 2"/>',
  ])('refuses %s', (body) => expect(refusals(body)).toContain('unsupported-css'));

  it('ignores what nobody understands', () => {
    expect(
      refusals('<path d="M0 0h9v9z" fill="mauvish" stroke-width="wide" style="fill:rgb(1,2)"/>'),
    ).toEqual([]);
  });
});

describe('transforms as properties', () => {
  // The box of percentages is as large as the viewBox and at the origin, wherever the viewBox begins.
  it.each(['0 0 24 24', '-4 6 24 24'])('come before transform, in order, about its origin, in %s', (box) => {
    const svg = (attributes: string): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"><rect width="4" height="4" ${attributes}/></svg>`;
    const shape = (attributes: string): unknown => {
      const { document } = parseSvg(svg(attributes));
      const [node] = (document === undefined ? undefined : resolveIcon(document).icon)?.children ?? [];
      return node?.kind === 'shape' ? node.transform : undefined;
    };
    const found = shape(
      'style="scale:2 150%;translate:10% 1px;rotate:.25turn;transform:skewX(9deg);transform-origin:3px 4px"',
    );
    const wanted = shape(
      'transform="translate(3 4) translate(2.4 1) rotate(90) scale(2 1.5) skewX(9) translate(-3 -4)"',
    ) as Record<string, number>;
    expect(Object.keys(wanted)).toContain('a');
    for (const [key, value] of Object.entries(found as Record<string, number>))
      expect(value).toBeCloseTo(wanted[key] as number, 9);
  });
});

describe('sheets of later years', () => {
  /** The fills of the shapes, in order. */
  const fills = (css: string, body: string, attributes = ''): string => {
    const { document } = parseSvg(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><style ${attributes}><![CDATA[${css}]]></style>${body}</svg>`,
    );
    if (document === undefined) throw new Error('the test is no SVG');
    const found: string[] = [];
    const open = (nodes: readonly Node[]): void => {
      for (const node of nodes) {
        if (node.kind === 'group') open(node.children);
        else if (node.fill?.paint.kind === 'solid') {
          const { r, g, b } = node.fill.paint.color;
          found.push([r, g, b].map((channel) => (channel > 127 ? '1' : '0')).join(''));
        }
      }
    };
    open(resolveIcon(document).icon?.children ?? []);
    return found.join(' ');
  };
  const TWO = '<g class="a"><path id="p" d="M0 0h9v9z"/></g><path class="a b" d="M9 0h9v9z"/>';

  it.each([
    ['.a{& path{fill:red}}', '100 000'],
    ['.a{path{fill:red}}', '100 000'],
    ['.a{fill:red;&.b{fill:blue}}', '100 001'],
    ['.a{path{fill:red} #p{fill:lime}}', '010 000'],
    ['.a{&.b{fill:red} fill:blue}', '001 100'],
    ['.a{@media screen{path{fill:red}}}', '100 000'],
    ['.a{@media print{fill:red}}', '000 000'],
    ['@layer x,y;@layer y{path{fill:red}}@layer x{.a.b{fill:lime}}', '100 100'],
    ['path{fill:blue}@layer x{.a.b{fill:lime}}', '001 001'],
    ['path{fill:blue!important}@layer x{path{fill:lime!important}}', '010 010'],
    ['@layer{path{fill:lime}}', '010 010'],
    ['@media not print{path{fill:red}}', '100 100'],
    ['@media (prefers-color-scheme: dark), print{path{fill:red}}', '000 000'],
    ['@media (prefers-reduced-motion: no-preference) and screen{path{fill:red}}', '100 100'],
    ['@supports (fill: red){path{fill:red}}', '100 100'],
  ])('%s', (css, wanted) => {
    expect(fills(css, TWO)).toBe(wanted);
    expect(refusals(`<style><![CDATA[${css}]]></style>${TWO}`)).toEqual([]);
  });

  it('asks for the media of a whole sheet', () => {
    expect(fills('path{fill:red}', TWO, 'media="print"')).toBe('000 000');
    expect(fills('path{fill:red}', TWO, 'media="screen"')).toBe('100 100');
  });

  it.each([
    '@media (min-width: 9px){path{fill:red}}',
    '@media (hover){path{fill:red}}',
    '@supports not (fill: red){path{fill:red}}',
    '@container (width > 9px){path{fill:red}}',
    '@scope (g){path{fill:red}}',
    '@layer a.b{path{fill:red}}',
  ])('refuses %s', (css) =>
    expect(refusals(`<style><![CDATA[${css}]]></style>${TWO}`)).toEqual(['unsupported-css']),
  );
});
