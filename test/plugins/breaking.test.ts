import { optimize, type PluginConfig } from 'svgo';
import { describe, expect, it } from 'vitest';
import { nonzeroFill } from '../../plugins/index.ts';
import { comparePictures } from '../support/pictures.ts';

/** The svgo plugins that docs/svgo.md warns of: each breaks an icon in one order, and does not in the other. */

const SQUARES = 'M2 2H22V22H2zM8 8H16V16H8z';
const STAR = '12,2 18,20 2,9 22,9 6,20';
const icon = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${body}</svg>`;

interface Case {
  readonly plugin: string;
  readonly source: string;
  readonly breaks: PluginConfig[];
  readonly works: PluginConfig[];
}

const removeRule: PluginConfig = { name: 'removeAttrs', params: { attrs: 'fill-rule' } };

// svgo's types know this plugin without its parameters.
const removeBySelector = {
  name: 'removeAttributesBySelector',
  params: { selector: '[fill-rule]', attributes: 'fill-rule' },
} as unknown as PluginConfig;

const CASES: readonly Case[] = [
  {
    plugin: 'mergePaths with force',
    source: icon(
      '<path fill-rule="evenodd" d="M2 2H14V14H2z"/><path fill-rule="evenodd" d="M8 8V22H22V8z"/>',
    ),
    breaks: [nonzeroFill, { name: 'mergePaths', params: { force: true } }],
    works: [nonzeroFill, 'mergePaths'],
  },
  {
    plugin: 'convertPathData with few decimals, on an icon that was cut at a crossing',
    source: icon(`<polygon fill-rule="evenodd" points="${STAR}"/>`),
    breaks: [nonzeroFill, { name: 'convertPathData', params: { floatPrecision: 0 } }],
    works: [{ name: 'convertPathData', params: { floatPrecision: 0 } }, nonzeroFill, 'convertPathData'],
  },
  {
    plugin: 'removeAttrs of fill-rule',
    source: icon(`<path fill-rule="evenodd" d="${SQUARES}"/>`),
    breaks: [removeRule, nonzeroFill],
    works: [nonzeroFill, removeRule],
  },
  {
    plugin: 'removeAttributesBySelector of fill-rule',
    source: icon(`<path fill-rule="evenodd" d="${SQUARES}"/>`),
    breaks: [removeBySelector, nonzeroFill],
    works: [nonzeroFill, removeBySelector],
  },
  {
    plugin: 'removeStyleElement',
    source: icon(`<style>path{fill-rule:evenodd}</style><path d="${SQUARES}"/>`),
    breaks: ['removeStyleElement', nonzeroFill],
    works: [nonzeroFill, 'removeStyleElement'],
  },
];

describe.each(CASES)('$plugin', ({ source, breaks, works }) => {
  it('breaks the icon in the order that the page warns of', () => {
    expect(comparePictures(source, optimize(source, { plugins: breaks }).data).visible).toBeGreaterThan(500);
  });

  it('keeps it in the order that the page gives', () => {
    expect(comparePictures(source, optimize(source, { plugins: works }).data).visible).toBe(0);
  });
});

it('parts again what reusePaths joined without looking at the rule', () => {
  const source = icon(
    `<path d="${SQUARES}"/><path fill-rule="evenodd" transform="translate(12) scale(.5)" d="${SQUARES}"/>`,
  );
  for (const plugins of [
    [nonzeroFill, 'reusePaths'],
    ['reusePaths', nonzeroFill],
  ] as PluginConfig[][]) {
    const output = optimize(source, { plugins }).data;
    expect(output).not.toMatch(/evenodd/);
    expect(comparePictures(source, output).visible).toBe(0);
  }
});
