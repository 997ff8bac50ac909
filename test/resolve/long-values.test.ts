import { describe, expect, it } from 'vitest';
import { fix } from '../../src/pipeline/fix.ts';
import { convert } from '../../src/pipeline/convert.ts';
import { parseSvg } from '../../src/parse/svg.ts';
import { resolveIcon } from '../../src/resolve/icon.ts';

const LONG = 150_000;
const SPACE = ' '.repeat(LONG);

function codesOf(css: string): string[] {
  const { document } = parseSvg(withSheet(css));
  if (document === undefined) throw new Error('no document');
  return resolveIcon(document).diagnostics.map(({ code }) => code);
}

const withSheet = (css: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><style>${css}</style><path d="M2 2h9v9z"/></svg>`;

// Each would take minutes where every space or digit is tried as the first of those that end the value.
describe('values of a sheet that go on for long', () => {
  it.each([
    ['a media query', `@media screen${SPACE}x{path{fill:red}}`, ['unsupported-css']],
    [
      'a media query that holds',
      `@media only${SPACE}screen${SPACE}and${SPACE}screen{path{fill:red}}`,
      ['css-at-rule'],
    ],
    ['a filter that does nothing', `path{filter:blur(${'0'.repeat(LONG)}px)}`, []],
    ['a filter of no number', `path{filter:blur(${'0'.repeat(LONG)}x)}`, ['unsupported-filter']],
  ])('%s', (_, css, codes) => {
    expect(codesOf(css)).toEqual(codes);
  });

  it('are converted and fixed', () => {
    const source = withSheet(`@media screen${SPACE}x{path{fill:red}}`);
    for (const { output } of [
      convert(source, { allowUnverified: true }),
      fix(source, { allowUnverified: true }),
    ])
      expect(output === undefined || output.length < source.length).toBe(true);
  });
});
