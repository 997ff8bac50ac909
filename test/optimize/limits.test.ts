import { describe, expect, it } from 'vitest';
import { optimizeSvg, SVGO_LIMITS } from '../../src/optimize/svg.ts';

const svg = (body: string): string => `<svg xmlns="http://www.w3.org/2000/svg">${body}</svg>`;

/** Without plugins svgo takes no time, whatever it is given. */
const failureOf = (text: string): string | undefined => {
  const result = optimizeSvg(text, { plugins: [] });
  return 'failure' in result ? result.failure : undefined;
};

describe('svgo is not asked', () => {
  it('for longer texts than it can take', () => {
    const { length } = svg('');
    expect(failureOf(svg(' '.repeat(SVGO_LIMITS.length - length)))).toBeUndefined();
    expect(failureOf(svg(' '.repeat(SVGO_LIMITS.length - length + 1)))).toBe(
      `the icon has ${SVGO_LIMITS.length + 1} characters`,
    );
  });

  it('for numbers of more digits than its patterns can take', () => {
    const numbered = (digits: number): string => svg(`<path opacity="${'0'.repeat(digits)}"/>`);
    expect(failureOf(numbered(SVGO_LIMITS.digits))).toBeUndefined();
    expect(failureOf(numbered(SVGO_LIMITS.digits + 1))).toBe('the icon has numbers of more than 100 digits');
  });

  it('for more elements than it can take, the root and those with children included', () => {
    const inner = SVGO_LIMITS.elements - 2;
    expect(failureOf(svg(`<g>${'<path/>'.repeat(inner)}</g>`))).toBeUndefined();
    expect(failureOf(svg(`<g>${'<path/>'.repeat(inner + 1)}</g>`))).toBe(
      `the icon has ${SVGO_LIMITS.elements + 1} elements`,
    );
  });

  const paths = 998;
  const selectors = SVGO_LIMITS.matches / 1000;
  const styled = (sheet: string): string => svg(`<style>${sheet}</style>${'<path d="M0,0"/>'.repeat(paths)}`);
  const refusal = `the icon has 1000 elements and ${selectors + 1} selectors in its style sheets`;

  it.each([
    ['rules', (count: number) => '.a{fill:red}'.repeat(count)],
    ['selectors of one rule', (count: number) => `${Array(count).fill('.a').join(',')}{fill:red}`],
    ['rules in character data', (count: number) => `<![CDATA[${'g>.a{fill:red}'.repeat(count)}]]>`],
  ])('for more %s than it can hold against the elements', (_, sheet) => {
    expect(failureOf(styled(sheet(selectors)))).toBeUndefined();
    expect(failureOf(styled(sheet(selectors + 1)))).toBe(refusal);
  });
});
