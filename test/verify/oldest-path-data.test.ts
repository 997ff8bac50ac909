import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/path/command.ts';
import { parsePathData } from '../../src/path/parse.ts';
import { oldestPathDataFaults } from '../../src/verify/oldest-path-data.ts';
import { readAsApi21 } from './api21-path-data.ts';

const asSvg = (text: string): Command[] => parsePathData(text).commands.map(({ command }) => command);

/** What API 21 draws of `text`; undefined where it throws. */
function asApi21(text: string): Command[] | undefined {
  try {
    return readAsApi21(text);
  } catch {
    return undefined;
  }
}

const rounded = (commands: readonly Command[]): unknown =>
  JSON.parse(
    JSON.stringify(commands, (_key, value) => (typeof value === 'number' ? +value.toFixed(6) + 0 : value)),
  );

describe('API 21 reads otherwise, and it is refused:', () => {
  it.each([
    ['M4 4h4zm1 1h4', 'm behind z'],
    ['M4 4h4v4zl1 1', 'l behind z'],
    ['M4 4h4v4zH1', 'H behind z'],
    ['M0 0 8 0 8 8', 'lines behind M'],
    ['M0 0h2m1 1 8 0 0 8', 'lines behind m'],
    ['M0 0L1e1 1', 'the number 1e1'],
    ['M0 0L1E1 1', 'the number 1E1'],
    ['M0 0L1.5.5', '1.5.5 has no separator'],
    ['M0 0L1\n1', "'\n' is no command"],
    ['M0 0L1\t1', "'\t' is no command"],
    ['M0 0L28+20', "'+' does not separate numbers"],
    ['M0 0L4 4 4', "'L' has 3 numbers and takes 2 each time"],
    ['M0 0A8 8 0 018 8', "'A' has 5 numbers and takes 7 each time"],
    ['M0 0A8 8 0 0 18 8', "'A' has 6 numbers and takes 7 each time"],
    ['M0 0A0 3 0 0 1 5 5', 'an arc with a radius of 0 or less'],
    ['M0 0A3 0 0 0 1 5 5', 'an arc with a radius of 0 or less'],
    ['M4 20A30 30 0 0 0 20 20', 'a counterclockwise arc of less than 45°'],
    ['M4 20a30 30 0 0 0 16 0l4 4', 'a counterclockwise arc of less than 45°'],
    ['M0 0L- 4 4', "'-' is no command"],
  ])('%j: %s', (text, fault) => {
    expect(oldestPathDataFaults(text, 21)).toContain(fault);
    const drawn = asApi21(text);
    if (drawn !== undefined) expect(rounded(drawn)).not.toEqual(rounded(asSvg(text)));
  });
});

describe('a newer one throws, lint warns of it, or it is passed over, and it is refused:', () => {
  it.each([
    ['', 'it is empty'],
    [' ', 'it is empty'],
    ['M0 0l.5 1', 'the number .5'],
    ['M0 0l1. 1', 'the number 1.'],
    ['M0 0l+1 1', 'the number +1'],
    ['m0 0l1 1', 'does not start with M'],
    ['L4 4', 'does not start with M'],
    ['4 4L8 8', "'4' is no command"],
    ['M0 0X4', "'X' is no command"],
    ['M0 0LNaN 4', "'N' is no command"],
    ['M0 0L1e40 4', '1e40 is out of range'],
    ['M0 0LL4 4', 'L without numbers'],
    ['M0 0l', 'l without numbers'],
    ['M0 0h4z4', 'numbers behind z'],
    ['M0 0h4zz', 'z behind z'],
    ['M0 0L,4 4', 'a comma that separates nothing'],
    ['M0 0L4,,4', 'a comma that separates nothing'],
    ['M0 0h4,z', 'a comma that separates nothing'],
    ['M0 0A3 -3 0 0 1 5 5', 'an arc with a radius of 0 or less'],
    ['M0 0A3 3 0 2 1 5 5', 'an arc flag'],
    ['M0 0A3 3 0 0 1.0 5 5', 'an arc flag'],
    [`M0 0${'h1'.repeat(16_400)}`, 'longer than 32767 bytes'],
  ])('%j: %s', (text, fault) => {
    expect(oldestPathDataFaults(text, 21)).toContain(fault);
  });
});

it.each([
  'M0.5 0.5h10l-2-3.5A3 3 0 0 1 5 5zM4 4c1 1 2 2 3 3s1 1 2 2q1 1 2 2t3 3z',
  ' M0,0 L4 , 4 8 8Z ',
  'M4 4h8m1 1h8',
  'M4 20A30 30 0 0 1 20 20M0 0a4 4 0 0 0-4 4',
])('API 21 reads %j, and it passes', (text) => {
  expect(oldestPathDataFaults(text, 21)).toEqual([]);
  expect(rounded(readAsApi21(text))).toEqual(rounded(asSvg(text)));
});

it('levels: points separate and lead from 23 on, pairs behind a moveto and small arcs are read from 24 on', () => {
  expect(oldestPathDataFaults('M0 0l1.5.5', 22)).not.toEqual([]);
  expect(oldestPathDataFaults('M0 0l1.5.5', 23)).toEqual([]);
  for (const text of ['M0 0 8 0', 'M4 20A30 30 0 0 0 20 20']) {
    expect(oldestPathDataFaults(text, 23)).not.toEqual([]);
    expect(oldestPathDataFaults(text, 24)).toEqual([]);
  }
});

const number = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: -20, max: 20 }).map(String) },
  { weight: 6, arbitrary: fc.integer({ min: -99, max: 99 }).map((value) => (value / 10).toFixed(1)) },
  { weight: 1, arbitrary: fc.constantFrom('.5', '1.5.5', '+3', '2e1', '4.', '-.5') },
);
const separator = fc.constantFrom(' ', ' ', ' ', ',', ', ', '', '\n');
const flag = fc.constantFrom('0', '1', '0', '1', '2');
const join = (parts: readonly string[], between: readonly string[]): string =>
  parts
    .map((part, index) =>
      part.startsWith('-') || index === 0 ? part : `${between[index % between.length]}${part}`,
    )
    .join('');

const COUNTS: readonly (readonly [string, number])[] = [
  ['M', 2],
  ['m', 2],
  ['L', 2],
  ['l', 2],
  ['H', 1],
  ['h', 1],
  ['V', 1],
  ['v', 1],
  ['C', 6],
  ['c', 6],
  ['S', 4],
  ['s', 4],
  ['Q', 4],
  ['q', 4],
  ['T', 2],
  ['t', 2],
  ['Z', 0],
  ['z', 0],
];
const arc = fc
  .tuple(fc.constantFrom('A', 'a'), fc.array(number, { minLength: 5, maxLength: 5 }), flag, flag)
  .map(
    ([letter, values, large, sweep]) =>
      `${letter}${[...values.slice(0, 3), large, sweep, ...values.slice(3)].join(' ')}`,
  );
const plain = fc
  .tuple(
    fc.constantFrom(...COUNTS),
    fc.array(number, { minLength: 12, maxLength: 12 }),
    fc.array(separator, { minLength: 3, maxLength: 3 }),
    fc.constantFrom(1, 1, 1, 2),
  )
  .map(([[letter, count], values, between, times]) => letter + join(values.slice(0, count * times), between));
const closed = fc.tuple(number, number).map(([x, y]) => `zM${x} ${y}`);
const pathData = fc
  .tuple(fc.tuple(number, number), fc.array(fc.oneof(plain, plain, arc, closed), { maxLength: 6 }))
  .map(([[x, y], commands]) => `M${x} ${y}${commands.join('')}`);

it('whatever passes is drawn by API 21 as SVG says', () => {
  let count = 0;
  fc.assert(
    fc.property(pathData, (text) => {
      if (oldestPathDataFaults(text, 21).length > 0) return;
      count += 1;
      expect(rounded(readAsApi21(text))).toEqual(rounded(asSvg(text)));
    }),
    { numRuns: 5_000 },
  );
  expect(count).toBeGreaterThan(500);
});
