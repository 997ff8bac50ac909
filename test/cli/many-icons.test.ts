import { describe, expect, it } from 'vitest';
import { countInSight } from '../../src/cli/lint-inputs.ts';
import { Sandbox, SQUARE } from '../support/cli.ts';

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
