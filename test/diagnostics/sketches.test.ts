import { describe, expect, it } from 'vitest';
import { said } from './fixtures.ts';
import { SKETCHES } from './sketches.ts';

describe.each(Object.entries(SKETCHES))('%s', (code, { where }) => {
  it('is said of the wrong document, with its layer', async () => {
    const found = (await all()).get(`${code}-wrong.sketch`)?.find((each) => each.code === code);
    expect(found).toBeDefined();
    if (where !== undefined) expect(found?.message.startsWith(`${where}: `)).toBe(true);
  });

  it('is not said of the right one, and nothing else is', async () => {
    expect((await all()).get(`${code}-right.sketch`)).toEqual([]);
  });
});

let reports: ReturnType<typeof said> | undefined;

/** All documents in one run of the linter: it says what a conversion says, and what the next export would lose. */
function all(): ReturnType<typeof said> {
  const files = Object.entries(SKETCHES).flatMap(([code, { wrong, right }]) => [
    [`${code}-wrong.sketch`, wrong] as const,
    [`${code}-right.sketch`, right] as const,
  ]);
  return (reports ??= said(new Map(files), 'lint .'));
}
