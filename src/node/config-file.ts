import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lilconfig } from 'lilconfig';
import { UsageError } from '../errors.ts';
import { displayName } from './files/find.ts';
import { resolveConfig, type ResolvedConfig } from '../lint/config.ts';

/** The names a configuration may have, in the order they are looked for in each folder. */
export const CONFIG_NAMES = [
  'windproof.config.js',
  'windproof.config.mjs',
  'windproof.config.ts',
  'windproof.config.json',
  'package.json',
];

export interface LoadedConfig {
  readonly config: ResolvedConfig;
  /** The folder that its globs are relative to: where the file lies, else the working directory. */
  readonly folder: string;
  /** The file, where there is one. */
  readonly path?: string;
}

/**
 * The configuration in `given`, else the nearest one from `cwd` upwards, else the recommended rules.
 *
 * @throws {UsageError} when it cannot be loaded, or holds what no configuration may
 */
export async function loadConfig(given: string | undefined, cwd: string): Promise<LoadedConfig> {
  const search = lilconfig('windproof', {
    searchPlaces: CONFIG_NAMES,
    loaders: { '.js': importDefault, '.mjs': importDefault, '.ts': importTypeScript, '.json': parseJson },
    stopDir: '/',
    // A file without content is one half written, not one that says to look further.
    ignoreEmptySearchPlaces: false,
  });
  const found =
    given === undefined
      ? await attempt(() => search.search(cwd))
      : await attempt(() => search.load(given), given);
  if (found === null || found.isEmpty === true) {
    if (found !== null)
      throw new UsageError(`${displayName(found.filepath, cwd)}: the configuration is empty.`);
    return { config: resolveConfig({}, 'the default configuration'), folder: cwd };
  }
  const path = found.filepath;
  return {
    config: resolveConfig(found.config, displayName(path, cwd)),
    folder: resolve(dirname(path)),
    path,
  };
}

async function attempt<T>(load: () => Promise<T>, given?: string): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { message, code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && given !== undefined)
      throw new UsageError(`There is no configuration file ${given}.`);
    const name = given === undefined ? '' : ` ${given}`;
    const reason = code === 'EISDIR' ? 'it is a folder.' : message.split('\n', 1)[0];
    throw new UsageError(`The configuration${name} cannot be loaded: ${reason}`);
  }
}

async function importDefault(path: string): Promise<unknown> {
  try {
    // node keeps what it has imported by its address; --watch asks again for what was written since.
    const { mtimeMs } = await stat(path);
    const loaded = (await import(`${pathToFileURL(path).href}?${mtimeMs}`)) as { default?: unknown };
    return loaded.default;
  } catch (error) {
    throw broken(path, error);
  }
}

/** jiti is loaded only here: most configurations need no compiler. */
async function importTypeScript(path: string): Promise<unknown> {
  const { createJiti } = await import('jiti');
  try {
    return await createJiti(import.meta.url, { moduleCache: false }).import(path, { default: true });
  } catch (error) {
    throw broken(path, error);
  }
}

function parseJson(path: string, content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw broken(path, error);
  }
}

const broken = (path: string, error: unknown): UsageError =>
  new UsageError(
    `${displayName(path, process.cwd())}: ${(error instanceof Error ? error.message : String(error)).split('\n', 1)[0]}`,
  );
