import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LintCache } from '../../src/node/lint-cache.ts';

const RESULT = { diagnostics: [], facts: { a: 1 } };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'windproof-cache-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('LintCache', () => {
  it('keeps what two runs that share it have found', async () => {
    const [one, other] = [await LintCache.open(folder, '1'), await LintCache.open(folder, '1')];
    one.set('one', RESULT);
    other.set('other', RESULT);
    await one.save();
    await other.save();
    const after = await LintCache.open(folder, '1');
    expect([after.get('one'), after.get('other')]).toEqual([RESULT, RESULT]);
  });

  it('is never half a file while many runs write it', async () => {
    const runs = await Promise.all(Array.from({ length: 8 }, () => LintCache.open(folder, '1')));
    await Promise.all(
      runs.map(async (run, index) => {
        for (let entry = 0; entry < 200; entry += 1) run.set(`${index} ${entry}`, RESULT);
        await run.save();
      }),
    );
    const after = await LintCache.open(folder, '1');
    const whole = runs.filter((_, index) => after.get(`${index} 199`) !== undefined);
    expect(whole.length).toBeGreaterThan(0);
    expect(readdirSync(folder)).toEqual(['lint.json']);
  });

  it('starts anew over another version, and over what is no cache', async () => {
    const cache = await LintCache.open(folder, '1');
    cache.set('key', RESULT);
    await cache.save();
    expect((await LintCache.open(folder, '2')).get('key')).toBeUndefined();
    writeFileSync(join(folder, 'lint.json'), '{"version":"1","entr');
    expect((await LintCache.open(folder, '1')).get('key')).toBeUndefined();
  });
});
