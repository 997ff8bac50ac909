import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BROKEN, CLEAN, HookedRepository, HOPELESS, icon } from '../support/repository.ts';

describe('windproof hook', () => {
  it('fixes the first commit, in the index and in the working tree', () => {
    const repo = new HookedRepository({ 'icons/pool ladder é.svg': BROKEN, 'readme.txt': 'x' });
    repo.git('add', '-A');
    const { code, output } = repo.commit();
    expect(code, output).toBe(0);
    expect(output).toContain('windproof: fixed icons/pool ladder é.svg.');
    const committed = repo.committed('icons/pool ladder é.svg');
    expect(committed).not.toContain('evenodd');
    expect(repo.read('icons/pool ladder é.svg')).toBe(committed);
    expect(repo.status()).toBe('');
  });

  it('keeps the unstaged changes of a partially staged icon byte for byte', () => {
    const repo = new HookedRepository({ 'a.svg': BROKEN });
    repo.git('add', '-A');
    const working = `${BROKEN}<!-- unstaged -->\r\n`;
    repo.write('a.svg', working);
    const { code, output } = repo.commit();
    expect(code, output).toBe(0);
    expect(output).toContain('fixed only what is staged of a.svg');
    expect(repo.committed('a.svg')).not.toContain('evenodd');
    expect(repo.read('a.svg')).toBe(working);
  });

  it('stops a commit that it cannot mend, and changes nothing', () => {
    const repo = new HookedRepository({ 'a.svg': BROKEN, 'b.svg': HOPELESS });
    repo.git('add', '-A');
    const { code, output } = repo.commit();
    expect(code).toBe(1);
    expect(output).toContain('no-text');
    expect(output).toContain('commit stopped; nothing was changed');
    expect(repo.git('show', ':a.svg')).toBe(BROKEN);
    expect(repo.read('a.svg')).toBe(BROKEN);
  });

  it('judges the index, not the working tree', () => {
    const repo = new HookedRepository({ 'a.svg': HOPELESS });
    repo.git('add', '-A');
    repo.write('a.svg', CLEAN);
    expect(repo.commit().code).toBe(1);
    repo.git('add', '-A');
    repo.write('a.svg', HOPELESS);
    expect(repo.commit().code).toBe(0);
  });

  it('fixes git commit -a and git commit <path>, whose indexes are temporary', () => {
    const repo = new HookedRepository({ 'a.svg': CLEAN, 'b.svg': CLEAN });
    repo.git('add', '-A');
    expect(repo.commit().code).toBe(0);
    repo.write('a.svg', BROKEN);
    expect(repo.commit('-a').code).toBe(0);
    expect(repo.committed('a.svg')).not.toContain('evenodd');
    expect(repo.status()).toBe('');
    repo.write('a.svg', icon('M1 1H23V23H1ZM7 7H17V17H7Z'));
    repo.write('b.svg', BROKEN);
    repo.git('add', 'b.svg');
    const { code, output } = repo.commit('a.svg');
    expect(code, output).toBe(0);
    expect(repo.committed('a.svg')).not.toContain('evenodd');
    expect(repo.committed('b.svg')).toBe(CLEAN);
    expect(repo.status()).toBe('M  b.svg\n');
  });

  it('lets through deletions, renames of clean icons, symlinks, announced files and empty commits', () => {
    const repo = new HookedRepository({ 'a.svg': CLEAN, 'b.svg': icon('M3 3H9V9Z', '') });
    repo.git('add', '-A');
    expect(repo.commit().code).toBe(0);
    repo.git('rm', '-q', 'a.svg');
    repo.git('mv', 'b.svg', 'c.svg');
    symlinkSync('nowhere.svg', join(repo.path, 'link.svg'));
    repo.git('add', 'link.svg');
    repo.write('announced.svg', HOPELESS);
    repo.git('add', '-N', 'announced.svg');
    expect(repo.commit().code).toBe(0);
    expect(repo.commit('--allow-empty').code).toBe(0);
  });

  it('works from a subfolder, in a linked work tree and in the middle of a merge', () => {
    const repo = new HookedRepository({ 'sub/a.svg': CLEAN });
    repo.git('add', '-A');
    expect(repo.commit().code).toBe(0);
    repo.write('sub/b.svg', BROKEN);
    repo.git('add', '-A');
    expect(repo.commitIn('sub').code).toBe(0);
    expect(repo.committed('sub/b.svg')).not.toContain('evenodd');

    repo.git('worktree', 'add', '-q', '-b', 'side', 'linked');
    repo.write('linked/sub/c.svg', BROKEN);
    repo.write('linked/sub/a.svg', icon('M4 4H20V20H4Z', ''));
    execFileSync('git', ['add', '-A'], { cwd: join(repo.path, 'linked') });
    expect(repo.commitIn('linked').code).toBe(0);
    repo.write('sub/a.svg', icon('M5 5H19V19H5Z', ''));
    expect(repo.commit('-a').code).toBe(0);
    expect(() => repo.git('merge', 'side')).toThrow();
    repo.write('sub/a.svg', BROKEN);
    repo.git('add', 'sub/a.svg');
    expect(repo.commit().code).toBe(0);
    expect(repo.committed('sub/a.svg')).not.toContain('evenodd');
    expect(repo.committed('sub/c.svg')).not.toContain('evenodd');
  });

  it('leaves ignored icons alone', () => {
    const repo = new HookedRepository({
      'windproof.config.json': '{ "ignore": ["drafts/**"] }',
      'drafts/a.svg': HOPELESS,
    });
    repo.git('add', '-A');
    expect(repo.commit().code).toBe(0);
  });
});
