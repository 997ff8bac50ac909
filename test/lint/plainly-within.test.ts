import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Shape } from '../../src/ir.ts';
import { isPlainlyWithin, paintedBox } from '../../src/lint/rules/shapes.ts';
import { parseSvg } from '../../src/parse/svg.ts';
import { resolveIcon } from '../../src/resolve/icon.ts';

const BOX = { minX: 0, minY: 0, maxX: 24, maxY: 24 };

function shapeOf(attributes: string): Shape {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path ${attributes}/></svg>`;
  const { document } = parseSvg(text);
  const [shape] = (document && resolveIcon(document).icon?.children) ?? [];
  if (shape?.kind !== 'shape') throw new Error(`no shape: ${text}`);
  return shape;
}

const number = fc.integer({ min: 0, max: 240 }).map((value) => String(value / 10));
const command = fc.oneof(
  fc.tuple(number, number).map((to) => `L${to.join(' ')}`),
  fc.array(number, { minLength: 4, maxLength: 4 }).map((points) => `Q${points.join(' ')}`),
  fc.array(number, { minLength: 6, maxLength: 6 }).map((points) => `C${points.join(' ')}`),
  fc.tuple(number, number).map((to) => `A3 2 30 0 1 ${to.join(' ')}`),
);
const path = fc
  .tuple(number, number, fc.array(command, { minLength: 1, maxLength: 5 }))
  .map(([x, y, commands]) => `M${x} ${y}${commands.join('')}`);
const paint = fc.constantFrom(
  '',
  'stroke="red"',
  'stroke="red" stroke-linejoin="miter" stroke-miterlimit="9" stroke-width=".5"',
  'stroke="red" stroke-linecap="square" stroke-linejoin="round"',
  'transform="rotate(20 12 12) scale(.7 .4)" stroke="red"',
);

it('is said only of shapes whose box lies within', () => {
  let count = 0;
  fc.assert(
    fc.property(path, paint, (d, attributes) => {
      const shape = shapeOf(`d="${d}" ${attributes}`);
      if (!isPlainlyWithin(shape, BOX)) return;
      count += 1;
      const box = paintedBox(shape);
      if (box === undefined) return;
      expect(Math.min(box.minX, box.minY)).toBeGreaterThanOrEqual(0);
      expect(Math.max(box.maxX, box.maxY)).toBeLessThanOrEqual(24);
    }),
    { numRuns: 3_000 },
  );
  expect(count).toBeGreaterThan(500);
});
