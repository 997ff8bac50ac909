import { readFileSync } from 'node:fs';
import { optimize } from 'svgo';
import { expect, it } from 'vitest';
import { nonzeroFill, type Leftover } from '../../plugins/index.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/repair/${name}/input.svg`, import.meta.url), 'utf8');

/** What each pass over a text reported. */
function reportsOf(
  text: string,
  multipass = false,
): { path: string | undefined; left: readonly Leftover[] }[] {
  const reports: { path: string | undefined; left: readonly Leftover[] }[] = [];
  const report = (left: readonly Leftover[], { path }: { path?: string }): void => {
    reports.push({ path, left });
  };
  optimize(text, {
    path: 'icons/a.svg',
    multipass,
    plugins: [{ ...nonzeroFill, params: { report } }, ...(multipass ? ['preset-default' as const] : [])],
  });
  return reports;
}

it('tells what was left even-odd, why, and in which file', () => {
  const [{ path, left } = { path: undefined, left: [] }, ...more] = reportsOf(
    fixture('kept-beside-repaired'),
  );
  expect(more).toEqual([]);
  expect(path).toBe('icons/a.svg');
  expect(left).toMatchObject([{ code: 'even-odd-out-of-reach', element: '<path class="out"/>' }]);
  expect(left[0]?.message).toMatch(/left as it is/);
});

it('tells an empty list when all is repaired', () => {
  expect(reportsOf(fixture('style-sheet'))).toEqual([{ path: 'icons/a.svg', left: [] }]);
});

it('speaks after each pass, and the last word counts', () => {
  const reports = reportsOf(fixture('style-that-names-the-tag'), true);
  expect(reports[0]?.left).toMatchObject([{ code: 'repair-unproven' }]);
  expect(reports[reports.length - 1]?.left).toEqual([]);
});
