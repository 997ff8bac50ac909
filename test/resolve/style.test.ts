import { describe, expect, it } from 'vitest';

import type { Color, Node, Shape } from '../../src/ir.ts';
import { parseSvg } from '../../src/parse/svg.ts';
import { parseColor } from '../../src/resolve/color/parse.ts';
import { resolveIcon, type ResolveOptions } from '../../src/resolve/icon.ts';

/** The shapes of a 24 by 24 icon, groups opened. */
function shapesOf(body: string, options?: ResolveOptions): Shape[] {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${body}</svg>`;
  const { document } = parseSvg(text);
  if (document === undefined) throw new Error('the test is no SVG');
  const open = (nodes: readonly Node[]): Shape[] =>
    nodes.flatMap((node) => (node.kind === 'shape' ? [node] : open(node.children)));
  return open(resolveIcon(document, options).icon?.children ?? []);
}

const hex = ({ r, g, b, a }: Color): string =>
  `#${[r, g, b].map((channel) => channel.toString(16).padStart(2, '0')).join('')}${a === 1 ? '' : `/${a}`}`;

/** The solid fill of the only shape. */
function fillOf(body: string, options?: ResolveOptions): string | undefined {
  const paint = shapesOf(body, options)[0]?.fill?.paint;
  return paint?.kind === 'solid' ? hex(paint.color) : paint?.kind;
}

describe('a <use>', () => {
  it('moves its clip along by its x and y, and the clip of what it uses, too', () => {
    const [first, second] = ['x="3" y="4"', 'transform="translate(3 4)"'].map((place) => {
      const { document } = parseSvg(
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><clipPath id="c"><path d="M1 1H9V9Z"/></clipPath>` +
          `<defs><path id="p" d="M0 0H12V12Z" clip-path="url(#c)"/></defs>` +
          `<g transform="rotate(9)"><use href="#p" clip-path="url(#c)" ${place}/></g></svg>`,
      );
      const [node] = (document === undefined ? undefined : resolveIcon(document).icon)?.children ?? [];
      return node?.kind === 'group' ? node.clips.map(({ shapes }) => shapes[0]?.transform) : undefined;
    });
    expect(first).toHaveLength(2);
    expect(first).toEqual(second);
  });
});

const PATH = '<path id="p" class="a b" d="M0 0H9V9Z"/>';

describe('the cascade', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a type', 'path{fill:red}', '#ff0000'],
    ['a class', '.a{fill:red}', '#ff0000'],
    ['several classes', '.a.b{fill:red} .a{fill:blue}', '#ff0000'],
    ['an id over classes', '#p{fill:red} .a.b{fill:blue}', '#ff0000'],
    ['a descendant', 'svg path{fill:red}', '#ff0000'],
    ['a child', 'svg > path{fill:red}', '#ff0000'],
    ['no child', 'g > path{fill:red}', '#000000'],
    ['an attribute', '[d^="M0"]{fill:red}', '#ff0000'],
    ['the first child', 'path:first-of-type{fill:red}', '#ff0000'],
    ['negation', 'path:not(.c){fill:red}', '#ff0000'],
    ['a list', 'rect, path{fill:red}', '#ff0000'],
    ['everything', '*{fill:red}', '#ff0000'],
    ['the later of equals', '.a{fill:red} .b{fill:blue}', '#0000ff'],
    ['!important', '.a{fill:red !important} #p{fill:blue}', '#ff0000'],
    ['a variable', 'svg{--x:red} path{fill:var(--x)}', '#ff0000'],
    ['a variable that falls back', 'path{fill:var(--x, red)}', '#ff0000'],
    ['a nested fallback', 'path{fill:var(--x, var(--y, red))}', '#ff0000'],
    ['a variable without a value', 'svg{fill:red} path{fill:var(--x)}', '#ff0000'],
    ['an invalid value, dropped', 'path{fill:red} path{fill:nonsense}', '#ff0000'],
    ['initial', 'svg{fill:red} path{fill:initial}', '#000000'],
    ['unset', 'svg{fill:red} path{fill:unset}', '#ff0000'],
    ['a comment', '/* a */ path/* b */{fill:/* c */red}', '#ff0000'],
    ['@media screen', '@media screen{path{fill:red}}', '#ff0000'],
    ['@media print', '@media print{path{fill:red}}', '#000000'],
  ];
  for (const [name, css, expected] of cases)
    it(`matches ${name}`, () =>
      expect(fillOf(`<style>${css.replace(/>/g, '&gt;')}</style>${PATH}`)).toBe(expected));

  it('ranks presentation attribute, sheet, style attribute, important', () => {
    const path = '<path fill="#111" style="fill:#333" d="M0 0H9V9Z"/>';
    expect(fillOf('<path fill="#111" d="M0 0H9V9Z"/>')).toBe('#111111');
    expect(fillOf('<style>path{fill:#222}</style><path fill="#111" d="M0 0H9V9Z"/>')).toBe('#222222');
    expect(fillOf(`<style>path{fill:#222}</style>${path}`)).toBe('#333333');
    expect(fillOf(`<style>path{fill:#222 !important}</style>${path}`)).toBe('#222222');
  });

  it('inherits from where a shape is used, matches where it stands', () => {
    expect(
      fillOf(`<style>defs path{stroke:red}</style><defs>${PATH}</defs><use href="#p" fill="blue"/>`),
    ).toBe('#0000ff');
    const [used] = shapesOf(
      `<style>defs path{stroke:red}</style><defs>${PATH}</defs><use href="#p" fill="blue"/>`,
    );
    expect(used?.stroke?.paint).toMatchObject({ kind: 'solid', color: { r: 255 } });
  });

  it('takes currentColor from color, else from the option', () => {
    expect(fillOf(`<g color="red" fill="currentColor">${PATH}</g>`)).toBe('#ff0000');
    expect(fillOf(`<g fill="currentColor">${PATH}</g>`, { currentColor: 'hsl(120 100% 50%)' })).toBe(
      '#00ff00',
    );
    expect(fillOf(`<g fill="currentColor">${PATH}</g>`)).toBe('#000000');
    expect(() => fillOf(PATH, { currentColor: 'no color' })).toThrow(/no color/);
  });
});

describe('colors', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['#f00', '#ff0000'],
    ['#f008', '#ff0000/0.5333333333333333'],
    ['#12345680', '#123456/0.5019607843137255'],
    ['#12', undefined],
    ['RebeccaPurple', '#663399'],
    ['transparent', '#000000/0'],
    ['rgb(255, 0, 0)', '#ff0000'],
    ['rgb(100%, 0%, 50%)', '#ff0080'],
    ['rgb(255 0 0 / 50%)', '#ff0000/0.5'],
    ['rgba(255, 0, 0, .25)', '#ff0000/0.25'],
    ['rgb(300, -5, 0)', '#ff0000'],
    ['rgb(1, 50%, 0)', undefined],
    ['rgb(none 255 0)', '#00ff00'],
    ['hsl(120, 100%, 25%)', '#008000'],
    ['hsla(0.5turn 100% 50% / 1)', '#00ffff'],
    ['hsl(-240deg 100 50)', '#00ff00'],
    ['hwb(120 20% 40%)', '#339933'],
    ['hwb(0 60% 60%)', '#808080'],
    // What the CSS Color 4 specification gives beside its examples.
    ['lab(29.2345% 39.3825 20.0664)', '#7d2329'],
    ['lch(52.2345% 72.2 56.2)', '#c65d06'],
    ['oklab(40.101% 0.1147 0.0453)', '#7d2329'],
    ['oklch(40.101% 0.12332 21.555)', '#7d2329'],
    ['color(srgb 1 0 0)', '#ff0000'],
    ['color(display-p3 0.9176 0.2003 0.1386)', '#ff0000'],
    ['color(srgb-linear 0.5 0.5 0.5)', '#bcbcbc'],
    ['color(xyz-d65 0.9505 1 1.089)', '#ffffff'],
    ['color(xyz-d50 0.9643 1 0.8251)', '#ffffff'],
    ['color(prophoto-rgb 1 1 1)', '#ffffff'],
    ['color(rec2020 1 1 1)', '#ffffff'],
    ['color(a98-rgb 1 1 1)', '#ffffff'],
    ['color(nowhere 1 1 1)', undefined],
    ['red icc-color(a, 1)', undefined],
    ['constructor', undefined],
  ];
  for (const [text, expected] of cases)
    it(text, () => {
      const color = parseColor(text);
      expect(color === undefined ? undefined : hex(color)).toBe(expected);
    });
});

describe('the size of the icon', () => {
  function icon(attributes: string): { size: string; viewport: string; transform: string } {
    const text = `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><path d="M0 0H9V9Z"/></svg>`;
    const { document } = parseSvg(text);
    const found = document && resolveIcon(document).icon;
    if (found === undefined) throw new Error('no icon');
    const { a, b, c, d, e, f } = (found.children[0] as Shape).transform;
    const round = (value: number): number => Math.round(value * 1e6) / 1e6;
    return {
      size: `${round(found.size.width)} ${round(found.size.height)}`,
      viewport: `${round(found.viewport.width)} ${round(found.viewport.height)}`,
      transform: [a, b, c, d, e, f].map((value) => round(value)).join(' '),
    };
  }
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['viewBox="0 0 24 24"', '24 24', '24 24', '1 0 0 1 0 0'],
    ['width="48" height="48" viewBox="0,0,24,24"', '48 48', '24 24', '1 0 0 1 0 0'],
    ['viewBox="-12 -6 24 24"', '24 24', '24 24', '1 0 0 1 12 6'],
    ['width="1in" height="2.54cm"', '96 96', '96 96', '1 0 0 1 0 0'],
    ['width="100%" height="100%" viewBox="0 0 24 16"', '24 16', '24 16', '1 0 0 1 0 0'],
    ['width="48" viewBox="0 0 24 16"', '48 32', '24 16', '1 0 0 1 0 0'],
    ['width="1em" height="1em" viewBox="0 0 24 24"', '16 16', '24 24', '1 0 0 1 0 0'],
    ['width="48" height="24" viewBox="0 0 24 24"', '48 24', '48 24', '1 0 0 1 12 0'],
    [
      'width="48" height="24" viewBox="0 0 24 24" preserveAspectRatio="xMinYMid"',
      '48 24',
      '48 24',
      '1 0 0 1 0 0',
    ],
    [
      'width="48" height="24" viewBox="0 0 24 24" preserveAspectRatio="xMidYMid slice"',
      '48 24',
      '24 12',
      '1 0 0 1 0 -6',
    ],
    [
      'width="48" height="24" viewBox="0 0 24 24" preserveAspectRatio="none"',
      '48 24',
      '24 24',
      '1 0 0 1 0 0',
    ],
    ['style="width:24px;height:24px" viewBox="0 0 48 48"', '24 24', '48 48', '1 0 0 1 0 0'],
  ];
  for (const [attributes, size, viewport, transform] of cases)
    it(attributes, () => expect(icon(attributes)).toEqual({ size, viewport, transform }));
});
