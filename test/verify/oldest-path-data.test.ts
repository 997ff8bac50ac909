import { pointAt } from '../../src/geometry/segment.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/path/command.ts';
import { parsePathData } from '../../src/path/parse.ts';
import type { Point } from '../../src/geometry/point.ts';
import { arcToSegments } from '../../src/path/arc.ts';
import { oldestPathDataFaults } from '../../src/verify/oldest-path-data.ts';
import { readAsApi21, type Drawn } from './api21-path-data.ts';

/** What SVG draws of `text`: an arc that ends where it starts is none. */
function asSvg(text: string): Command[] {
  let at: Point | undefined;
  return parsePathData(text)
    .commands.map(({ command }) => command)
    .filter((command) => {
      if (command.kind === 'close') return true;
      const isNothing = command.kind === 'arc' && command.to.x === at?.x && command.to.y === at.y;
      at = command.to;
      return !isNothing;
    });
}

/** What API 21 draws of `text`; undefined where it throws. */
function asApi21(text: string): Drawn[] | undefined {
  try {
    return readAsApi21(text);
  } catch {
    return undefined;
  }
}

/** Without what arcs pass, which is held against SVG's arcs apart. */
const rounded = (commands: readonly Drawn[]): unknown =>
  JSON.parse(
    JSON.stringify(commands, (key, value) => {
      if (key === 'passes') return undefined;
      return typeof value === 'number' ? +value.toFixed(6) + 0 : value;
    }),
  );

/** Of a viewport of 24 units, an eighth of a pixel at 256. */
const VISIBLE = 24 / 2000;

/** How far arcs pass from where SVG has them, at most. */
function flattening(commands: readonly Drawn[]): number {
  let at: Point = { x: 0, y: 0 };
  let most = 0;
  for (const command of commands) {
    if (command.kind === 'close') continue;
    if (command.kind === 'arc') {
      const outline = arcToSegments(at, command).flatMap((segment) =>
        Array.from({ length: 101 }, (_, index) => pointAt(segment, index / 100)),
      );
      for (const point of command.passes ?? []) most = Math.max(most, distanceTo(point, outline));
    }
    at = command.to;
  }
  return most;
}

function distanceTo({ x, y }: Point, outline: readonly Point[]): number {
  const distances = outline.slice(1).map((to, index) => {
    const from = outline[index] as Point;
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const t = ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1);
    const near = Math.min(1, Math.max(0, t));
    return Math.hypot(x - from.x - near * dx, y - from.y - near * dy);
  });
  return Math.min(...distances);
}

const faultsOf = (text: string, minSdk = 21): string[] => oldestPathDataFaults(text, minSdk, VISIBLE);

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
    expect(faultsOf(text)).toContain(fault);
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
    expect(faultsOf(text)).toContain(fault);
  });
});

it.each([
  'M0.5 0.5h10l-2-3.5A5 5 0 0 1 5 5zM4 4c1 1 2 2 3 3s1 1 2 2q1 1 2 2t3 3z',
  ' M0,0 L4 , 4 8 8Z ',
  'M4 4h8m1 1h8',
  'M4 20A30 30 0 0 1 20 20M0 0a4 4 0 0 0-4 4',
])('API 21 reads %j, and it passes', (text) => {
  expect(faultsOf(text)).toEqual([]);
  expect(rounded(readAsApi21(text))).toEqual(rounded(asSvg(text)));
});

it('levels: points separate and lead from 23 on, pairs behind a moveto and small arcs are read from 24 on', () => {
  expect(faultsOf('M0 0l1.5.5', 22)).not.toEqual([]);
  expect(faultsOf('M0 0l1.5.5', 23)).toEqual([]);
  for (const text of ['M0 0 8 0', 'M4 20A30 30 0 0 0 20 20']) {
    expect(faultsOf(text, 23)).not.toEqual([]);
    expect(faultsOf(text, 24)).toEqual([]);
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
      if (faultsOf(text).length > 0) return;
      count += 1;
      const drawn = readAsApi21(text);
      expect(rounded(drawn)).toEqual(rounded(asSvg(text)));
      // The faults are found by lines of a 256th of the arc.
      expect(flattening(drawn)).toBeLessThan(1.02 * VISIBLE);
    }),
    { numRuns: 5_000 },
  );
  expect(count).toBeGreaterThan(500);
});

describe('half turns', () => {
  /** In thousandths: a start, a radius, and by how much the radius is written longer or shorter. */
  const halfTurn = fc
    .record({
      x: fc.integer({ min: 0, max: 24_000 }),
      y: fc.integer({ min: 0, max: 24_000 }),
      radius: fc.integer({ min: 40, max: 12_000 }),
      longer: fc.constantFrom(0, 0, 0, 0, 1, -1, 20, -20),
      isLevel: fc.boolean(),
      letter: fc.constantFrom('a', 'A'),
      flags: fc.constantFrom('0 0', '0 1', '1 0', '1 1'),
    })
    .map(({ x, y, radius, longer, isLevel, letter, flags }) => {
      const end = isLevel ? [2 * radius, 0] : [0, 2 * radius];
      const to = letter === 'a' ? end : [x + (end[0] as number), y + (end[1] as number)];
      const written = (radius + longer) / 1000;
      const [x1, y1] = to.map((value) => value / 1000);
      return `M${x / 1000} ${y / 1000}${letter}${written} ${written} 0 ${flags} ${x1} ${y1}`;
    })
    .filter((text) => !text.includes('e'));

  it('pass where API 21 draws them as SVG does, and nowhere else', () => {
    const seen = { passed: 0, refused: 0 };
    fc.assert(
      fc.property(halfTurn, (text) => {
        const faults = faultsOf(text);
        const off = flattening(readAsApi21(text));
        if (faults.length === 0) {
          seen.passed += 1;
          expect(off).toBeLessThan(1.02 * VISIBLE);
        } else {
          seen.refused += 1;
          expect(faults).toEqual(['an arc that is drawn flatter, as its radius is too short']);
          expect(off).toBeGreaterThan(0.98 * VISIBLE);
        }
      }),
      { numRuns: 1_000 },
    );
    expect(seen.passed).toBeGreaterThan(100);
    expect(seen.refused).toBeGreaterThan(100);
  });

  it('are held against what SVG draws up to API 25', () => {
    const flat = 'M2 12a1 1 0 0 1 20 0';
    for (const level of [21, 23, 24, 25])
      expect(faultsOf(flat, level)).toEqual(['an arc that is drawn flatter, as its radius is too short']);
    expect(faultsOf(flat, 26)).toEqual([]);
    expect(faultsOf('M2 12a10 10 0 0 1 20 0')).toEqual([]);
    // Small ones are flatter by less than shows.
    expect(faultsOf('M2 12a1 1 0 0 1 6 0')).toEqual([]);
  });
});
