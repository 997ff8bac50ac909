import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEmitProblems } from '../../src/emit/vector-drawable.ts';
import { IDENTITY, translation } from '../../src/geometry/matrix.ts';
import type { Icon, Shape } from '../../src/ir.ts';
import { lowerIcon } from '../../src/lower/icon.ts';
import { parseSvg } from '../../src/parse/svg.ts';
import { pathOf } from '../../src/path/contours.ts';
import { isPlainDrawing } from '../../src/pipeline/plain-drawing.ts';
import { resolveIcon } from '../../src/resolve/icon.ts';
import { anyCommand } from '../support/commands.ts';

const MIN_SDKS = [21, 24, 26];

/** What the stages that a plain drawing is spared say of it. */
const saidOf = (icon: Icon): readonly string[] =>
  MIN_SDKS.flatMap((minSdk) => {
    const lowered = lowerIcon(icon, { minSdk, appcompat: false, allowLossy: false });
    return [...lowered.diagnostics, ...findEmitProblems(lowered.icon, { minSdk })].map(({ code }) => code);
  });

const number = fc
  .tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(1e-6, 1, 30, 5000, 1e9, 1e29))
  .map(([share, size]) => share * size);
const path = fc
  .array(anyCommand({ coordinate: number, radius: number, rotation: number }), { maxLength: 40 })
  // Some paths are long.
  .chain((commands) =>
    fc.constantFrom(1, 1, 8, 60).map((times) => pathOf(Array.from({ length: times }, () => commands).flat())),
  );
const solid = fc.record({ r: fc.nat(255), g: fc.nat(255), b: fc.nat(255), a: fc.constantFrom(0, 0.5, 1) });
const paint = solid.map((color) => ({ kind: 'solid', color }) as const);
const opacity = fc.constantFrom(0, 0.5, 1);
const fill = fc.record({ paint, opacity, rule: fc.constantFrom('nonzero' as const, 'evenodd' as const) });
const stroke = fc.record({
  paint,
  opacity,
  width: fc.constantFrom(0, 1e-9, 2, 1e9),
  cap: fc.constantFrom('butt' as const, 'round' as const, 'square' as const),
  join: fc.constantFrom(...(['miter', 'round', 'bevel', 'miter-clip'] as const)),
  miterLimit: fc.constantFrom(1, 4, 1e6),
  dashes: fc.constantFrom([], [], [1, 2]),
  dashOffset: fc.constant(0),
  nonScaling: fc.boolean(),
});
const transform = fc.constantFrom(
  IDENTITY,
  translation(0, 960),
  { ...IDENTITY, a: 2 },
  { ...IDENTITY, a: 0, d: 0 },
);
const shape: fc.Arbitrary<Shape> = fc
  .record({ path, transform, fill: fc.option(fill), stroke: fc.option(stroke) })
  .map(({ path: drawn, transform: placed, fill: filled, stroke: stroked }) => ({
    kind: 'shape',
    path: drawn,
    transform: placed,
    ...(filled === null ? {} : { fill: filled }),
    ...(stroked === null ? {} : { stroke: stroked }),
    span: { start: 0, end: 1 },
  }));
const side = fc.constantFrom(1e-3, 16, 24, 199, 201, 4000);

const isPlain = (svg: string): boolean => {
  const { document } = parseSvg(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${svg}</svg>`);
  const icon = document && resolveIcon(document).icon;
  if (icon === undefined) throw new Error('the icon of this test is none');
  return isPlainDrawing(icon);
};

describe('isPlainDrawing', () => {
  it('is true of no drawing of which lowering or emitting says anything', () => {
    let plain = 0;
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 2 }), side, opacity, (children, width, whole) => {
        const size = { width, height: width };
        const icon: Icon = { size, viewport: size, opacity: whole, children };
        if (!isPlainDrawing(icon)) return;
        plain += 1;
        expect(saidOf(icon)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
    // Else nothing was tested.
    expect(plain).toBeGreaterThan(100);
  });

  it('is true of the usual icon, filled or stroked', () => {
    expect(isPlain('<path d="M2 2h20v20H2z"/><circle cx="12" cy="12" r="4" opacity=".5"/>')).toBe(true);
    expect(isPlain('<path d="M2 2h20" fill="none" stroke="currentColor" stroke-linecap="round"/>')).toBe(
      true,
    );
  });

  it.each([
    [
      'a gradient',
      '<linearGradient id="a"><stop/><stop offset="1" stop-color="red"/></linearGradient><path d="M2 2h9v9" fill="url(#a)"/>',
    ],
    ['even-odd', '<path fill-rule="evenodd" d="M2 2h20v20H2z"/>'],
    ['dashes', '<path d="M2 2h20" stroke="red" stroke-dasharray="2"/>'],
    ['a fading group', '<g opacity=".5"><path d="M2 2h9v9"/><path d="M3 3h9v9"/></g>'],
    ['a stroke under an uneven scale', '<path d="M2 2h9" stroke="red" transform="scale(1 2)"/>'],
    ['path data of 40,000 characters', `<path d="M2 2${'h1.234v5.678'.repeat(3500)}"/>`],
  ])('is false of %s', (_, svg) => {
    expect(isPlain(svg)).toBe(false);
  });
});
