import { access } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '../errors.ts';

/** The names that svgo itself looks for, in its order. */
const NAMES = ['svgo.config.js', 'svgo.config.mjs', 'svgo.config.cjs'];

/**
 * The absolute path of svgo's configuration: `given`, or else the nearest one from `cwd` upwards. It is loaded once
 * here, so that a broken one is said before any icon is touched: throws a UsageError.
 */
export async function findSvgoConfig(given: string | undefined, cwd: string): Promise<string | undefined> {
  const path = given === undefined ? await searchUpwards(cwd) : resolve(cwd, given);
  if (path !== undefined) await loadSvgoConfig(path);
  return path;
}

/** svgo's configuration in the file at `path`. Throws a UsageError when it does not load or holds no object. */
export async function loadSvgoConfig(path: string): Promise<object> {
  let loaded: { default?: unknown };
  try {
    loaded = (await import(pathToFileURL(path).href)) as { default?: unknown };
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0];
    throw new UsageError(`The svgo configuration ${path} cannot be loaded: ${reason}`);
  }
  const config = loaded.default;
  if (typeof config === 'object' && config !== null && !Array.isArray(config)) return config;
  throw new UsageError(`The svgo configuration ${path} exports no object.`);
}

async function searchUpwards(cwd: string): Promise<string | undefined> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    for (const name of NAMES) {
      const path = join(folder, name);
      if (
        await access(path).then(
          () => true,
          () => false,
        )
      )
        return path;
    }
    if (dirname(folder) === folder) return undefined;
  }
}
