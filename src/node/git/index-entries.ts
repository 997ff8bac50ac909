import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GitError, type Git, type WorkTree } from './git.ts';

/** A regular file as the index has it. */
export interface IndexEntry {
  /** From the top of the work tree, forward slashes. */
  readonly path: string;
  readonly mode: '100644' | '100755';
  readonly oid: string;
}

const REGULAR = new Set(['100644', '100755']);

/**
 * The regular files that a commit made now would add or change: symlinks, submodules, deletions, conflicted entries
 * and paths only announced by `add -N` are none. In a merge only what differs from every parent, since the rest came
 * from a branch that was committed before.
 */
export async function stagedEntries({ git, gitFolder }: WorkTree): Promise<IndexEntry[]> {
  const entries = await changedEntries(git, ['--cached']);
  const others = await mergeHeads(gitFolder);
  let kept = entries;
  for (const parent of others) {
    const changed = new Set((await changedEntries(git, ['--cached', parent])).map(({ path }) => path));
    kept = kept.filter(({ path }) => changed.has(path));
  }
  return kept;
}

/**
 * Paths of the work tree, untracked ones included, that differ from `ref` or from where this branch left it: all, where
 * `ref` is the HEAD of a repository without a commit.
 */
export async function changedPaths(git: Git, ref: string): Promise<string[]> {
  if (ref.startsWith('-')) throw new GitError(`bad revision '${ref}'`);
  const base = await git
    .text(['merge-base', ref, 'HEAD'])
    .catch(async () => ((await isUnborn(git, ref)) ? emptyTree(git) : ref));
  const tracked = await git.list([
    'diff',
    '--name-only',
    '-z',
    '--no-renames',
    '--diff-filter=ACMT',
    base,
    '--',
  ]);
  const untracked = await git.list(['ls-files', '--others', '--exclude-standard', '-z']);
  return [...new Set([...tracked, ...untracked])].toSorted();
}

async function isUnborn(git: Git, ref: string): Promise<boolean> {
  if (ref !== 'HEAD') return false;
  return git.text(['rev-parse', '--verify', '--quiet', 'HEAD']).then(
    () => false,
    () => true,
  );
}

/** What git calls the tree without entries, by the repository's kind of hash. */
const emptyTree = (git: Git): Promise<string> => git.text(['hash-object', '-t', 'tree', '--stdin']);

async function changedEntries(git: Git, args: readonly string[]): Promise<IndexEntry[]> {
  const raw = [
    '--raw',
    '--no-abbrev',
    '-z',
    '--no-renames',
    '--diff-filter=ACMT',
    '--ita-invisible-in-index',
  ];
  const items = await git.list(['diff', ...raw, '--no-ext-diff', ...args, '--']);
  const entries: IndexEntry[] = [];
  for (let index = 0; index + 1 < items.length; index += 2) {
    // ":<old mode> <new mode> <old oid> <new oid> <status>"
    const [, mode, , oid] = (items[index] as string).split(' ');
    if (mode === undefined || oid === undefined || !REGULAR.has(mode)) continue;
    entries.push({ path: items[index + 1] as string, mode: mode as IndexEntry['mode'], oid });
  }
  return entries;
}

/** The commits that are being merged into this one, which git keeps as a file, one a line; none otherwise. */
async function mergeHeads(gitFolder: string): Promise<string[]> {
  try {
    const text = await readFile(join(gitFolder, 'MERGE_HEAD'), 'utf8');
    return text.split('\n').filter((line) => line !== '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** The contents of blobs, in the order asked for, as the index has them: before any filter on checkout. */
export async function readBlobs(git: Git, oids: readonly string[]): Promise<Buffer[]> {
  if (oids.length === 0) return [];
  const output = await git.run(['cat-file', '--batch'], { input: `${oids.join('\n')}\n` });
  const blobs: Buffer[] = [];
  let at = 0;
  for (const oid of oids) {
    const newline = output.indexOf(0x0a, at);
    const size = Number(output.toString('latin1', at, newline).split(' ')[2]);
    if (!Number.isInteger(size)) throw new GitError(`object ${oid} cannot be read`);
    blobs.push(output.subarray(newline + 1, newline + 1 + size));
    at = newline + 1 + size + 1;
  }
  return blobs;
}
