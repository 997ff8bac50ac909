import { existsSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { judge, listSuite, SUITE } from '../../scripts/conformance/resolve-suite.ts';

/** Only ever raised: how many files of the suite draw as their reference does. */
const EXACT = 424;

/** Where the picture is another than the reference's and rightly so; each is said by a diagnostic. */
const KNOWN: Readonly<Record<string, string>> = {
  'tests/masking/clipPath/circle-shorthand.svg': 'the reference ignores CSS shapes',
  'tests/masking/mask/recursive-on-child.svg': 'undefined: either mask of the circle may be left out',
  'tests/painting/marker/recursive-5.svg': 'undefined: either marker of the circle may be left out',
  'tests/painting/shape-rendering/on-horizontal-line.svg': 'Android has no edges without smoothing',
  'tests/painting/stroke-width/negative.svg': 'CSS ignores a negative width, the reference hides the stroke',
  'tests/shapes/rect/ch-values.svg': 'the reference does not know ch',
  'tests/shapes/rect/lh-values.svg': 'the reference does not know lh',
  'tests/shapes/rect/rem-values.svg': 'the reference does not know rem',
  'tests/shapes/rect/vmin-and-vmax-values.svg': 'the reference does not know vmin',
  'tests/structure/symbol/with-transform.svg': 'SVG 2 lets a symbol have a transform, the reference does not',
};

describe.skipIf(!existsSync(SUITE))('the suite of reference pictures (skipped where it is absent)', () => {
  it('is drawn as referenced, or the difference is said', () => {
    const outcomes = listSuite().map((file) => judge(file));
    const of = (verdict: string): string[] =>
      outcomes.filter((outcome) => outcome.verdict === verdict).map(({ file }) => file);
    expect(of('silent')).toEqual([]);
    expect(of('warned').filter((file) => KNOWN[file] === undefined)).toEqual([]);
    expect(of('exact').length).toBeGreaterThanOrEqual(EXACT);
  });
});
