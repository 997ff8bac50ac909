import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadCompiled } from '../../src/node/compiled.ts';

interface Code {
  readonly answer: () => number;
  readonly far: () => Promise<{ readonly value: number }>;
}

/** A script as the build writes it, in a folder of its own. */
class Script {
  readonly folder = mkdtempSync(join(tmpdir(), 'windproof-compiled-'));
  readonly path = join(this.folder, 'code.cjs');

  write(answer: number, key: string): void {
    const code = `exports.answer=()=>${answer};exports.far=async()=>await importModule('./far.mjs');`;
    writeFileSync(this.path, `${code}\n//# ${key}`);
  }

  load = () => loadCompiled<Code>(pathToFileURL(this.path));
  kept = (): string[] =>
    readdirSync(join(this.folder, 'compiled')).map((name) => join(this.folder, 'compiled', name));
}

const KEY = '0123456789abcdef';

describe('code that is kept compiled', () => {
  it('is kept once, whole, and run from there', () => {
    const script = new Script();
    script.write(1, KEY);
    const first = script.load();
    expect(first.exports.answer()).toBe(1);
    first.keep();
    const [path, ...others] = script.kept();
    expect(others).toEqual([]);
    const { mtimeMs, size } = statSync(path as string);
    expect(size).toBeGreaterThan(0);
    const second = script.load();
    expect(second.exports.answer()).toBe(1);
    second.keep();
    expect(statSync(path as string).mtimeMs).toBe(mtimeMs);
  });

  it('is kept apart for threads, which V8 compiles for otherwise', () => {
    const script = new Script();
    script.write(1, KEY);
    script.load().keep();
    const other = loadCompiled<Code>(pathToFileURL(script.path), 'threads');
    expect(other.exports.answer()).toBe(1);
    other.keep();
    expect(script.kept()).toHaveLength(2);
  });

  it('is not mistaken for another file of the same length', () => {
    const script = new Script();
    script.write(1, KEY);
    script.load().keep();
    script.write(2, 'fedcba9876543210');
    expect(script.load().exports.answer()).toBe(2);
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('not what V8 writes')],
  ])('is compiled anew where what was kept is %s', (_, spoil) => {
    const script = new Script();
    script.write(1, KEY);
    script.load().keep();
    const [path] = script.kept() as [string];
    const whole = readFileSync(path);
    writeFileSync(path, spoil(whole));
    // Another source of the same length and key: one that this process has not compiled and V8 would take the other's for.
    script.write(2, KEY);
    const again = script.load();
    expect(again.exports.answer()).toBe(2);
    again.keep();
    expect(readFileSync(path).length).toBeGreaterThan(whole.length >> 1);
  });

  it('runs where nothing can be kept', () => {
    const script = new Script();
    script.write(1, KEY);
    writeFileSync(join(script.folder, 'compiled'), 'a file where the folder would be');
    const { exports: code, keep } = script.load();
    keep();
    expect(code.answer()).toBe(1);
  });

  it('imports what lies beside it, compiled before or not', async () => {
    const script = new Script();
    script.write(1, KEY);
    writeFileSync(join(script.folder, 'far.mjs'), 'export const value = 7;');
    const first = script.load();
    expect((await first.exports.far()).value).toBe(7);
    first.keep();
    expect((await script.load().exports.far()).value).toBe(7);
  });
});
