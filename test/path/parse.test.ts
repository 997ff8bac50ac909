import * as fc from 'fast-check';
import PathCommander from 'svg-path-commander';
import { describe, expect, it } from 'vitest';
import { parsePathData } from '../../src/path/parse.ts';
import { readWindingCases } from '../winding/cases.ts';

type Read = (string | number)[];

/** As svg-path-commander reads it, made absolute. It throws on what it cannot read. */
function asLibrary(d: string): Read[] {
  const { segments } = new PathCommander(d, { round: 'off' }).toAbsolute();
  return withoutShorthands(segments.map((segment) => [...segment]));
}

/** H, V, S and T written out, as the specification says; the library's own `normalize` mirrors other controls. */
function withoutShorthands(segments: readonly Read[]): Read[] {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let control: { readonly of: 'C' | 'Q'; readonly x: number; readonly y: number } | undefined;
  return segments.map(([letter, ...rest]) => {
    const numbers = rest as number[];
    const mirrored = (of: 'C' | 'Q'): number[] =>
      control?.of === of ? [2 * x - control.x, 2 * y - control.y] : [x, y];
    const whole: Record<string, () => Read> = {
      H: () => ['L', numbers[0] as number, y],
      V: () => ['L', x, numbers[0] as number],
      S: () => ['C', ...mirrored('C'), ...numbers],
      T: () => ['Q', ...mirrored('Q'), ...numbers],
    };
    const read = whole[letter as string]?.() ?? [letter as string, ...numbers];
    const of = read[0];
    if (of === 'Z') [x, y] = [startX, startY];
    else [x, y] = read.slice(-2) as [number, number];
    if (of === 'M') [startX, startY] = [x, y];
    if (of === 'C') control = { of, x: read[3] as number, y: read[4] as number };
    else if (of === 'Q') control = { of, x: read[1] as number, y: read[2] as number };
    else control = undefined;
    return read;
  });
}

/** Our commands in the library's form. */
function asOurs(d: string): Read[] {
  return parsePathData(d).commands.map(({ command }) => {
    switch (command.kind) {
      case 'move':
        return ['M', command.to.x, command.to.y];
      case 'line':
        return ['L', command.to.x, command.to.y];
      case 'quad':
        return ['Q', command.control.x, command.control.y, command.to.x, command.to.y];
      case 'cubic': {
        const { control1, control2, to } = command;
        return ['C', control1.x, control1.y, control2.x, control2.y, to.x, to.y];
      }
      case 'arc': {
        const { rx, ry, rotation, large, sweep, to } = command;
        return ['A', rx, ry, rotation, Number(large), Number(sweep), to.x, to.y];
      }
      case 'close':
        return ['Z'];
    }
  });
}

/** The farthest that any number of the two readings lies apart; infinite where their commands are not the same. */
function deviation(d: string): number {
  const [ours, library] = [asOurs(d), asLibrary(d)];
  const letters = (read: readonly Read[]): string => read.map(([letter]) => letter).join('');
  if (letters(ours) !== letters(library)) return Number.POSITIVE_INFINITY;
  let farthest = 0;
  for (const [index, read] of ours.entries()) {
    for (let at = 1; at < read.length; at += 1) {
      farthest = Math.max(farthest, Math.abs((read[at] as number) - (library[index]?.[at] as number)));
    }
  }
  return farthest;
}

/** Sums of relative numbers may be taken in another order. */
const ROUNDING = 1e-6;

const ARITY = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7 } as const;
const letter = fc.constantFrom(...(Object.keys(ARITY) as (keyof typeof ARITY)[]));
const number = fc.oneof(
  fc.integer({ min: -99, max: 99 }).map(String),
  fc.double({ min: -99, max: 99, noNaN: true }).map((value) => value.toFixed(3).replace(/^(-?)0\./, '$1.')),
  fc.integer({ min: -99, max: 99 }).map((value) => `${value}e-1`),
);
const separator = fc.constantFrom(' ', ',', ' , ', '\n\t', ', ');

/** One command with one to three runs of arguments, an arc's flags now and then stuck to the number behind them. */
const drawing = fc
  .record({ letter, isRelative: fc.boolean(), runs: fc.integer({ min: 1, max: 3 }), isTight: fc.boolean() })
  .chain(({ letter: name, isRelative, runs, isTight }) =>
    fc
      .tuple(
        fc.array(number, { minLength: 7 * runs, maxLength: 7 * runs }),
        fc.array(fc.constantFrom('0', '1'), { minLength: 2 * runs, maxLength: 2 * runs }),
        separator,
      )
      .map(([numbers, flags, between]) => {
        const all = Array.from({ length: runs }, (_, run) => {
          const own = numbers.slice(run * 7, run * 7 + ARITY[name]);
          if (name !== 'a') return own.join(between);
          const [large, sweep] = flags.slice(run * 2, run * 2 + 2) as [string, string];
          const radii = own.slice(0, 3).join(between);
          const flagged = isTight ? `${large}${sweep}` : `${large}${between}${sweep}${between}`;
          return `${radii}${between}${flagged}${own.slice(5).join(between)}`;
        });
        return (isRelative ? name : name.toUpperCase()) + all.join(between);
      }),
  );
const subpath = fc
  .tuple(number, number, fc.array(drawing, { maxLength: 6 }), fc.constantFrom('z', 'Z', ''))
  .map(([x, y, rest, close]) => `m${x} ${y}${rest.join('')}${close}`);
const pathData = fc.array(subpath, { minLength: 1, maxLength: 4 }).map((subpaths) => subpaths.join(' '));

describe('reads as svg-path-commander does', () => {
  it('whatever the grammar allows', () => {
    fc.assert(
      fc.property(pathData, (d) => deviation(d) < ROUNDING),
      { numRuns: 500 },
    );
  });

  const cases = readWindingCases();
  it.skipIf(cases === undefined)('every real path (skipped where ../shared/cases is absent)', () => {
    // It throws on those that draw on after z: see below.
    const readable = (cases ?? []).filter(({ d }) => !/z\s*[^mz\s]/i.test(d));
    expect(readable.length).toBeGreaterThan(6000);
    expect(readable.filter(({ d }) => !(deviation(d) < ROUNDING))).toEqual([]);
  });
});

describe('reads what svg-path-commander does not', () => {
  it('draws on after z, from where the subpath began', () => {
    expect(() => asLibrary('M1 2h3zl3 4')).toThrow();
    expect(asOurs('M1 2h3zl3 4')).toEqual([['M', 1, 2], ['L', 4, 2], ['Z'], ['L', 4, 6]]);
  });

  it('comes home where only the sums of doubles say otherwise', () => {
    expect(0.1 + 0.7 - 0.7).not.toBe(0.1);
    expect(asOurs('M.1 0h.7c0 5-.3 5-.7 0z')[2]?.slice(-2)).toEqual([0.1, 0]);
    expect(asOurs('M0 0h1v1L0 1e-6z')[3]).toEqual(['L', 0, 1e-6]);
  });

  it('keeps all before an error, and says where it is', () => {
    expect(() => asLibrary('M1 2h3L5')).toThrow();
    const { commands, error } = parsePathData('M1 2h3L5');
    expect(commands).toHaveLength(2);
    expect(error).toMatchObject({ offset: 8 });
  });

  it('knows where each command stands', () => {
    const d = 'M1 2 h3\n4L5,6';
    const places = parsePathData(d).commands.map(({ start, end, implicit }) => [
      d.slice(start, end),
      implicit,
    ]);
    expect(places).toEqual([
      ['M1 2', false],
      ['h3', false],
      ['4', true],
      ['L5,6', false],
    ]);
  });
});
