import { describe, expect, it } from 'vitest';
import { convert, fix, OverdueError } from '../../src/index.ts';

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><g opacity=".5" fill-rule="evenodd">' +
  '<path d="M2 2h20v20H2zM8 8h8v8H8z"/><path fill="none" stroke="red" d="M1 1l22 22M1 23L23 1"/></g></svg>';

describe.each([
  ['fix', fix],
  ['convert', convert],
] as const)('%s with a clock', (_name, treat) => {
  it('ends as soon as it learns that time is up, wherever that is, and says the same if it never does', () => {
    let looks = 0;
    const result = treat(ICON, { isOverdue: () => (looks += 1) < 0 });
    expect(result).toEqual(treat(ICON));
    expect(looks).toBeGreaterThan(5);
    for (let most = 0; most < looks; most += 1) {
      let asked = 0;
      expect(() => treat(ICON, { isOverdue: () => (asked += 1) > most }), `${most} looks`).toThrow(
        OverdueError,
      );
      expect(asked).toBeLessThanOrEqual(most + 2);
    }
    // What was lent to one call is not asked by another.
    expect(treat(ICON).fidelity).toBe(result.fidelity);
  });

  it('is asked again and again while outlines that all cross are worked out', () => {
    const looksFor = (count: number): number => {
      const lines = Array.from({ length: count }, (_, at) => `L${(at * 377) % 1000} ${(at * 619) % 1000}`);
      let looks = 0;
      const tangle = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000"><path fill-rule="evenodd" d="M0 0${lines.join('')}z"/></svg>`;
      treat(tangle, { isOverdue: () => (looks += 1) < 0 });
      return looks;
    };
    expect(looksFor(180)).toBeGreaterThan(looksFor(5) + 5);
  });
});
