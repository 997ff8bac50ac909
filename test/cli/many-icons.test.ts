import { cpSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countInSight } from '../../src/cli/lint-inputs.ts';
import { ROOT, Sandbox, SQUARE, type CliResult } from '../support/cli.ts';

const RING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill-rule="evenodd" d="M2 2H22V22H2ZM7 7H17V17H7Z"/></svg>\n';

const named = (count: number, folder: string, text: string): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${folder}/${index}.svg`, text]));

describe('more icons than one thread is started for', () => {
  it('are linted as each is by itself, and nothing else is said', async () => {
    const box = new Sandbox({ ...named(80, 'icons', SQUARE), 'icons/ring.svg': RING });
    const [alone, all] = [
      await box.run('lint', 'icons/ring.svg', '--format', 'compact'),
      await box.run('lint', 'icons', '--format', 'compact'),
    ];
    expect(alone.stdout).toContain('no-evenodd-fill');
    expect(all).toEqual(alone);
  });

  it('end the call where all of them are ignored', async () => {
    const box = new Sandbox({ ...named(80, 'icons', RING), '.windproofignore': 'icons/\n' });
    expect(await box.run('lint', 'icons')).toMatchObject({
      code: 2,
      stderr: 'windproof: Everything at icons is ignored.\n',
    });
  });

  it('end it where another path leads to nothing', async () => {
    const box = new Sandbox(named(80, 'icons', SQUARE));
    expect(await box.run('lint', 'icons', 'none')).toMatchObject({
      code: 2,
      stderr: 'windproof: Nothing found at "none".\n',
    });
  });
});

const FILES = {
  ...named(3, 'icons', SQUARE),
  ...named(4, 'icons/filled', SQUARE),
  ...named(5, 'icons/filled/more', SQUARE),
  'icons/notes.txt': '',
  'one.svg': SQUARE,
};

/** A build of one's own, in which nothing was run before. */
function freshBuild(box: Sandbox): (path: string) => Promise<CliResult> {
  for (const name of ['dist', 'package.json'])
    cpSync(join(ROOT, name), join(box.path, name), {
      recursive: true,
      filter: (from) => basename(from) !== 'compiled',
    });
  symlinkSync(join(ROOT, 'node_modules'), join(box.path, 'node_modules'), 'dir');
  return (path) => box.shell(`'${process.execPath}' dist/cli/main.js lint ${path}`);
}

it('what was compiled for one icon is not replaced by what threads compile, for which V8 would refuse it', async () => {
  const large = SQUARE.replace('<path', `<!-- ${'x'.repeat(70_000)} --><path`);
  const box = new Sandbox({ 'mixed/one.svg': SQUARE, 'mixed/large.svg': large });
  const lint = freshBuild(box);
  const kept = (): Record<string, string> =>
    Object.fromEntries(
      box
        .list('dist/cli/compiled')
        .map((name) => [
          /-(\w+)\.bin$/.exec(name)?.[1],
          box.bytes(`dist/cli/compiled/${name}`).toString('base64'),
        ]),
    );
  await lint('mixed');
  expect(Object.keys(kept())).toEqual(['threads']);
  await lint('mixed/one.svg');
  const { plain } = kept();
  await lint('mixed');
  await lint('mixed/one.svg');
  expect(plain).toBeDefined();
  expect(kept()['plain'] === plain).toBe(true);
});

describe('how many icons seem to be meant', () => {
  it.each([
    ['a folder and those in it, no deeper', ['icons'], 7],
    ['two folders', ['icons', 'icons/filled'], 16],
    ['a file, a glob and what is not there, which cost no look', ['one.svg', 'icons/*.svg', 'none'], 0],
    ['a list that a program made', Array.from({ length: 30 }, (_, index) => `${index}.svg`), 30],
  ])('is told from %s', (_, paths, count) => {
    expect(countInSight(paths, new Sandbox(FILES).path)).toBe(count);
  });
});
