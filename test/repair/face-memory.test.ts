import { array, assert, boolean, constantFrom, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FaceMemory } from '../../src/repair/face-memory.ts';
import { repairFillRule } from '../../src/repair/path-data.ts';
import { fillsTheSame, readPath } from '../../src/repair/path.ts';

const place = integer({ min: 0, max: 8 });
const extent = integer({ min: 1, max: 8 });
/** A box drawn either way. */
const box = tuple(place, place, extent, extent);
const drawn = ([x, y, width, height]: readonly number[], isClockwise: boolean): string =>
  isClockwise ? `M${x} ${y}h${width}v${height}h-${width}z` : `M${x} ${y}v${height}h${width}v-${height}z`;

describe('faces that were looked at before', () => {
  it('judge outlines that run another way as a sweep of both would', () => {
    const seen = new Set<boolean>();
    const rule = constantFrom('nonzero' as const, 'evenodd' as const);
    assert(
      property(
        array(tuple(box, boolean(), boolean()), { minLength: 1, maxLength: 5 }),
        rule,
        rule,
        (boxes, ruleBefore, ruleAfter) => {
          const before = boxes.map(([given, isClockwise]) => drawn(given, isClockwise)).join('');
          const after = boxes.map(([given, , isClockwise]) => drawn(given, isClockwise)).join('');
          const [one, other] = [
            { path: readPath(before), rule: ruleBefore },
            { path: readPath(after), rule: ruleAfter },
          ];
          const swept = fillsTheSame(one, other);
          expect(fillsTheSame(one, other, new FaceMemory())).toBe(swept);
          seen.add(swept);
        },
      ),
      { numRuns: 500 },
    );
    expect(seen.size).toBe(2);
  });

  it('give the repair that a sweep of its own gives', () => {
    assert(
      property(array(tuple(box, boolean()), { minLength: 1, maxLength: 5 }), (boxes) => {
        const pathData = boxes.map(([given, isClockwise]) => drawn(given, isClockwise)).join('');
        const faces = new FaceMemory();
        const alone = repairFillRule(pathData);
        expect(repairFillRule(pathData, { faces })).toEqual(alone);
        expect(repairFillRule(pathData, { faces })).toEqual(alone);
      }),
      { numRuns: 300 },
    );
  });
});
