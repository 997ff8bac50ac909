import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyToIndex, recover } from '../../src/node/git/apply.ts';
import { Git, gitAt, type WorkTree } from '../../src/node/git/git.ts';
import { changedPaths, readBlobs, stagedEntries } from '../../src/node/git/index-entries.ts';

let root: string;
let tree: WorkTree;
let git: Git;

const run = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' });

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const staged = (path: string): string => run('show', `:${path}`);

const stagedPaths = async (): Promise<string[]> => (await stagedEntries(tree)).map(({ path }) => path);

/** Replaces every staged file's "old" by "new". */
async function fixAll() {
  const entries = await stagedEntries(tree);
  const blobs = await readBlobs(
    git,
    entries.map(({ oid }) => oid),
  );
  return applyToIndex(
    tree,
    entries.map((entry, index) => ({
      entry,
      content: (blobs[index] as Buffer).toString().replaceAll('old', 'new'),
    })),
  );
}

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'windproof git é '));
  run('init', '-q', '-b', 'main');
  run('config', 'user.name', 'Test');
  run('config', 'user.email', 'test@example.com');
  tree = await gitAt(root);
  ({ git } = tree);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the work tree', () => {
  it('is the one that git names, told by its folder or asked for', async () => {
    const told = async (cwd: string) => {
      const { root: top, gitFolder } = await gitAt(cwd);
      return `${top}\n${gitFolder}\n`;
    };
    const asked = (cwd: string): string =>
      execFileSync('git', ['rev-parse', '--show-toplevel', '--absolute-git-dir'], { cwd, encoding: 'utf8' });
    write('sub/file', 'x');
    run('add', '.');
    run('commit', '-qm', 'first');
    const linked = `${root} linked`;
    run('worktree', 'add', '-q', '-b', 'other', linked);
    for (const cwd of [root, join(root, 'sub'), linked]) expect(await told(cwd)).toBe(asked(cwd));
    run('config', 'core.worktree', join(root, 'sub'));
    expect(await told(root)).toBe(asked(root));
    rmSync(linked, { recursive: true });
  });
});

describe('stagedEntries', () => {
  it('lists what the first commit would hold, with any name', async () => {
    const names = ['a b.svg', 'é/ü.svg', 'tab\there.svg', '-dash.svg', 'x[1]*.svg', '"quoted".svg'];
    for (const name of names) write(name, 'old');
    run('add', '-A');
    write('untracked.svg', 'old');
    expect((await stagedPaths()).toSorted()).toEqual(names.toSorted());
  });

  it('leaves out deletions, symlinks, submodules and announced files; a rename counts under its new name', async () => {
    write('gone.svg', 'old');
    write('before.svg', 'old and much more text so that git sees a rename');
    run('add', '-A');
    run('commit', '-qm', 'one');
    run('rm', '-q', 'gone.svg');
    run('mv', 'before.svg', 'after.svg');
    symlinkSync('after.svg', join(root, 'link.svg'));
    run('add', 'link.svg');
    write('announced.svg', 'old');
    run('add', '-N', 'announced.svg');
    run('update-index', '--add', '--cacheinfo', `160000,${run('rev-parse', 'HEAD').trim()},module`);
    expect(await stagedPaths()).toEqual(['after.svg']);
  });

  it('in a merge, lists what no parent has', async () => {
    write('a.svg', 'base\n');
    run('add', '-A');
    run('commit', '-qm', 'base');
    run('checkout', '-qb', 'side');
    write('a.svg', 'side\n');
    write('theirs.svg', 'old');
    run('add', '-A');
    run('commit', '-qm', 'side');
    run('checkout', '-q', 'main');
    write('a.svg', 'main\n');
    run('commit', '-qam', 'main');
    expect(() => execFileSync('git', ['merge', 'side'], { cwd: root, stdio: 'pipe' })).toThrow();
    expect(await stagedPaths()).toEqual([]);
    write('a.svg', 'merged\n');
    run('add', 'a.svg');
    expect(await stagedPaths()).toEqual(['a.svg']);
  });
});

describe('applyToIndex', () => {
  it('fixes index and work tree where they are the same, and keeps the mode', async () => {
    write('in a folder/a.svg', 'old');
    chmodSync(join(root, 'in a folder/a.svg'), 0o755);
    run('add', '-A');
    expect(await fixAll()).toEqual({ both: ['in a folder/a.svg'], indexOnly: [] });
    expect([staged('in a folder/a.svg'), read('in a folder/a.svg')]).toEqual(['new', 'new']);
    expect(statSync(join(root, 'in a folder/a.svg')).mode & 0o777).toBe(0o755);
    expect(run('status', '--porcelain', '-z')).toBe('A  in a folder/a.svg\0');
  });

  it('fixes the index alone where the working file has changes of its own', async () => {
    write('a.svg', 'old');
    run('add', '-A');
    write('a.svg', 'old and unstaged\r\n');
    expect(await fixAll()).toEqual({ both: [], indexOnly: ['a.svg'] });
    expect([staged('a.svg'), read('a.svg')]).toEqual(['new', 'old and unstaged\r\n']);
  });

  it('leaves a working file that was deleted deleted', async () => {
    write('a.svg', 'old');
    run('add', '-A');
    rmSync(join(root, 'a.svg'));
    expect(await fixAll()).toEqual({ both: [], indexOnly: ['a.svg'] });
    expect(() => read('a.svg')).toThrow();
  });

  it('applies the filters that .gitattributes asks for', async () => {
    write('.gitattributes', '*.svg text eol=crlf\n');
    write('a.svg', 'old\r\nline\r\n');
    run('add', 'a.svg');
    expect(staged('a.svg')).toBe('old\nline\n');
    expect((await fixAll()).both).toEqual(['a.svg']);
    expect([staged('a.svg'), read('a.svg')]).toEqual(['new\nline\n', 'new\r\nline\r\n']);
    expect(run('status', '--porcelain', '--', 'a.svg')).toBe('A  a.svg\n');
  });

  it('undoes everything when one file cannot be replaced', async () => {
    write('a.svg', 'old');
    write('b.svg', 'old');
    run('add', '-A');
    const entries = await stagedEntries(tree);
    const broken = { path: 'b.svg', mode: '100644', oid: entries[1]?.oid ?? '' } as const;
    // A content that git cannot hand out again: the object is gone when it is asked for.
    const failing = new (class extends Git {
      override async run(...args: Parameters<Git['run']>) {
        if (args[0][0] === 'update-index' && String(args[1]?.input).includes('b.svg') && !this.failed) {
          this.failed = true;
          await super.run(...args);
          throw new Error('power cut');
        }
        return super.run(...args);
      }
      failed = false;
    })(root);
    const fixes = [entries[0], broken].map((entry) => ({
      entry: entry as (typeof entries)[0],
      content: 'new',
    }));
    await expect(applyToIndex({ ...tree, git: failing }, fixes)).rejects.toThrow('power cut');
    expect([staged('a.svg'), read('a.svg'), staged('b.svg'), read('b.svg')]).toEqual([
      'old',
      'old',
      'old',
      'old',
    ]);
    expect(run('status', '--porcelain')).toBe('A  a.svg\nA  b.svg\n');
  });

  it('recovers from a run that was killed between the index and the work tree', async () => {
    write('a.svg', 'old');
    run('add', '-A');
    const [entry] = await stagedEntries(tree);
    const killed = new (class extends Git {
      override async run(...args: Parameters<Git['run']>) {
        if (args[0][0] !== 'update-index') return super.run(...args);
        await super.run(...args);
        // Keep the journal as a killed process would leave it.
        const { copyFileSync } = await import('node:fs');
        const journal = join(root, '.git/windproof-hook.json');
        copyFileSync(journal, `${journal}.kept`);
        return Buffer.alloc(0);
      }
    })(root);
    await applyToIndex({ ...tree, git: killed }, [
      { entry: entry as NonNullable<typeof entry>, content: 'new' },
    ]);
    writeFileSync(
      join(root, '.git/windproof-hook.json'),
      readFileSync(join(root, '.git/windproof-hook.json.kept')),
    );
    expect(staged('a.svg')).toBe('new');
    expect(await recover(tree)).toBe(true);
    expect([staged('a.svg'), read('a.svg')]).toEqual(['old', 'old']);
    expect(await recover(tree)).toBe(false);
  });
});

describe('changedPaths', () => {
  it('lists what the branch, the work tree and untracked files add', async () => {
    write('kept.svg', 'x');
    run('add', '-A');
    run('commit', '-qm', 'one');
    run('checkout', '-qb', 'topic');
    write('committed.svg', 'x');
    run('add', '-A');
    run('commit', '-qm', 'two');
    write('untracked.svg', 'x');
    write('kept.svg', 'y');
    expect(await changedPaths(git, 'main')).toEqual(['committed.svg', 'kept.svg', 'untracked.svg']);
  });

  it('lists everything before the first commit', async () => {
    write('added.svg', 'x');
    run('add', '-A');
    write('untracked.svg', 'x');
    expect(await changedPaths(git, 'HEAD')).toEqual(['added.svg', 'untracked.svg']);
    await expect(changedPaths(git, 'main')).rejects.toThrow('main');
  });

  it('hands git no option for a revision', async () => {
    write('kept.svg', 'x');
    run('add', '-A');
    run('commit', '-qm', 'one');
    await expect(changedPaths(git, '--output=made.txt')).rejects.toThrow('bad revision');
    expect(existsSync(join(root, 'made.txt'))).toBe(false);
  });
});
