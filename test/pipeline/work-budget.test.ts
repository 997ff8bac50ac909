import { describe, expect, it, vi } from 'vitest';
import { Budget } from '../../src/geometry/budget.ts';
import { convert } from '../../src/pipeline/convert.ts';
import { fix } from '../../src/pipeline/fix.ts';
import { ICON_WORK_LIMIT } from '../../src/repair/compare.ts';
import { repairIcon } from '../../src/repair/icon.ts';
import { iconOf, svg24 } from '../emit/convert.ts';

// Enough for some rings, and too little for the tangle below. What it is by itself takes seconds to spend.
vi.mock(import('../../src/repair/compare.ts'), async (original) => ({
  ...(await original()),
  ICON_WORK_LIMIT: 200_000,
}));

const evenOdd = (pathData: string): string => `<path fill-rule="evenodd" d="${pathData}"/>`;
const RING = 'M2 2H22V22H2zM8 8H16V16H8z';

/** Lines all across the icon, the same in each run. */
const TANGLE = `M0 0${Array.from({ length: 100 }, (_, index) => `L${(index * 7919) % 24} ${(index * index * 31) % 23}`).join('')}Z`;

const icon = svg24(evenOdd(RING) + evenOdd(TANGLE) + evenOdd(RING));
const unlimited = (): Budget => new Budget(Infinity);

describe("an icon's work budget, spent on one of its paths", () => {
  it('would do for each path alone, and for all with more', () => {
    for (const path of [RING, TANGLE])
      expect(repairIcon(iconOf(svg24(evenOdd(path))), { budget: unlimited() }).diagnostics).toEqual([]);
    const { repairs } = repairIcon(iconOf(icon), { budget: unlimited() });
    expect(repairs.map(({ method }) => method)).toEqual(['reversed', 'split', 'reversed']);
  });

  it.each([
    ['given', () => ({ budget: new Budget(ICON_WORK_LIMIT) })],
    ['by default', () => ({})],
  ])('keeps the rest, %s', (_, options) => {
    const { icon: repaired, repairs, diagnostics } = repairIcon(iconOf(icon), options());
    expect(repairs).toMatchObject([
      { method: 'reversed' },
      { method: 'kept', reason: 'complexity' },
      { method: 'kept', reason: 'complexity' },
    ]);
    expect(repaired.children).toMatchObject([
      { fill: { rule: 'nonzero' } },
      { fill: { rule: 'evenodd' } },
      { fill: { rule: 'evenodd' } },
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['even-odd-kept', 'even-odd-kept']);
    for (const { message } of diagnostics) expect(message).toContain('too complex');
  });

  it('is not that of a path alone: rings that come one by one run out of it as well', () => {
    const count = 400;
    const { repairs } = repairIcon(iconOf(svg24(evenOdd(RING).repeat(count))));
    const kept = repairs.findIndex(({ method }) => method === 'kept');
    expect(kept).toBeGreaterThan(1);
    expect(repairs.slice(0, kept).every(({ method }) => method === 'reversed')).toBe(true);
    expect(repairs.slice(kept).every(({ reason }) => reason === 'complexity')).toBe(true);
  });

  it('keeps clips and unions of their shapes, too', () => {
    const clipped = (id: string, ...shapes: string[]): string =>
      `<clipPath id="${id}">${shapes.map((d) => `<path clip-rule="evenodd" d="${d}"/>`).join('')}</clipPath>` +
      `<rect width="24" height="24" clip-path="url(#${id})"/>`;
    const clips = clipped('a', TANGLE) + clipped('b', RING) + clipped('c', 'M1 1H9V9z', 'M2 2H12V12z');
    const { repairs, diagnostics } = repairIcon(iconOf(svg24(clips)));
    expect(repairs.map(({ rule, method }) => [rule, method])).toEqual(
      Array.from({ length: 4 }, () => ['clip-rule', 'kept']),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'even-odd-kept',
      'even-odd-kept',
      'clip-union-kept',
      'even-odd-kept',
      'even-odd-kept',
    ]);
    for (const { message } of diagnostics) expect(message).toContain('too complex');
  });

  /** Which of the paths stands at `offset`, counted from 1. */
  const pathAt = (offset: number): number => icon.slice(0, offset + '<path'.length).split('<path').length - 1;

  it('lets convert write nothing, and say where and why', () => {
    const { output, fidelity, diagnostics } = convert(icon, { allowUnverified: true });
    expect([output, fidelity]).toEqual([undefined, 'refused']);
    const said = diagnostics.filter(({ code }) => code === 'evenodd-fill');
    expect(said).toHaveLength(2);
    for (const { message, help } of said) {
      expect(message).toContain('too complex');
      expect(help).toMatch(/^Simplify/);
    }
    expect(said.map(({ span }) => pathAt(span.start))).toEqual([2, 3]);
  });

  it('lets fix repair what came before, and leave and name the rest', () => {
    const { output = '', diagnostics } = fix(icon, { allowUnverified: true, optimize: false });
    expect(output.match(/evenodd/g)).toHaveLength(2);
    const [first = '', ...rest] = output.split(/(?=<path)/).slice(1);
    expect(first).not.toContain('evenodd');
    expect(rest).toEqual(icon.split(/(?=<path)/).slice(2));
    const said = diagnostics.filter(({ code }) => code === 'even-odd-kept');
    expect(said.map(({ message }) => message)).toEqual([
      expect.stringContaining('too complex'),
      expect.stringContaining('too complex'),
    ]);
  });
});
