import { stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { isBelow, pathFrom } from './path-from.ts';
import { toSlashes } from './slashes.ts';

/** A file to read, found by one of the paths that the user gave. */
export interface FoundFile {
  /** As a person would name it: relative to the working directory where it lies below it, with `/`. */
  readonly name: string;
  readonly absolute: string;
  /** Where it lies below the folder (or the fixed part of the glob) that led to it, with `/`. */
  readonly inTree: string;
}

export interface FindOptions {
  readonly cwd: string;
  /** Lower case, with the dot. Folders give only such files; a path or a glob that names a file gives any. */
  readonly extensions: readonly string[];
  /** Absolute folders not to descend into: where the output goes. */
  readonly exclude?: readonly string[];
}

export interface FindResult {
  /** Sorted by path within each argument; a file that two arguments name comes once. */
  readonly files: readonly FoundFile[];
  /** Arguments that led to no file at all. */
  readonly unmatched: readonly string[];
}

/**
 * The files that `paths` name: files, folders (recursively) and globs. A path that exists is taken as it is, so a
 * bracket in a file name is no glob.
 */
export async function findFiles(paths: readonly string[], options: FindOptions): Promise<FindResult> {
  const found = new Map<string, FoundFile>();
  const unmatched: string[] = [];
  for (const path of paths) {
    const matches = await expand(path, options);
    if (matches.length === 0) unmatched.push(path);
    for (const match of matches) if (!found.has(match.absolute)) found.set(match.absolute, match);
  }
  return { files: [...found.values()], unmatched };
}

async function expand(path: string, options: FindOptions): Promise<FoundFile[]> {
  const absolute = resolve(options.cwd, path);
  const stats = await stat(absolute).catch(() => undefined);
  if (stats?.isDirectory() === false) return [describe(absolute, basename(absolute), options.cwd)];
  // Hooks and editors name files; what searches folders is loaded for those who name folders.
  const { filesBelow, isDynamicPattern, splitGlob } = await import('./glob.ts');
  const search = async (pattern: string, folder: string): Promise<FoundFile[]> =>
    (await filesBelow(folder, pattern))
      .map((inTree) => describe(join(folder, inTree), inTree, options.cwd))
      .filter(({ absolute: file }) => !(options.exclude ?? []).some((excluded) => isBelow(file, excluded)));
  if (stats !== undefined) {
    const all = await search('**/*', absolute);
    return all.filter(({ absolute: file }) => options.extensions.includes(extname(file).toLowerCase()));
  }
  if (!isDynamicPattern(path)) return [];
  const { folder, pattern } = splitGlob(path);
  return search(pattern, resolve(options.cwd, folder));
}

function describe(absolute: string, inTree: string, cwd: string): FoundFile {
  return { name: displayName(absolute, cwd), absolute, inTree };
}

/** How messages and reports name a file: relative to `cwd` where it lies below it. */
export function displayName(absolute: string, cwd: string): string {
  return isBelow(absolute, cwd) ? pathFrom(cwd, absolute) : toSlashes(absolute);
}

/** The folder part of a path in a tree, `''` at its root. */
export function folderInTree(inTree: string): string {
  const folder = dirname(inTree);
  return folder === '.' ? '' : folder;
}
