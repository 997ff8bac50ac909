import { UsageError } from '../errors.ts';
import { findFiles } from '../node/files/find.ts';
import { decodeSource, readSource, type ReadResult } from '../node/files/read.ts';
import { STDIN, STDIN_FILENAME } from './stdin.ts';
import type { Terminal } from './terminal.ts';

/** One icon to treat: a file, or what comes in on standard input. */
export interface Input {
  readonly name: string;
  /** Absent for standard input. */
  readonly absolute?: string;
  readonly inTree: string;
  readonly read: () => Promise<ReadResult>;
}

export interface InputOptions {
  readonly cwd: string;
  readonly stdinFilename: string;
  readonly extensions: readonly string[];
  readonly exclude?: readonly string[];
}

/** What `paths` name. Throws a UsageError when one of them leads to nothing. */
export async function gatherInputs(
  paths: readonly string[],
  terminal: Terminal,
  options: InputOptions,
): Promise<Input[]> {
  if (paths.length === 0) {
    throw new UsageError('Name the icons: files, folders or globs, or - for standard input.');
  }
  if (!paths.includes(STDIN) && options.stdinFilename !== STDIN_FILENAME)
    throw new UsageError('--stdin-filename goes with -, which is standard input.');
  const { files, unmatched } = await findFiles(
    paths.filter((path) => path !== STDIN),
    options,
  );
  if (unmatched.length > 0) {
    throw new UsageError(`Nothing found at ${unmatched.map((path) => `"${path}"`).join(', ')}.`);
  }
  const inputs: Input[] = files.map((file) => ({ ...file, read: () => readSource(file.absolute) }));
  if (!paths.includes(STDIN)) return inputs;
  const stdin = {
    name: options.stdinFilename,
    inTree: options.stdinFilename,
    read: async () => decodeSource(await terminal.readInput()),
  };
  return [stdin, ...inputs];
}
