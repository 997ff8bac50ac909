import { describe, expect, it } from 'vitest';

import { parseSvg } from '../../../src/parse/svg.ts';
import { elementsOf, type XmlElement } from '../../../src/parse/tree.ts';
import { holdsOnScreen } from '../../../src/verify/older/at-rules.ts';
import { declarationsOf } from '../../../src/verify/older/form.ts';
import { inOlderForm } from '../../../src/verify/older/rewrite.ts';

const BODY =
  '<g id="g" class="x y"><path id="a"/><rect id="b" class="x" data-k="en-us"/><path id="c"/><path id="d" fill="lime"/></g><path id="e"/>';

const document = (css: string, body = BODY): string =>
  `<svg xmlns="http://www.w3.org/2000/svg"><style><![CDATA[${css}]]></style>${body}</svg>`;

function stylesAfter(css: string, body = BODY): Record<string, string> {
  const { text, unknown } = inOlderForm(document(css, body));
  expect(unknown).toEqual([]);
  const { root } = parseSvg(text).document as { root: XmlElement };
  expect(text).not.toContain('<style');
  const found: Record<string, string> = {};
  for (const element of elementsOf(root)) {
    const value = (name: string): string => element.attributes.find((one) => one.name === name)?.value ?? '';
    const fill = declarationsOf(value('style')).filter(({ property }) => property === 'fill');
    if (fill.length > 0) found[value('id')] = fill.map((one) => one.value).join();
  }
  return found;
}

/** Which elements of the body a selector of these means; `!important` makes every sheet one to be written down. */
const SELECTED: Readonly<Record<string, string>> = {
  'path:nth-child(2n+1)': 'ace',
  'g path:nth-child(odd)': 'ac',
  ':nth-child(-n+2):not(g, svg)': 'ab',
  'g > :nth-last-child(1)': 'd',
  'path:nth-of-type(2)': 'c',
  'g path:nth-of-type(2)': 'c',
  ':nth-child(2 of path)': 'c',
  'path:last-of-type': 'de',
  'g :first-child': 'a',
  'g :last-child': 'd',
  'rect:only-of-type': 'b',
  ':is(rect, #c)': 'bc',
  ':where(g) > path': 'acd',
  'g :not(path)': 'b',
  'rect + path': 'c',
  'rect ~ path': 'cd',
  'g.x.y > rect.x': 'b',
  '[data-k|="en"]': 'b',
  '[data-k$="US" i]': 'b',
  '[id^=a], [id*=b]': 'ab',
  'svg:root > path': 'e',
  'path:hover': '',
  'path::before': '',
};

describe('style sheets', () => {
  it.each(Object.entries(SELECTED))('%s', (selector, wanted) => {
    const found = stylesAfter(`${selector}{fill:red!important}`);
    expect(Object.keys(found).sort().join('')).toBe(wanted);
  });

  it.each([
    ['importance over style', '.x{fill:red!important}', 'red'],
    ['the style attribute over all else', '#b{fill:red}.z{r:1px}', 'blue'],
    ['the last of equal ones', '.x{fill:red!important}.x{fill:lime!important}', 'lime'],
    ['an id over a class', '#b{fill:red!important}rect.x{fill:lime!important}', 'red'],
    ['the most specific inside :is()', ':is(#z,.x){fill:red!important}rect.x{fill:lime!important}', 'red'],
    ['nothing inside :where()', ':where(#b){fill:red!important}rect{fill:lime!important}', 'lime'],
    [
      'an earlier layer where important',
      '@layer one,two;@layer two{.x{fill:red!important}}@layer one{.x{fill:lime!important}}',
      'lime',
    ],
  ])('%s', (_, css, wanted) => {
    const body = '<rect id="b" class="x" style="fill:blue"/>';
    expect(stylesAfter(css, body)).toEqual({ b: wanted });
  });

  it('puts later layers over earlier ones and none over all', () => {
    const body = '<rect id="b" class="x"/>';
    const layers = '@layer one,two;@layer two{.x{fill:red}}@layer one{rect.x{fill:lime}}';
    expect(stylesAfter(layers, body)).toEqual({ b: 'red' });
    expect(stylesAfter(`rect{fill:blue}${layers}`, body)).toEqual({ b: 'blue' });
  });

  it('reads nested rules and conditions', () => {
    expect(stylesAfter('g{& > rect{fill:red} path{&:first-child{fill:lime}}}.q{r:1px}')).toEqual({
      b: 'red',
      a: 'lime',
    });
    expect(stylesAfter('@media screen{#a{fill:red}}@media print{#a{fill:blue}}')).toEqual({ a: 'red' });
    expect(
      stylesAfter('@media (prefers-color-scheme:dark){#a{fill:red}}@supports (fill:red){#b{fill:red}}'),
    ).toEqual({ b: 'red' });
  });

  it('names what it cannot decide, and leaves old sheets alone', () => {
    for (const css of [
      '@media (min-width:9px){a{fill:red}}',
      'g:has(path){fill:red!important}',
      '@container (width>1px){a{fill:red}}',
    ])
      expect(inOlderForm(document(css)).unknown, css).toEqual(['a style sheet of CSS 3 and later']);
    const old = document('.x > path:first-child, a:hover, [id="a"]{fill:rgb(1,2,3);stroke-width:2px}');
    expect(inOlderForm(old)).toEqual({ text: old, unknown: [] });
  });

  it('writes down thousands of rules whose classes tell what they are about', () => {
    const numbers = Array.from({ length: 3000 }, (_, index) => index);
    const css = numbers.map((index) => `g>path.c${index}:not(.d){fill:red}`).join('');
    const shapes = numbers.map((index) => `<path id="p${index}" class="c${index}"/>`).join('');
    expect(Object.values(stylesAfter(css, `<g>${shapes}</g>`))).toEqual(numbers.map(() => 'red'));
  });

  it('gives up on sheets that take too much', () => {
    const deep = `${'<g>'.repeat(200)}<path id="a"/>${'</g>'.repeat(200)}`;
    for (const css of [
      `.z ${'g '.repeat(14)}path{fill:red!important}`,
      `${'g{'.repeat(20_000)}fill:red!important${'}'.repeat(20_000)}`,
      `${'& & {'.repeat(40)}fill:red!important${'}'.repeat(40)}`,
    ])
      expect(inOlderForm(document(css, deep)).unknown).toEqual(['a style sheet of CSS 3 and later']);
  });

  it('decides conditions of media', () => {
    expect(
      ['', 'all', 'only screen', 'print, screen', 'not print', '(prefers-color-scheme: light)'].map(
        holdsOnScreen,
      ),
    ).not.toContain(false);
    expect(['print', 'not all', 'screen and (prefers-color-scheme: dark)'].map(holdsOnScreen)).toEqual([
      false,
      false,
      false,
    ]);
    expect(['(min-width: 9px)', 'screen and (hover)'].map(holdsOnScreen)).toEqual([undefined, undefined]);
  });
});
