import { stat } from 'node:fs/promises';
import { basename, dirname, extname, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';

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

/** Never icons of the project at hand, unless the folder itself was asked for. */
const SKIPPED_FOLDERS = ['**/node_modules/**', '**/.git/**'];

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
  if (stats?.isDirectory() === true) {
    const all = await search('**/*', absolute, options);
    return all.filter(({ absolute: file }) => options.extensions.includes(extname(file).toLowerCase()));
  }
  if (stats !== undefined) return [describe(absolute, basename(absolute), options.cwd)];
  if (!isDynamicPattern(path)) return [];
  const { folder, pattern } = splitGlob(path);
  return search(pattern, resolve(options.cwd, folder), options);
}

async function search(pattern: string, folder: string, options: FindOptions): Promise<FoundFile[]> {
  const inTree = await glob(pattern, { cwd: folder, ignore: SKIPPED_FOLDERS, expandDirectories: false });
  const files = inTree.map((path) => describe(resolve(folder, path), toSlashes(path), options.cwd));
  return files
    .filter(({ absolute }) => !(options.exclude ?? []).some((excluded) => isBelow(absolute, excluded)))
    .toSorted((a, b) => (a.inTree < b.inTree ? -1 : 1));
}

/** `a/b/*.svg` is searched from `a/b`, so that its matches keep their tree from there. */
export function splitGlob(path: string): { folder: string; pattern: string } {
  const parts = toSlashes(path).split('/');
  const first = parts.findIndex((part) => isDynamicPattern(part));
  const at = first === -1 ? parts.length - 1 : first;
  const folder = parts.slice(0, at).join('/');
  return { folder: folder === '' && path.startsWith('/') ? '/' : folder, pattern: parts.slice(at).join('/') };
}

function describe(absolute: string, inTree: string, cwd: string): FoundFile {
  return { name: displayName(absolute, cwd), absolute, inTree };
}

/** How messages and reports name a file: relative to `cwd` where it lies below it. */
export function displayName(absolute: string, cwd: string): string {
  return toSlashes(isBelow(absolute, cwd) ? relative(cwd, absolute) : absolute);
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

const toSlashes = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path);

/** The folder part of a path in a tree, `''` at its root. */
export function folderInTree(inTree: string): string {
  const folder = dirname(inTree);
  return folder === '.' ? '' : folder;
}
