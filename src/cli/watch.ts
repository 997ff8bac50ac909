import { EventEmitter, once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { UsageError } from '../errors.ts';
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

const WATCHED = /\.(svg|xml|sketch)$|windproof\.config\.[a-z]+$/i;

/**
 * Runs `command`, and again whenever an icon or the configuration at `paths` changes, until the process is ended. A
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
  const watcher = watch(roots, {
    ignoreInitial: true,
    ignored: (path, stats) =>
      /[\\/](node_modules|\.git)([\\/]|$)/.test(path) ||
      path === out ||
      (out !== undefined && path.startsWith(out + sep)) ||
      (stats?.isFile() === true && !WATCHED.test(path)),
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
