import { describe, expect, it } from 'vitest';
import { convert, fix, inspect, lint, repairFillRule, UsageError, windings } from '../../src/index.ts';

describe('a call that no type checker saw', () => {
  const calls = { convert, fix, inspect, lint, repairFillRule, windings };

  it.each(Object.entries(calls))('of %s is refused for what is no string', (_, call) => {
    const buffer = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
    for (const wrong of [undefined, null, 5, {}, [], buffer]) {
      const run = (): unknown => call(wrong as never);
      expect(run).toThrow(UsageError);
      expect(run).toThrow(/^(The source|Path data) must be a string, not (null|of type \w+)\.$/);
    }
  });

  it.each([Number.NaN, -1, 1.5, Number.POSITIVE_INFINITY, '2', null])(
    'of repairFillRule is refused for a precision of %s',
    (precision) => {
      expect(() => repairFillRule('M0 0H9V9H0Z', { precision: precision as never })).toThrow(UsageError);
    },
  );

  it('of repairFillRule writes what a double holds, whatever is wished for', () => {
    const { method, pathData } = repairFillRule('M5 0L8 9L0 3H9L2 9Z', { precision: 400 });
    expect(method).toBe('split');
    expect(pathData).not.toMatch(/\.\d{16}/);
  });
});
