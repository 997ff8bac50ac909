import { describe, expect, it, vi } from 'vitest';
import type { Bounds } from '../../src/geometry/bounds.ts';
import { Budget } from '../../src/geometry/budget.ts';
import { areApart } from '../../src/lower/apart.ts';
import { createContext } from '../../src/lower/context.ts';
import { lowerIcon } from '../../src/lower/icon.ts';
import { tooManyToCut } from '../../src/lower/layers.ts';
import { LIMITS } from '../../src/lower/options.ts';
import { piecesOf } from '../../src/lower/pieces.ts';
import { iconOf, svg24 } from '../emit/convert.ts';

// What they are by themselves takes long to draw up to.
vi.mock(import('../../src/lower/options.ts'), async (original) => {
  const options = await original();
  return { ...options, LIMITS: { ...options.LIMITS, overlaps: 12, overlapSegments: 100 } as never };
});

const options = { minSdk: 24, appcompat: false, allowLossy: false };
const messagesOf = (content: string): string[] =>
  lowerIcon(iconOf(svg24(content)), options).diagnostics.map(({ message }) => message);

const piecesIn = (content: string) => piecesOf(iconOf(svg24(content)).children);

/** Beside the group, so that its opacity is not that of the whole drawing. */
const BESIDE = '<path d="M0 23H24V24H0z"/>';
const inGroup = (content: string): string => `<g opacity=".5">${content}</g>${BESIDE}`;
const inMask = (content: string): string =>
  '<linearGradient id="g"><stop stop-color="#fff"/><stop offset="1"/></linearGradient>' +
  `<mask id="m"><rect width="24" height="24" fill="url(#g)"/></mask><g mask="url(#m)">${content}</g>`;

/** A fence of `count` segments, its posts from `top` to `bottom`. */
function fence(count: number, color: string, top: number, bottom: number): string {
  const posts = Array.from(
    { length: count - 2 },
    (_, index) => `L${(20 * index) / count} ${index % 2 === 0 ? top : bottom - 0.5}`,
  );
  return `<path fill="${color}" d="M0 ${bottom}${posts.join('')}L20 ${bottom}Z"/>`;
}

/** Squares on one another, each a little further. */
const pile = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `<path fill="${index % 2 === 0 ? '#c00' : '#06c'}" d="M${index / 10} ${index / 10}h9v9h-9z"/>`,
  ).join('');

/** Rings about each other that touch nowhere, though all boxes overlap. */
const record = (count: number): string =>
  Array.from({ length: count }, (_, index) => {
    const r = (11 * (index + 1)) / count;
    return `<circle cx="12" cy="12" r="${r}" fill="none" stroke="${index % 2 === 0 ? '#c00' : '#06c'}" stroke-width="${4 / count}"/>`;
  }).join('');

describe.each([
  ['group opacity', inGroup],
  ['a gradient in a mask', inMask],
])('%s over shapes', (_, around) => {
  it('that are apart has no limit', () => {
    const half = LIMITS.overlapSegments / 2 + 1;
    expect(messagesOf(around(fence(half, '#c00', 0, 9) + fence(half, '#06c', 10, 19)))).toEqual([]);
    expect(messagesOf(around(record(LIMITS.overlaps + 1)))).toEqual([]);
  });

  it('that overlap refuses more than it can cut apart', () => {
    const refused = (content: string): boolean =>
      messagesOf(around(content)).some((message) =>
        message.includes(`there are ${LIMITS.overlaps + 1} of them`),
      );
    expect(refused(pile(LIMITS.overlaps))).toBe(false);
    expect(refused(pile(LIMITS.overlaps + 1))).toBe(true);
  });

  it('that overlap refuses more segments than it can cut apart', () => {
    const bar = '<path fill="#06c" d="M0 8.8H20V10H0z"/>';
    const [message] = messagesOf(around(fence(LIMITS.overlapSegments - 3, '#c00', 0, 9) + bar));
    expect(message).toContain(`they have ${LIMITS.overlapSegments + 1} segments`);
  });
});

describe('tooManyToCut', () => {
  const reason = (content: string) => tooManyToCut(piecesIn(content));

  it('counts shapes', () => {
    expect(reason(pile(LIMITS.overlaps))).toBeUndefined();
    expect(reason(pile(LIMITS.overlaps + 1))).toBe(`there are ${LIMITS.overlaps + 1} of them`);
  });

  it('counts segments of all together', () => {
    const half = LIMITS.overlapSegments / 2;
    const first = fence(half, '#c00', 0, 9);
    expect(reason(first + fence(half, '#06c', 1, 10))).toBeUndefined();
    expect(reason(first + fence(half + 1, '#06c', 1, 10))).toBe(
      `they have ${LIMITS.overlapSegments + 1} segments`,
    );
  });
});

describe('areApart', () => {
  const visible: Bounds = { minX: 0, minY: 0, maxX: 24, maxY: 24 };
  const context = createContext(options, visible, []);

  it.each([
    ['boxes apart', '<path d="M0 0H4V4H0z"/><path d="M6 6H9V9H6z"/>', true],
    ['an edge in common', '<path d="M0 0H4V4H0z"/><path d="M4 1H9V9H4z"/>', true],
    ['one in the corner of the other', '<path d="M0 0H9V9H8V1H0z"/><path d="M1 2H7V8H1z"/>', true],
    ['one in the other', '<path d="M0 0H9V9H0z"/><path d="M2 2H7V7H2z"/>', false],
    ['one in the hole of the other', '<path d="M0 0H9V9H0zM1 1V8H8V1z"/><path d="M2 2H7V7H2z"/>', true],
    ['less than can be seen', '<path d="M0 0H4V4H0z"/><path d="M3.998 1H9V9H4z"/>', true],
    ['a little', '<path d="M0 0H4V4H0z"/><path d="M3.9 1H9V9H4z"/>', false],
    [
      'a little beside something huge',
      '<path d="M-99388 100007.2A100000 100000 0 0 1 100612 100007.2z"/><path d="M11 0H13V9.1H11z"/>',
      false,
    ],
    [
      'nothing beside something huge',
      '<path d="M-99388 100007.2A100000 100000 0 0 1 100612 100007.2z"/><path d="M11 0H13V8.9H11z"/>',
      true,
    ],
    ['strokes that cross', '<g fill="none" stroke="red"><path d="M0 0L9 9"/><path d="M0 9L9 0"/></g>', false],
    ['nothing drawn', '<path d="M0 0H4V4H0z"/><path d="M2 2H2"/>', true],
  ])('of shapes with %s', (_, content, expected) => {
    expect(areApart(piecesIn(content), context)).toBe(expected);
    expect(areApart(piecesIn(content).toReversed(), context)).toBe(expected);
  });

  it('says no where it may not do the work to tell', () => {
    const pieces = piecesIn(record(30));
    expect(areApart(pieces, context)).toBe(true);
    expect(areApart(pieces, { ...context, work: new Budget(10_000) })).toBe(false);
  });

  it('shares its work among all of an icon', () => {
    const { work } = createContext(options, visible, []);
    expect(() => work.spend(LIMITS.overlapWork)).not.toThrow();
    expect(() => work.spend(1)).toThrow();
  });
});
