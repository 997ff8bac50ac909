import { describe, expect, it } from 'vitest';
import { OverTime, withinTime } from '../../src/node/within-time.ts';

describe('withinTime', () => {
  it('gives what the work gives', () => {
    expect(withinTime(60, () => [1])).toEqual([1]);
    expect(withinTime(60, () => undefined)).toBe(undefined);
  });

  it('passes on what the work throws', () => {
    expect(() =>
      withinTime(60, () => {
        throw new RangeError('mine');
      }),
    ).toThrow(new RangeError('mine'));
  });

  it('ends work that never would, though it catches every error', () => {
    const stubborn = (): void => {
      for (;;) {
        try {
          for (;;);
        } catch {
          continue;
        }
      }
    };
    expect(() => withinTime(0.05, stubborn)).toThrow(OverTime);
    expect(withinTime(60, () => 'and goes on')).toBe('and goes on');
  });

  it('times work within work', () => {
    const inner = (): string => withinTime(60, () => 'inner');
    expect(withinTime(60, () => `${inner()} and outer`)).toBe('inner and outer');
  });
});
