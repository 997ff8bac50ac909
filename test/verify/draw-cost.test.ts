import { describe, expect, it } from 'vitest';
import { convert } from '../../src/pipeline/convert.ts';
import { fix } from '../../src/pipeline/fix.ts';
import { lintAndFix } from '../../src/pipeline/lint.ts';
import type { Draw } from '../../src/ports.ts';
import { strayPixels } from '../../src/verify/stray-pixels.ts';
import { tooMuchToDraw } from '../../src/verify/draw-cost.ts';
import { Budget } from '../../src/geometry/budget.ts';
import { iconOf, svg24 } from '../emit/convert.ts';

const curves = (count: number): string =>
  `M0 0${Array.from({ length: count }, (_, index) => `C${index % 24} 9 3 ${index % 7} 20 ${index % 20}`).join('')}`;
const stroked = (attributes: string, pathData = 'M0 0H20'): string =>
  svg24(`<path fill="none" stroke="#000" ${attributes} d="${pathData}"/>`);

describe('tooMuchToDraw', () => {
  it.each([
    ['few dashes', 'stroke-dasharray="1"', 'M0 0H20', undefined],
    ['100,000 dashes', 'stroke-dasharray="0.0001"', 'M0 0H20', 'dashes'],
    [
      '100,000 dashes of 0.01 at a scale',
      'stroke-dasharray="1" transform="scale(1e-4)"',
      'M0 0H2e5',
      'dashes',
    ],
    ['a line that covers all', 'stroke-width="1e9"', 'M0 0H20', undefined],
    ['11 curves 1e9 wide', 'stroke-width="1e9"', curves(11), 'wide'],
    ['as many, a hundred times as wide as the icon', 'stroke-width="2400"', curves(11), undefined],
    ['as many, by their transform', 'stroke-width="1" transform="scale(1e9)"', curves(11), 'wide'],
  ])('says of %s', (_name, attributes, pathData, reason) => {
    const said = tooMuchToDraw(iconOf(stroked(attributes, pathData)));
    if (reason === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(reason);
  });
});

describe('strokes that are drawn out of sight', () => {
  const stroke = `<path fill="none" stroke="#fff" stroke-width="1e9" d="${curves(11)}"/>`;
  const scaled = stroke.replace('1e9', '10');
  const square = 'd="M0 0h24v24H0z"';
  it.each([
    ['in a mask', `<mask id="a">${stroke}</mask><path mask="url(#a)" ${square}/>`],
    [
      'in a mask on a mask',
      `<mask id="a">${stroke}</mask><mask id="b" mask="url(#a)"><path fill="#fff" ${square}/></mask><path mask="url(#b)" ${square}/>`,
    ],
    [
      'in a pattern',
      `<pattern id="a" width="1" height="1">${stroke}</pattern><path fill="url(#a)" ${square}/>`,
    ],
    [
      'in a pattern that is scaled',
      `<pattern id="a" width="1" height="1" patternTransform="scale(1e8)">${scaled}</pattern><path stroke="url(#a)" ${square}/>`,
    ],
  ])('%s', (_where, content) => {
    expect(tooMuchToDraw(iconOf(svg24(content)))).toContain('wide');
    expect(tooMuchToDraw(iconOf(svg24(content.replace('1e9', '1').replace('1e8', '1'))))).toBeUndefined();
  });
});

describe('an icon that is too much to draw', () => {
  const draw: Draw = () => {
    throw new Error('the renderer was asked');
  };

  it.each([
    ['fix', () => fix(stroked('stroke-width="1e9"', curves(300)), { draw })],
    ['convert', () => convert(stroked('stroke-width="1e9"', curves(300)), { draw })],
  ])('is refused by %s, which says why', (_name, run) => {
    const { output, diagnostics } = run();
    expect(output).toBeUndefined();
    const failed = diagnostics.find(({ code }) => code === 'drawing-failed');
    expect(failed?.message).toContain('times as wide as the icon');
  });
});

it('is not drawn for a fix of the linter, which is dropped', () => {
  let drawn = 0;
  const draw: Draw = () => {
    drawn += 1;
    throw new Error('the renderer was asked');
  };
  const text = stroked('stroke-width="1e9"', curves(300));
  const rules = [{ name: 'require-viewbox', severity: 'error', options: {} }] as const;
  const source = text.replace(/ viewBox="[^"]*"/, ' width="24" height="24"');
  const config = { rules, minSdk: 21, appcompat: false };
  const { output, diagnostics } = lintAndFix(source, { config, level: 'safe', draw });
  expect([output, drawn]).toEqual([source, 0]);
  expect(diagnostics.map(({ code }) => code)).toContain('fix-dropped');
});

describe('what the outlines of strokes take', () => {
  it('is counted, and not known beyond the budget', () => {
    const [icon, other] = [0, 3].map((x) => iconOf(stroked(`transform="translate(${x})"`, curves(50))));
    const left = new Budget(10_000);
    expect(strayPixels(icon!, other!)).toBeGreaterThan(0);
    expect(strayPixels(icon!, other!, left)).toBe(0);
    expect(left.isSpent).toBe(true);
  });
});

describe('dashes of many lines', () => {
  it('are refused beyond 20,000 together', () => {
    const line = '<path fill="none" stroke="#000" stroke-dasharray=".01" d="M0 5H20"/>';
    const codesOf = (count: number): string[] =>
      convert(svg24(line.repeat(count))).diagnostics.map(({ code }) => code);
    expect(codesOf(1)).not.toContain('unsupported-dashes');
    expect(codesOf(21)).toContain('unsupported-dashes');
  });
});
