import { chmod, lstat, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join, posix } from 'node:path';
import type { Git, WorkTree } from './git.ts';
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
  /**
   * Beside the working file: what it shall be lies here until it is moved into place. Absent where the working file
   * stays as it is.
   */
  readonly temporary?: string;
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
export async function applyToIndex(tree: WorkTree, fixed: readonly FixedEntry[]): Promise<Applied> {
  const { git, root } = tree;
  if (fixed.length === 0) return { both: [], indexOnly: [] };
  // Loaded for those who have something to fix: it takes node milliseconds.
  const { randomBytes } = await import('node:crypto');
  const temporaryBeside = (path: string): string =>
    posix.join(posix.dirname(path), `.${posix.basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  const paths = fixed.map(({ entry }) => entry.path);
  const changed = new Set(
    await git.list(['diff', '--name-only', '-z', '--no-ext-diff', '--', ...paths.map(literal)]),
  );
  const steps: Step[] = [];
  for (const { entry, content } of fixed) {
    const after = await git.text(['hash-object', '-w', '--stdin', '--no-filters'], { input: content });
    const inTree = !changed.has(entry.path) && (await isRegularFile(join(root, entry.path)));
    steps.push({
      path: entry.path,
      mode: entry.mode,
      before: entry.oid,
      after,
      ...(inTree ? { temporary: temporaryBeside(entry.path) } : {}),
    });
  }

  const journal: Journal = { indexFiles: await indexFiles(tree), steps };
  const journalPath = join(tree.gitFolder, JOURNAL);
  try {
    // Before anything else: the next run finds in it what this one may have left.
    await writeFile(journalPath, JSON.stringify(journal));
    for (const step of steps) await prepareFile(git, root, step, step.after);
    try {
      await setIndex(git, journal, 'after');
      for (const step of steps) await moveIntoPlace(root, step);
    } catch (error) {
      await undo(git, root, journal);
      throw error;
    }
  } finally {
    await removeTemporaries(root, steps);
    await rm(journalPath, { force: true });
  }
  return {
    both: steps.filter(({ temporary }) => temporary !== undefined).map(({ path }) => path),
    indexOnly: steps.filter(({ temporary }) => temporary === undefined).map(({ path }) => path),
  };
}

/** Undoes what a run that was killed left half done. True when there was such a run. */
export async function recover({ git, root, gitFolder }: WorkTree): Promise<boolean> {
  const journalPath = join(gitFolder, JOURNAL);
  let journal: Journal;
  try {
    journal = JSON.parse(await readFile(journalPath, 'utf8')) as Journal;
  } catch {
    // No journal, or one cut off while it was written: nothing had been touched yet.
    await rm(journalPath, { force: true });
    return false;
  }
  await undo(git, root, { ...journal, indexFiles: [null] });
  await removeTemporaries(root, journal.steps);
  await rm(journalPath, { force: true });
  return true;
}

async function undo(git: Git, root: string, journal: Journal): Promise<void> {
  await setIndex(git, journal, 'before');
  for (const step of journal.steps) {
    if (step.temporary === undefined) continue;
    const now = await git.text(['hash-object', '--', join(root, step.path)]).catch(() => undefined);
    if (now !== step.after) continue;
    await prepareFile(git, root, step, step.before);
    await moveIntoPlace(root, step);
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
async function indexFiles({ gitFolder }: WorkTree): Promise<(string | null)[]> {
  const temporary = process.env['GIT_INDEX_FILE'];
  if (temporary === undefined || !basename(temporary).startsWith('next-index-')) return [null];
  const lasting = join(gitFolder, 'index.lock');
  return (await isRegularFile(lasting)) ? [null, lasting] : [null];
}

/** Writes a blob beside the working file that it shall replace, filters applied as on checkout. */
async function prepareFile(git: Git, root: string, { path, temporary }: Step, oid: string): Promise<void> {
  if (temporary === undefined) return;
  await writeFile(join(root, temporary), await git.run(['cat-file', '--filters', `--path=${path}`, oid]));
  await chmod(join(root, temporary), (await stat(join(root, path))).mode & 0o7777);
}

async function moveIntoPlace(root: string, { path, temporary }: Step): Promise<void> {
  if (temporary !== undefined) await rename(join(root, temporary), join(root, path));
}

async function removeTemporaries(root: string, steps: readonly Step[]): Promise<void> {
  for (const { temporary } of steps)
    if (temporary !== undefined) await rm(join(root, temporary), { force: true });
}

const isRegularFile = (path: string): Promise<boolean> =>
  lstat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/** A path that git does not read as a pattern. */
const literal = (path: string): string => `:(literal,top)${path}`;
