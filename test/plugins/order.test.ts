import { readdirSync, readFileSync } from 'node:fs';
import { builtinPlugins, optimize, type PluginConfig } from 'svgo';
import { describe, expect, it } from 'vitest';
import { nonzeroFill } from '../../plugins/index.ts';
import { comparePictures } from '../support/pictures.ts';

const ROOT = new URL('../../fixtures/repair/', import.meta.url);
/** The renderer draws no var() and no d in CSS, and what the repair leaves even-odd stays so here. */
const LEFT_OUT = new Set([
  'css-variable',
  'path-data-in-a-style',
  'kept-beside-repaired',
  'style-that-names-the-tag',
  'clip-path-of-css',
]);
const fixtures = readdirSync(ROOT)
  .filter((name) => !LEFT_OUT.has(name))
  .map((name) => ({ name, text: readFileSync(new URL(`${name}/input.svg`, ROOT), 'utf8') }));

/** Enough to see a lost hole by, and quick: test/repair-source looks closely. */
const SIDE = 96;

const withoutComments = (svg: string): string => svg.replace(/<!--[^]*?-->/g, '');

const ORDERS: readonly (readonly [string, PluginConfig[], boolean])[] = [
  ['alone', [nonzeroFill], false],
  ['before the preset', [nonzeroFill, 'preset-default'], false],
  ['behind the preset', ['preset-default', nonzeroFill], false],
  ['before the preset, multipass', [nonzeroFill, 'preset-default'], true],
  ['behind the preset, multipass', ['preset-default', nonzeroFill], true],
];

describe.each(ORDERS)('nonzeroFill %s', (_, plugins, multipass) => {
  it.each(fixtures)('$name', ({ text }) => {
    const output = optimize(text, { plugins, multipass }).data;
    expect(withoutComments(output)).not.toMatch(/evenodd/);
    expect(comparePictures(text, output, SIDE).visible).toBe(0);
    // Once through, there is nothing left to do.
    expect(optimize(output, { plugins: [nonzeroFill] }).data).toBe(optimize(output, { plugins: [] }).data);
  });
});

/** One fixture for each way in which svgo moves, merges or drops things that the repair touches. */
const SAMPLE = new Set([
  'style-sheet',
  'sketch-root-group',
  'use-under-two-rules',
  'dashed-stroke',
  'polygon-that-crosses-itself',
]);
/** These take pictures apart on purpose, whatever stands beside them. */
const DESTRUCTIVE = new Set([
  'removeStyleElement',
  'removeAttributesBySelector',
  'removeElementsByAttr',
  'removeXMLNS',
]);
/** These do nothing without. */
const PARAMS: Readonly<Record<string, object>> = {
  addAttributesToSVGElement: { attributes: [{ 'data-set': 'app' }] },
  addClassesToSVGElement: { classNames: ['icon'] },
  removeAttrs: { attrs: 'data-set' },
};
const each = builtinPlugins
  .map(({ name }) => name)
  .filter((name) => name !== 'preset-default' && !DESTRUCTIVE.has(name));

describe.each(each)('%s', (name) => {
  const plugin = { name, params: PARAMS[name] } as PluginConfig;
  const samples = fixtures.filter((fixture) => SAMPLE.has(fixture.name));
  expect(samples).toHaveLength(SAMPLE.size);

  it.each([
    ['once', false, samples],
    ['in multipass', true, samples.slice(-2)],
  ])('run %s, keeps the picture before and behind nonzeroFill', (_, multipass, all) => {
    for (const { name, text } of all) {
      for (const plugins of [
        [nonzeroFill, plugin],
        [plugin, nonzeroFill],
      ]) {
        const output = optimize(text, { plugins, multipass }).data;
        expect.soft(comparePictures(text, output, SIDE).visible, name).toBe(0);
        expect.soft(output, name).not.toMatch(/evenodd/);
      }
    }
  });
});
