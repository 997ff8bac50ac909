import { EventEmitter, once } from 'node:events';
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { UsageError } from '../errors.ts';
import { CONFIG_NAMES } from '../node/config-file.ts';
import { splitGlob } from '../node/files/glob.ts';
import { STDIN } from './stdin.ts';
import type { Terminal } from './terminal.ts';

export interface WatchOptions {
  readonly paths: readonly string[];
  /** An absolute folder that the command itself writes to. */
  readonly out?: string;
}

/** Saving an icon is often several events; a folder of exports is hundreds. */
const QUIET_MS = 100;

const WATCHED = /\.(svg|xml|sketch)$/i;

/** What decides how icons are looked at, in the working directory or a folder above it. */
const DECIDING: ReadonlySet<string> = new Set([...CONFIG_NAMES, '.windproofignore', '.gitignore']);

/**
 * Runs `command`, and again whenever an icon at `paths` or the configuration changes, until the process is ended. A
 * wrong call ends it the first time; later ones (a configuration half written) are told, and waited out.
 */
export async function watching(
  { paths, out }: WatchOptions,
  terminal: Terminal,
  command: () => Promise<number>,
): Promise<never> {
  if (paths.includes(STDIN)) throw new UsageError('--watch watches files, not standard input.');
  const { watch } = await import('chokidar');
  const roots = paths.map((path) => resolve(existsSync(path) ? path : splitGlob(path).folder));
  const cwd = process.cwd();
  const watcher = watch([...roots, cwd, ...decidingAbove(cwd)], {
    ignoreInitial: true,
    ignored: (path, stats) => {
      if (path === cwd || DECIDING.has(basename(path))) return false;
      if (/[\\/](node_modules|\.git)([\\/]|$)/.test(path) || (out !== undefined && isIn(path, out)))
        return true;
      // The working directory itself is there for the configuration alone.
      if (!roots.some((root) => isIn(path, root) || isIn(root, path))) return true;
      return stats?.isFile() === true && !WATCHED.test(path);
    },
  });
  const changes = new EventEmitter();
  let isChanged = false;
  watcher.on('all', () => {
    isChanged = true;
    changes.emit('change');
  });
  await once(watcher, 'ready');
  try {
    await command();
  } catch (error) {
    await watcher.close();
    throw error;
  }
  terminal.note('windproof: watching; Ctrl-C ends.');
  for (;;) {
    // A change while the command ran counts too.
    if (!isChanged) await once(changes, 'change');
    await setTimeout(QUIET_MS);
    isChanged = false;
    try {
      await command();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      terminal.note(`windproof: ${error.message}`);
    }
  }
}

const isIn = (path: string, folder: string): boolean => path === folder || path.startsWith(folder + sep);

function decidingAbove(folder: string): string[] {
  const above = dirname(folder);
  if (above === folder) return [];
  const found = [...DECIDING].map((name) => join(above, name)).filter((path) => existsSync(path));
  return [...found, ...decidingAbove(above)];
}
