import { join } from 'node:path';
import { diagnostic, type Diagnostic, type Fix } from '../diagnostics/diagnostic.ts';
import type { FileConfig } from '../lint/config.ts';
import type { LoadedConfig } from '../node/config-file.ts';
import { LintCache } from '../node/lint-cache.ts';
import { lintAll, type LintLimits } from '../node/lint-runner.ts';
import type { LintTask, LintTaskResult } from '../node/pool/job.ts';
import type { Pool } from '../node/pool/pool.ts';
import type { LintArgs } from './commands/lint.ts';
import { pathIn, type LintInput } from './lint-inputs.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

/** One icon with what was found in it. */
export interface LintedIcon {
  readonly input: LintInput;
  readonly source: string;
  readonly config: FileConfig;
  readonly text: string;
  readonly result: LintTaskResult;
}

export interface LintIconsOptions {
  readonly args: LintArgs;
  readonly loaded: LoadedConfig;
  /** What the command line makes of a file's configuration. */
  readonly override: (config: FileConfig) => FileConfig;
  /** Where threads were started already. */
  readonly pool: Promise<Pool> | undefined;
}

/** Lints the icons, in their order; of those that the cache knows it takes what was found before. Writes no icon. */
export async function lintIcons(
  inputs: readonly LintInput[],
  { args, loaded, override, pool }: LintIconsOptions,
  terminal: Terminal,
): Promise<LintedIcon[]> {
  const level = levelOf(args);
  const cache = isCached(args)
    ? await LintCache.open(join(loaded.folder, 'node_modules/.cache/windproof'), version)
    : undefined;

  const results: LintedIcon[] = [];
  const linted: { readonly index: number; readonly key: string | undefined }[] = [];
  const settled = settledConfigs(override, cache);
  /** Reads the icons one by one; those of which nothing is known yet are to be linted. */
  async function* tasks(): AsyncGenerator<LintTask> {
    for (const [index, input] of inputs.entries()) {
      const path = pathIn(loaded.folder, input);
      const { config, hash } = settled(loaded.config.forFile(path));
      const read = await input.read();
      const found = (text: string, result: LintTaskResult): void => {
        results[index] = { input, source: input.name, config, text, result };
      };
      if ('problem' in read) {
        found('', failed(read.problem));
        continue;
      }
      const { text } = read;
      if (level !== undefined && !read.utf8) {
        found(text, failed(diagnostic('not-utf8', {}, { start: 0, end: 0 })));
        continue;
      }
      const key = hash === undefined ? undefined : cache?.keyOf(path, text, hash);
      const known = key === undefined ? undefined : cache?.get(key);
      if (known !== undefined) {
        found(text, { ...known, fixed: 0 });
        continue;
      }
      found(text, failed());
      linted.push({ index, key });
      yield { path, text, config };
    }
  }

  const found = await lintAll(tasks(), {
    ...limitsOf(args),
    pool,
    ...(level === undefined ? {} : { fix: level }),
    onProgress: (count, { path }) => terminal.progress(`linting ${count} of ${inputs.length}  ${path}`),
  });
  terminal.progress('');
  for (const [at, { index, key }] of linted.entries()) {
    const result = found[at] as LintTaskResult;
    results[index] = { ...(results[index] as LintedIcon), result };
    if (key !== undefined) cache?.set(key, { diagnostics: result.diagnostics, facts: result.facts });
  }
  await cache?.save();
  return results;
}

/** What is said of an icon that could not be linted, or written. */
export const failed = (...diagnostics: Diagnostic[]): LintTaskResult => ({
  diagnostics,
  facts: {},
  fixed: 0,
});

interface SettledConfig {
  readonly config: FileConfig;
  /** Where there is a cache. */
  readonly hash: string | undefined;
}

/** Configurations as the command line overrides them, each worked out once for all the files that share it. */
function settledConfigs(
  override: (config: FileConfig) => FileConfig,
  cache: LintCache | undefined,
): (config: FileConfig) => SettledConfig {
  const known = new Map<FileConfig, SettledConfig>();
  return (given) => {
    const before = known.get(given);
    if (before !== undefined) return before;
    const config = override(given);
    const settled = { config, hash: cache?.hashOf(JSON.stringify(config)) };
    known.set(given, settled);
    return settled;
  };
}

const levelOf = ({ fix, fixDryRun, unsafe }: LintArgs): Fix['safety'] | undefined =>
  fix || fixDryRun ? (unsafe ? 'unsafe' : 'safe') : undefined;

/** Whether what was found before is taken from the cache. Fixes are made anew, since they are what the text lacks. */
export const isCached = (args: LintArgs): boolean =>
  levelOf(args) === undefined && (args.cache ?? (args.staged || args.watch));

export const limitsOf = ({ threads, timeLimit }: LintArgs): LintLimits => ({
  threads,
  timeLimitSeconds: timeLimit ?? 30,
});
