import { randomBytes } from 'node:crypto';
import { chmod, lstat, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Git } from './git.ts';
import type { IndexEntry } from './index-entries.ts';

export interface FixedEntry {
  readonly entry: IndexEntry;
  /** What the blob shall be. */
  readonly content: string;
}

export interface Applied {
  /** Fixed in the index and in the work tree. */
  readonly both: readonly string[];
  /** Fixed in the index alone: the working file has changes of its own, which stay byte for byte. */
  readonly indexOnly: readonly string[];
}

/** One file on its way; what the journal holds so that the next run can undo half a run. */
interface Step {
  readonly path: string;
  readonly mode: IndexEntry['mode'];
  readonly before: string;
  readonly after: string;
  /** The working file is replaced too. */
  readonly inTree: boolean;
}

interface Journal {
  readonly indexFiles: readonly (string | null)[];
  readonly steps: readonly Step[];
}

const JOURNAL = 'windproof-hook.json';

/**
 * Puts fixed contents into the index and, where the working file is the same as the index, into the work tree.
 *
 * All or nothing: when a step fails, what was done is undone and the error thrown. Killed in the middle, the journal
 * in the git folder lets `recover` undo it.
 */
export async function applyToIndex(git: Git, root: string, fixed: readonly FixedEntry[]): Promise<Applied> {
  if (fixed.length === 0) return { both: [], indexOnly: [] };
  const paths = fixed.map(({ entry }) => entry.path);
  const changed = new Set(
    await git.list(['diff', '--name-only', '-z', '--no-ext-diff', '--', ...paths.map(literal)]),
  );
  const steps: Step[] = [];
  for (const { entry, content } of fixed) {
    const after = await git.text(['hash-object', '-w', '--stdin', '--no-filters'], { input: content });
    const inTree = !changed.has(entry.path) && (await isRegularFile(join(root, entry.path)));
    steps.push({ path: entry.path, mode: entry.mode, before: entry.oid, after, inTree });
  }

  const journal: Journal = { indexFiles: await indexFiles(git), steps };
  const journalPath = await inGitFolder(git, JOURNAL);
  const staged = await stageFiles(git, root, steps);
  try {
    await writeFile(journalPath, JSON.stringify(journal));
    try {
      await setIndex(git, journal, 'after');
      for (const { temporary, target } of staged) await rename(temporary, target);
    } catch (error) {
      await undo(git, root, journal);
      throw error;
    }
  } finally {
    await rm(journalPath, { force: true });
    await Promise.all(staged.map(({ temporary }) => rm(temporary, { force: true })));
  }
  return {
    both: steps.filter(({ inTree }) => inTree).map(({ path }) => path),
    indexOnly: steps.filter(({ inTree }) => !inTree).map(({ path }) => path),
  };
}

/** Undoes what a run that was killed left half done. True when there was such a run. */
export async function recover(git: Git, root: string): Promise<boolean> {
  const journalPath = await inGitFolder(git, JOURNAL);
  let journal: Journal;
  try {
    journal = JSON.parse(await readFile(journalPath, 'utf8')) as Journal;
  } catch {
    // No journal, or one cut off while it was written: nothing had been touched yet.
    await rm(journalPath, { force: true });
    return false;
  }
  await undo(git, root, { ...journal, indexFiles: [null] });
  await rm(journalPath, { force: true });
  return true;
}

async function undo(git: Git, root: string, journal: Journal): Promise<void> {
  await setIndex(git, journal, 'before');
  for (const step of journal.steps) {
    if (!step.inTree) continue;
    const target = join(root, step.path);
    const now = await git.text(['hash-object', '--', target]).catch(() => undefined);
    if (now !== step.after) continue;
    for (const { temporary } of await stageFiles(git, root, [{ ...step, after: step.before }]))
      await rename(temporary, target);
  }
}

/** Sets the steps' entries in each index, all at once, where they still are as this run expects them. */
async function setIndex(
  git: Git,
  { indexFiles: files, steps }: Journal,
  to: 'before' | 'after',
): Promise<void> {
  const from = to === 'after' ? 'before' : 'after';
  for (const file of files) {
    const env = file === null ? {} : { GIT_INDEX_FILE: file };
    const present = await entriesOf(git, steps, env);
    const lines = steps
      .filter((step) => present.get(step.path) === step[from])
      .map((step) => `${step.mode} ${step[to]}\t${step.path}\0`);
    if (lines.length > 0)
      await git.run(['update-index', '-z', '--index-info'], { input: lines.join(''), env });
  }
}

async function entriesOf(
  git: Git,
  steps: readonly Step[],
  env: Readonly<Record<string, string>>,
): Promise<Map<string, string>> {
  const paths = steps.map(({ path }) => literal(path));
  const lines = await git.list(['ls-files', '--stage', '-z', '--', ...paths], { env });
  // "<mode> <oid> <stage>\t<path>"
  return new Map(
    lines.map((line) => {
      const tab = line.indexOf('\t');
      return [line.slice(tab + 1), line.slice(0, tab).split(' ')[1] as string];
    }),
  );
}

/**
 * The index this commit is made of (null: what the environment says), and, in `git commit <path>`, the one that stays
 * afterwards: git has already written that to index.lock, and moves it into place when the commit is done.
 */
async function indexFiles(git: Git): Promise<(string | null)[]> {
  const temporary = process.env['GIT_INDEX_FILE'];
  if (temporary === undefined || !basename(temporary).startsWith('next-index-')) return [null];
  const lasting = await inGitFolder(git, 'index.lock');
  return (await isRegularFile(lasting)) ? [null, lasting] : [null];
}

/** Writes what the working files shall be beside them, filters applied as on checkout. */
async function stageFiles(
  git: Git,
  root: string,
  steps: readonly Step[],
): Promise<{ readonly temporary: string; readonly target: string }[]> {
  const staged: { temporary: string; target: string }[] = [];
  try {
    for (const { path, after, inTree } of steps) {
      if (!inTree) continue;
      const target = join(root, path);
      const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
      staged.push({ temporary, target });
      await writeFile(temporary, await git.run(['cat-file', '--filters', `--path=${path}`, after]));
      await chmod(temporary, (await stat(target)).mode & 0o7777);
    }
    return staged;
  } catch (error) {
    await Promise.all(staged.map(({ temporary }) => rm(temporary, { force: true })));
    throw error;
  }
}

async function inGitFolder(git: Git, name: string): Promise<string> {
  return join(await git.text(['rev-parse', '--absolute-git-dir']), name);
}

const isRegularFile = (path: string): Promise<boolean> =>
  lstat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/** A path that git does not read as a pattern. */
const literal = (path: string): string => `:(literal,top)${path}`;
