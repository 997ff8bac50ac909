import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Sandbox } from '../support/cli.ts';
import {
  BROKEN,
  CLEAN,
  HookedRepository,
  HOPELESS,
  icon,
  Repository,
  WINDPROOF,
} from '../support/repository.ts';

const OTHER = icon('M3 3H21V21H3ZM8 8H16V16H8Z');

describe('windproof hook, at the edges', () => {
  it('leaves a file announced by add -N announced, and judges it when commit -a takes it', () => {
    const repo = new HookedRepository({ 'a.svg': BROKEN, 'announced.svg': HOPELESS });
    repo.git('add', 'a.svg');
    repo.git('add', '-N', 'announced.svg');
    expect(repo.commit().code).toBe(0);
    expect(repo.committed('a.svg')).not.toContain('evenodd');
    expect(repo.status()).toBe(' A announced.svg\n');
    const { code, output } = repo.commit('-a');
    expect(code).toBe(1);
    expect(output).toContain('announced.svg');
  });

  it('fixes what is staged beside conflicted entries, and leaves those in conflict', () => {
    const repo = new Repository({ 'a.svg': CLEAN });
    repo.git('add', '-A');
    repo.commit();
    repo.git('checkout', '-qb', 'side');
    repo.write('a.svg', icon('M4 4H20V20H4Z', ''));
    repo.commit('-a');
    repo.git('checkout', '-q', 'main');
    repo.write('a.svg', icon('M5 5H19V19H5Z', ''));
    repo.commit('-a');
    expect(() => repo.git('merge', 'side')).toThrow();
    repo.write('b.svg', BROKEN);
    repo.git('add', 'b.svg');
    const conflict = [repo.git('ls-files', '--unmerged'), repo.read('a.svg')];
    expect(conflict[0]).not.toBe('');
    // git itself refuses to commit now; other tools run hooks in this state all the same.
    const { code, output } = repo.attempt('.', 'sh', '-c', `${WINDPROOF} hook`);
    expect(code, output).toBe(0);
    expect(repo.staged('b.svg')).not.toContain('evenodd');
    expect([repo.git('ls-files', '--unmerged'), repo.read('a.svg')]).toEqual(conflict);
  });

  it('cleans and smudges as .gitattributes says', () => {
    const repo = new HookedRepository({ '.gitattributes': '*.svg filter=note\n' });
    repo.git('config', 'filter.note.clean', "sed '/<!-- mine -->/d'");
    repo.git('config', 'filter.note.smudge', "cat; echo '<!-- mine -->'");
    repo.write('a b.svg', `${BROKEN}<!-- mine -->\n`);
    repo.git('add', '-A');
    expect(repo.staged('a b.svg')).toBe(BROKEN);
    const { code, output } = repo.commit();
    expect(code, output).toBe(0);
    expect(repo.committed('a b.svg')).not.toMatch(/evenodd|mine/);
    expect(repo.read('a b.svg')).toBe(`${repo.committed('a b.svg')}<!-- mine -->\n`);
    expect(repo.status()).toBe('');
  });

  it('takes names with line breaks, quotes, backslashes and pattern characters', () => {
    const names = ['line\nbreak.svg', '"double" \'single\'.svg', 'back\\slash.svg', '*.svg', ':(top)x.svg'];
    const repo = new HookedRepository();
    for (const [index, name] of names.entries()) repo.write(name, icon(`M2 2H2${index}V22H2ZM7 7H17V17H7Z`));
    repo.git('add', '-A');
    const { code, output } = repo.commit();
    expect(code, output).toBe(0);
    for (const name of names) {
      expect(repo.committed(name)).not.toContain('evenodd');
      expect(repo.read(name)).toBe(repo.committed(name));
    }
    expect(repo.status()).toBe('');
  });

  it('reads a configuration from a subfolder, whose globs start there', () => {
    const repo = new Repository({
      'app/windproof.config.json': '{ "ignore": ["drafts/**"] }',
      'app/drafts/a.svg': HOPELESS,
      'app/b.svg': BROKEN,
      'app/.windproofignore': 'old/\n',
      'app/old/c.svg': HOPELESS,
    });
    repo.script(
      '.git/hooks/pre-commit',
      `#!/bin/sh\nexec ${WINDPROOF} hook --config app/windproof.config.json\n`,
    );
    repo.git('add', '-A');
    const { code, output } = repo.commit();
    expect(code, output).toBe(0);
    expect(repo.committed('app/b.svg')).not.toContain('evenodd');
    expect(repo.committed('app/drafts/a.svg')).toBe(HOPELESS);
  });

  it('passes over documents that it cannot read from the index', () => {
    const repo = new HookedRepository({ 'a.sketch': 'PK\u0003\u0004 \u0000', 'b.svg': CLEAN });
    repo.git('add', '-A');
    const { code, output } = repo.commit();
    expect(code, output).toBe(0);
  });

  it('passes over the selectors and shapes that lie beside drawables, as does lint --staged', () => {
    const selector = '<selector xmlns:android="http://schemas.android.com/apk/res/android"/>\n';
    const repo = new HookedRepository({ 'res/drawable/state.xml': selector, 'b.svg': CLEAN });
    repo.git('add', '-A');
    const { code, output } = repo.attempt('.', 'sh', '-c', `${WINDPROOF} lint --staged`);
    expect([code, output]).toEqual([0, '1 icon linted: nothing found\n']);
    expect(repo.commit().code).toBe(0);
  });

  it('judges the icons of a commit as a set', () => {
    const repo = new HookedRepository({ 'arrow-up.svg': CLEAN, 'arrow_up.svg': OTHER });
    repo.git('add', '-A');
    const { code, output } = repo.commit();
    expect(code).toBe(1);
    expect(output).toContain('no-name-collision');
  });

  it('works inside a submodule, and passes over it outside', () => {
    const origin = new Repository({ 'a.svg': CLEAN });
    origin.git('add', '-A');
    origin.commit();
    const repo = new HookedRepository({ 'b.svg': BROKEN });
    repo.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', origin.path, 'icons');
    expect(repo.commit('-a').code).toBe(0);
    const inside = (...args: string[]): string =>
      execFileSync('git', args, { cwd: join(repo.path, 'icons'), encoding: 'utf8' });
    repo.script('.git/modules/icons/hooks/pre-commit', `#!/bin/sh\nexec ${WINDPROOF} hook\n`);
    inside('config', 'user.name', 'Test');
    inside('config', 'user.email', 'test@example.com');
    repo.write('icons/a.svg', BROKEN);
    inside('add', '-A');
    const { code, output } = repo.commitIn('icons');
    expect(code, output).toBe(0);
    expect(inside('show', 'HEAD:a.svg')).not.toContain('evenodd');
    expect(inside('status', '--porcelain')).toBe('');
  });
});

describe('windproof hook, killed in the middle', () => {
  /** A hook whose git kills it, before or after the command that `when` names. */
  function killed(when: 'before' | 'after', command: string): Repository {
    const bin = new Sandbox();
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    const repo = new Repository({ 'a.svg': BROKEN, 'sub/b.svg': OTHER });
    const run = when === 'before' ? '' : `'${real}' "$@"; `;
    const path = join(bin.path, 'git');
    repo.script(
      '.git/fake-git',
      `#!/bin/sh\nif [ "$1" = ${command} ]; then ${run}kill -9 $PPID; exit 1; fi\nexec '${real}' "$@"\n`,
    );
    execFileSync('cp', ['-p', join(repo.path, '.git/fake-git'), path]);
    // In front of the folder of git's own commands, which git puts first for its hooks.
    repo.script('.git/hooks/pre-commit', `#!/bin/sh\nPATH='${bin.path}':"$PATH" exec ${WINDPROOF} hook\n`);
    repo.git('add', '-A');
    return repo;
  }

  const journal = (repo: Repository): boolean => existsSync(join(repo.path, '.git/windproof-hook.json'));

  it.each([
    ['before', 'hash-object'],
    ['after', 'hash-object'],
    ['before', 'cat-file'],
    ['before', 'update-index'],
  ] as const)('%s %s, has changed nothing', (when, command) => {
    const repo = killed(when, command);
    expect(repo.commit().code).not.toBe(0);
    expect([repo.staged('a.svg'), repo.staged('sub/b.svg')]).toEqual([BROKEN, OTHER]);
    expect([repo.read('a.svg'), repo.read('sub/b.svg')]).toEqual([BROKEN, OTHER]);
  });

  it('between index and working tree, has it undone by the next run, and keeps what was done since', () => {
    const repo = killed('after', 'update-index');
    expect(repo.commit().code).not.toBe(0);
    expect(repo.staged('a.svg')).not.toContain('evenodd');
    expect(repo.read('a.svg')).toBe(BROKEN);
    expect(journal(repo)).toBe(true);
    // Meanwhile the designer goes on.
    repo.write('sub/b.svg', CLEAN);
    repo.git('add', 'sub/b.svg');
    const { code, output } = repo.attempt('.', 'sh', '-c', `${WINDPROOF} hook --no-fix`);
    expect(output).toContain('undid what an interrupted run had left half done');
    expect(code).toBe(1);
    expect([repo.staged('a.svg'), repo.read('a.svg')]).toEqual([BROKEN, BROKEN]);
    expect([repo.staged('sub/b.svg'), repo.read('sub/b.svg')]).toEqual([CLEAN, CLEAN]);
    expect(journal(repo)).toBe(false);
  });

  it('leaves no stray files', () => {
    const repo = killed('after', 'update-index');
    repo.commit();
    repo.attempt('.', 'sh', '-c', `${WINDPROOF} hook`);
    expect(repo.list().filter((name) => !name.startsWith('.git/'))).toEqual(['a.svg', 'sub/b.svg']);
  });
});
