import { array, assert, boolean, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../bench/random-paths.ts';
import { repairFillRule } from '../../src/repair/path-data.ts';
import { uniteFills } from '../../src/repair/unite-fills.ts';
import { compareFills } from '../../src/repair/compare.ts';
import { ineffectiveSubpaths, windings } from '../../src/repair/windings.ts';
import { parsePathData } from '../../src/path/parse.ts';
import { disagreement } from '../winding/disagreement.ts';

const commandsOf = (text: string) => parsePathData(text).commands.map(({ command }) => command);

describe('repairFillRule, text of reversed subpaths', () => {
  it.each([
    ['keeps a hole that runs the other way', 'M0 0H9V9H0Z M2 2V7H7V2Z', 'M0 0H9V9H0Z M2 2V7H7V2Z'],
    ['keeps H and V', 'M0 0H9V9H0ZM2 2H7V7H2Z', 'M0 0H9V9H0ZM2 7H7V2H2Z'],
    ['keeps relative commands relative', 'M0 0h9v9h-9zm2 2h5v5h-5z', 'M0 0h9v9h-9zm2 7h5v-5h-5z'],
    [
      'lets a relative moveto behind it land where it did',
      'M0 0h9v9h-9zm2 2h5v5h-5zm20 0h5v5h-5z',
      'M0 0h9v9h-9zm2 7h5v-5h-5zm20 -5h5v5h-5z',
    ],
    [
      'keeps arcs, with the sweep turned',
      'M0 5A5 5 0 1 1 10 5A5 5 0 1 1 0 5ZM2 5A3 3 0 1 1 8 5A3 3 0 1 1 2 5Z',
      'M0 5A5 5 0 1 1 10 5A5 5 0 1 1 0 5ZM2 5A3 3 0 1 0 8 5 3 3 0 1 0 2 5Z',
    ],
  ])('%s', (_, before, after) => {
    const { pathData } = repairFillRule(before);
    const loose = (text: string): string => text.replace(/ -/g, '-');
    expect(loose(pathData)).toBe(loose(after));
  });

  it('names what it reversed and what it cut', () => {
    expect(repairFillRule('M0 0H9V9H0ZM2 2H7V7H2Z')).toMatchObject({
      method: 'reversed',
      subpaths: 2,
      reversed: [1],
      breaks: [],
    });
    const star = repairFillRule('M50 5L76.45 86.4L7.2 36.1L92.8 36.1L23.55 86.4Z');
    expect(star.method).toBe('split');
    expect(star.breaks.length).toBeGreaterThan(0);
    expect(star.proof.thickness).toBeLessThanOrEqual(star.proof.tolerance);
  });

  it('takes the time from the clock it is lent', () => {
    let time = 0;
    expect(repairFillRule('M0 0H9V9Z', { now: () => (time += 5) }).milliseconds).toBe(5);
    expect(repairFillRule('M0 0H9V9Z').milliseconds).toBeUndefined();
  });

  it.each([
    '',
    'M',
    'M1 1',
    'M1 1Z',
    'nonsense',
    'M0 0L1 1',
    'M0 0L1e300 1e300L3 3Z',
    'M1 1zl3 4z',
    'M5 5h0v0z',
  ])('takes %j without complaint', (text) => {
    expect(repairFillRule(text).method).not.toBe('split');
  });
});

describe('repairFillRule, decimals of what splitting adds', () => {
  const STAR = 'M50 5L76.45 86.4L7.2 36.1L92.8 36.1L23.55 86.4Z';
  const decimalsIn = (text: string): number =>
    Math.max(...[...text.matchAll(/\.(\d+)/g)].map(([, digits]) => digits!.length));

  it('writes as many as are wished for', () => {
    for (const precision of [3, 4, 6]) {
      const { method, pathData, breaks } = repairFillRule(STAR, { precision });
      expect(method).toBe('split');
      expect(decimalsIn(pathData)).toBe(precision);
      for (const { x, y } of breaks) {
        expect(Number(x.toFixed(precision))).toBe(x);
        expect(Number(y.toFixed(precision))).toBe(y);
      }
    }
  });

  it('writes more where the proof needs them', () => {
    const small = 'M.5.05L.7645.864L.072.361L.928.361L.2355.864Z';
    const { method, pathData, proof } = repairFillRule(small, { precision: 1 });
    expect(method).toBe('split');
    expect(decimalsIn(pathData)).toBeGreaterThanOrEqual(4);
    expect(proof.thickness).toBeLessThanOrEqual(proof.tolerance);
  });

  it('rounds no number of the source', () => {
    const nested = 'M0.12345 0H9.98765V9H0.12345ZM2.22222 2H7V7H2.22222Z';
    expect(repairFillRule(nested, { precision: 1 }).pathData).toBe(
      'M0.12345 0H9.98765V9H0.12345ZM2.22222 7H7V2H2.22222Z',
    );
    for (const number of ['76.45', '86.4', '92.8', '23.55']) {
      // Corners of the star, absolute or as the sum that a relative command makes.
      const corners = commandsOf(repairFillRule(STAR, { precision: 2 }).pathData);
      const numbers = corners.flatMap((command) => ('to' in command ? [command.to.x, command.to.y] : []));
      expect(numbers.some((value) => Math.abs(value - Number(number)) < 1e-9)).toBe(true);
    }
  });
});

describe('repairFillRule, cuts', () => {
  it.each([
    [
      'two groups cut on their own',
      'M48.163 98.407C48.781 81.304 31.665 83.762 35.968 54.293A33.569 39.074 90 1 1 35.024 46.345Z' +
        'M69.697 77.209L44.251 16.468Q92.059 46.56 78.015 87.911C84.84 84.215 54.416 81.793 83.054 90.142' +
        'A8.644 29.975 77 0 0 29.552 11.582Z',
    ],
    [
      'a face of two thin spikes that is empty in the source',
      'M20.93 37.135Q49.894 92.088 41.594 9.632A48.928 12.246 57 0 0 66.603 91.473' +
        'A12.002 49.891 119 0 0 10.697 13.214Q13.569 98.932 4.516 24.333C2.671 9.108 71.885 64.805 34.473 13.142Z' +
        'M11.257 53.687L21.141 55.039A42.391 21.275 45 1 1 61.618 21.161A38.603 23.864 42 1 0 80.008 31.094' +
        'L15.452 88.017C97.567 56.133 41.405 94.915 39.832 79.959ZM12.797 55.795L50.816 71.213' +
        'A48.027 6.096 136 0 0 93.801 84.119L21.235 59.776C77.815 80.484 75.432 51.127 20.426 83.788' +
        'Q78.946 66.571 18.919 92.785L97.273 79.965ZM66.106 19.903C53.022 45.365 26.914 15.435 28.436 90.038' +
        'Q75.285 78.011 5.763 8.021Q70.361 30.174 26.08 25.734Z',
    ],
  ])('proves %s', (_, path) => {
    const { method, pathData } = repairFillRule(path);
    expect(method).toBe('split');
    expect(disagreement(path, pathData, 300, seeded(1))).toBeUndefined();
  });
});

describe('repairFillRule, faces about as thin as the tolerance', () => {
  /** Two circles of radius 50 in one subpath, each drawn from `degrees` on, that overlap by `lens` of the size. */
  const lens = (degrees: number, share: number): string => {
    const [x, y] = [50 * Math.cos((degrees * Math.PI) / 180), 50 * Math.sin((degrees * Math.PI) / 180)];
    const right = 100 - 200 * share;
    const circle = (at: number): string =>
      `${at + x} ${y}A50 50 0 0 1 ${at - x} ${-y}A50 50 0 0 1 ${at + x} ${y}`;
    return `M${circle(0)}L${circle(right)}Z`;
  };

  // Along chords of the coarse polylines these lenses look up to a fifth thinner than they are.
  it.each([70.5, 71.25, 72.75, 77, 83.5, 91.75, 100.25])('tells from which side they are: %d°', (degrees) => {
    expect(repairFillRule(lens(degrees, 1.4e-4)).method).toBe('unchanged');
    expect(repairFillRule(lens(degrees, 1.6e-4)).method).toBe('split');
  });
});

describe('repairFillRule, hostile input', () => {
  it('gives up on a tangle of fifty thousand lines', () => {
    let state = 1;
    const next = (): number => (state = (state * 16807) % 2147483647) / 2147483647;
    const lines = Array.from({ length: 50_000 }, () => `L${next().toFixed(4)} ${next().toFixed(4)}`);
    const text = `M0 0${lines.join('')}Z`;
    expect(repairFillRule(text)).toMatchObject({ method: 'kept', reason: 'complexity', pathData: text });
  });

  it('has nothing to do a second time where a split leaves a sliver that only one side sees', () => {
    const path =
      'M97.263 80.164L79.995 76.499L57.969 72.270ZM67.695 8.859L66.372 93.546A2.758 44.011 86 1 1 15.674 20.547' +
      'L29.154 31.349A48.549 9.265 124 0 0 4.300 48.502A32.084 15.532 123 1 1 50.361 64.375L17.373 98.953Z';
    const { method, pathData } = repairFillRule(path);
    expect(method).toBe('split');
    expect(repairFillRule(pathData).method).toBe('unchanged');
  });

  it('repairs thousands of coincident subpaths', () => {
    expect(repairFillRule('M5 5h10v10h-10z'.repeat(4000)).method).toBe('reversed');
  });
});

describe('windings', () => {
  it('gives faces with sample, area and turns', () => {
    const { faces } = windings('M0 0H10V10H0ZM2 2H6V6H2Z');
    expect(faces.map(({ windings: turns }) => turns)).toEqual([
      [1, 0],
      [1, 1],
    ]);
    expect(faces[0]!.area).toBeCloseTo(84, 6);
    expect(faces[1]!.area).toBeCloseTo(16, 6);
    expect(faces[1]!.sample.x).toBeGreaterThan(2);
    expect(faces[1]!.sample.x).toBeLessThan(6);
  });
});

/** On a coarse grid, so that many coincide; in either direction. */
const rectangle = record({
  x: integer({ min: 0, max: 3 }),
  y: integer({ min: 0, max: 3 }),
  width: integer({ min: 1, max: 3 }),
  height: integer({ min: 1, max: 3 }),
  isClockwise: boolean(),
}).map(({ x, y, width, height, isClockwise }) =>
  isClockwise ? `M${x} ${y}h${width}v${height}h${-width}Z` : `M${x} ${y}v${height}h${width}v${-height}Z`,
);

describe('ineffectiveSubpaths', () => {
  it('finds the hole that runs the same way as its surroundings', () => {
    expect(ineffectiveSubpaths('M0 0H10V10H0ZM2 2H6V6H2Z')).toEqual([
      { subpath: 1, reversingPunchesHole: true, isInLostHole: false },
    ]);
    expect(ineffectiveSubpaths('M0 0H10V10H0ZM2 2V6H6V2Z')).toEqual([]);
  });

  it('names one of two that fill the same, and calls neither a hole', () => {
    expect(ineffectiveSubpaths('M0 0H10V10H0ZM0 0H10V10H0Z')).toEqual([
      { subpath: 1, reversingPunchesHole: false, isInLostHole: false },
    ]);
    expect(ineffectiveSubpaths('M0 0H10V10H0ZM0 0H10V10H0ZM2 2V6H6V2Z')).toEqual([
      { subpath: 2, reversingPunchesHole: false, isInLostHole: false },
    ]);
  });

  it('knows the island in a hole that was lost', () => {
    expect(ineffectiveSubpaths('M0 0H10V10H0ZM2 2H8V8H2ZM4 4H6V6H4Z')).toEqual([
      { subpath: 1, reversingPunchesHole: true, isInLostHole: false },
      { subpath: 2, reversingPunchesHole: false, isInLostHole: true },
    ]);
  });

  it('finds only what can be taken out together', () => {
    assert(
      property(array(rectangle, { minLength: 2, maxLength: 6 }), (rectangles) => {
        const gone = new Set(ineffectiveSubpaths(rectangles.join('')).map(({ subpath }) => subpath));
        const left = rectangles.filter((_, index) => !gone.has(index)).join('');
        const fill = (text: string) => [{ commands: commandsOf(text), rule: 'nonzero' }] as const;
        expect(compareFills(fill(rectangles.join('')), fill(left)).thickness).toBeLessThan(1e-9);
      }),
    );
  });
});

describe('ineffectiveSubpaths taken out together', () => {
  it.each([
    ['two equal ones', 'M0 0H10V10H0ZM0 0H10V10H0Z', [1]],
    ['three equal ones', 'M0 0H10V10H0ZM0 0H10V10H0ZM0 0H10V10H0Z', [1, 2]],
    ['two halves and the whole', 'M0 0H5V10H0ZM5 0H10V10H5ZM0 0H10V10H0Z', [2]],
    ['the whole first', 'M0 0H10V10H0ZM0 0H5V10H0ZM5 0H10V10H5Z', [1, 2]],
  ])('leave the fill: %s', (_, text, expected) => {
    const found = ineffectiveSubpaths(text).map(({ subpath }) => subpath);
    expect(found).toEqual(expected);
    const left = text.split(/(?=M)/).filter((__, index) => !found.includes(index));
    const fill = (data: string) => [{ commands: commandsOf(data), rule: 'nonzero' }] as const;
    expect(compareFills(fill(text), fill(left.join(''))).thickness).toBeLessThan(1e-12);
  });
});

describe('uniteFills', () => {
  it('unites fills that cancel where they overlap', () => {
    const parts = [
      { commands: commandsOf('M0 0H10V10H0Z'), rule: 'nonzero' },
      { commands: commandsOf('M5 5V15H15V5Z'), rule: 'nonzero' },
    ] as const;
    const united = uniteFills(parts);
    if ('reason' in united) throw new Error(united.reason);
    const { commands } = united;
    expect(compareFills(parts, [{ commands, rule: 'nonzero' }]).thickness).toBeLessThan(1e-9);
    expect(commands.filter(({ kind }) => kind === 'move')).toHaveLength(1);
  });
});
