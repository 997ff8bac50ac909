import { readdirSync, type Dirent } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { displayName } from '../node/files/find.ts';
import { pathFrom } from '../node/files/path-from.ts';
import { decodeSource, readSource } from '../node/files/read.ts';
import { gitAt } from '../node/git/git.ts';
import { changedPaths, readBlobs, stagedEntries } from '../node/git/index-entries.ts';
import type { LintArgs } from './commands/lint.ts';
import { gatherInputs, type Input } from './inputs.ts';
import { isIconPath, isOtherXml, withoutOtherXml } from './icon-path.ts';
import { isSketchPath } from './is-sketch.ts';
import type { Terminal } from './terminal.ts';

export interface LintInput extends Input {
  /** A file's content where it is not the working file's. */
  readonly bytes?: Uint8Array;
}

/** SVG and Sketch documents always; XML only where it is a drawable, which its folder says. */
const EXTENSIONS = ['.svg', '.sketch', '.xml'];

/** Paths of a call that people type; longer lists come from shells and programs, and are mostly files. */
const FEW_PATHS = 8;

/**
 * How many icons `paths` seem to lead to, by one look at the folders and those in them: it takes a millisecond, where
 * the search takes fifty.
 */
export function countInSight(paths: readonly string[], cwd: string): number {
  if (paths.length > FEW_PATHS) return paths.length;
  const look = (folder: string, levels: number): number =>
    entriesOf(folder).reduce((count, entry) => {
      if (entry.isDirectory() && levels > 0) return count + look(join(folder, entry.name), levels - 1);
      return /\.svg$/i.test(entry.name) ? count + 1 : count;
    }, 0);
  return paths.reduce((count, path) => count + look(resolve(cwd, path), 1), 0);
}

/** None for what is no folder, or cannot be read: the search will say so. */
function entriesOf(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Whether git says which icons are linted. */
export const isOfGit = ({ staged, changed }: LintArgs): boolean => staged || changed !== undefined;

/** What the paths name, or what git says has changed below them. */
export async function lintInputs(args: LintArgs, terminal: Terminal, cwd: string): Promise<LintInput[]> {
  if (!isOfGit(args)) {
    // Editors give the whole path; configurations know files from their own folder.
    const { stdinFilename: given } = args;
    const stdinFilename = isAbsolute(given) ? displayName(given, cwd) : given;
    const options = { cwd, stdinFilename, extensions: EXTENSIONS };
    const asked = new Set(args.paths.map((path) => resolve(cwd, path)));
    const inputs = await gatherInputs(args.paths, terminal, options);
    // A file that was named is linted whatever it is called.
    const icons = inputs.filter(
      ({ absolute }) => absolute === undefined || asked.has(absolute) || isLinted(absolute),
    );
    if (icons.length === 0) throw new UsageError(`Nothing to lint at ${args.paths.join(', ')}.`);
    return withoutOtherXml(icons, args.paths, cwd);
  }
  const tree = await gitAt(cwd);
  const { git, root } = tree;
  const isAsked = (absolute: string): boolean =>
    args.paths.length === 0 ||
    args.paths.some((path) => {
      const asked = join(cwd, path);
      return absolute === asked || absolute.startsWith(`${asked}/`);
    });
  if (args.staged) {
    const entries = (await stagedEntries(tree)).filter(
      ({ path }) => isLinted(path) && isAsked(join(root, path)),
    );
    const blobs = await readBlobs(
      git,
      entries.map(({ oid }) => oid),
    );
    return entries.flatMap(({ path }, index) => {
      const bytes = blobs[index] as Buffer;
      const source = decodeSource(bytes);
      if (!('problem' in source) && isOtherXml(path, source.text)) return [];
      const absolute = join(root, path);
      const name = displayName(absolute, cwd);
      return [{ name, absolute, inTree: name, bytes, read: () => Promise.resolve(source) }];
    });
  }
  const ref = args.changed === '' || args.changed === undefined ? 'HEAD' : args.changed;
  const paths = await changedPaths(git, ref).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--changed ${ref}: git says "${reason.replace(/^fatal: /, '').split('\n')[0]}".`);
  });
  const inputs = paths
    .map((path) => join(root, path))
    .filter((absolute) => isLinted(absolute) && isAsked(absolute))
    .map((absolute) => {
      const name = displayName(absolute, cwd);
      return { name, absolute, inTree: name, read: () => readSource(absolute) };
    });
  return withoutOtherXml(inputs, [], cwd);
}

const isLinted = (path: string): boolean => isIconPath(path) || isSketchPath(path);

/** How a configuration or a baseline in `folder` knows the file. */
export const pathIn = (folder: string, { absolute, name }: LintInput): string =>
  absolute === undefined ? name : pathFrom(folder, absolute);
