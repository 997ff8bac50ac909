import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { diagnostic, type Diagnostic, type Fix } from '../diagnostics/diagnostic.ts';
import { UsageError } from '../errors.ts';
import type { FileConfig } from '../lint/config.ts';
import { compareFiles } from '../lint/run.ts';
import type { LintFixResult } from '../pipeline/lint.ts';
import { loadConfig, type LoadedConfig } from '../node/config-file.ts';
import { displayName } from '../node/files/find.ts';
import { Ignored } from '../node/files/ignored.ts';
import { pathFrom } from '../node/files/path-from.ts';
import { systemReason } from '../node/files/read.ts';
import { writeWhole } from '../node/files/write.ts';
import { LintCache } from '../node/lint-cache.ts';
import { lintAll, startThreads, type LintLimits } from '../node/lint-runner.ts';
import type { LintTask } from '../node/pool/job.ts';
import {
  BASELINE_NAME,
  baselineFolder,
  pruned,
  readBaseline,
  withAll,
  withoutBaseline,
  writeBaseline,
} from './baseline.ts';
import type { LintArgs } from './commands/lint.ts';
import { EXIT } from './exit.ts';
import { isSketch } from './is-sketch.ts';
import { lintInputs, type LintInput } from './lint-inputs.ts';
import { printLint } from './report/lint.ts';
import { parseOutputs, type ReportOutput } from './report/outputs.ts';
import type { FileReport } from './report/report.ts';
import { ruleOverrides } from './rule-option.ts';
import { STDIN } from './stdin.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

/** One icon with what was found in it. */
interface Linted {
  readonly input: LintInput;
  readonly source: string;
  readonly config: FileConfig;
  readonly text: string;
  readonly result: LintFixResult;
}

/** `windproof lint`: looks, and with `--fix` mends. Gives the exit code. */
export async function lintFiles(args: LintArgs, terminal: Terminal): Promise<number> {
  checkCombinations(args);
  const once = (): Promise<number> => lintOnce(args, terminal);
  if (!args.watch) return once();
  const { watching } = await import('./watch.ts');
  return watching({ paths: args.paths }, terminal, once);
}

async function lintOnce(args: LintArgs, terminal: Terminal): Promise<number> {
  const outputs = parseOutputs(args.format);
  const override = ruleOverrides(args.rule);
  const cwd = process.cwd();
  const loaded = await loadConfig(args.config, cwd);
  const found = await lintInputs(args, terminal, cwd);
  // Of those that a cache knows none is linted.
  const pool = isCached(args) ? undefined : startThreads(found.length, limitsOf(args));
  try {
    return await lintFound(found, { args, outputs, override, loaded, cwd, pool }, terminal);
  } finally {
    await (await pool)?.close();
  }
}

/** What holds for one run of the command. */
interface Run {
  readonly args: LintArgs;
  readonly outputs: readonly ReportOutput[];
  readonly override: (config: FileConfig) => FileConfig;
  readonly loaded: LoadedConfig;
  readonly cwd: string;
  /** Where threads were started already. */
  readonly pool: ReturnType<typeof startThreads>;
}

async function lintFound(all: readonly LintInput[], run: Run, terminal: Terminal): Promise<number> {
  const { args, outputs, loaded, cwd } = run;
  const inputs = await withoutIgnored(all, loaded);
  if (inputs.length === 0) {
    // A list of files may come from a tool that does not know what is ignored; a folder was chosen.
    const isList = args.staged || args.changed !== undefined || (await areFiles(args.paths, cwd));
    if (!isList) throw new UsageError(`Everything at ${args.paths.join(', ')} is ignored.`);
    terminal.note('windproof: no icon left to lint.');
    return EXIT.clean;
  }

  const documents = await lintDocuments(inputs.filter(isSketch));
  const icons = inputs.filter((input) => !isSketch(input));
  const folder = baselineFolder(loaded, cwd);
  const baselinePath = join(folder, BASELINE_NAME);
  const baseline = await readBaseline(baselinePath);
  const linted = await writeFixes(await lintInputsNow(icons, run, terminal), args, terminal);
  const fixed = linted.reduce((sum, { result }) => sum + result.fixed, 0);
  const files = [...withSetFindings(linted), ...documents].map((file) => ({
    ...file,
    path: pathIn(folder, file.input),
  }));
  if (args.suppressAll) {
    await writeBaseline(baselinePath, withAll(baseline, files));
    terminal.note(`windproof: wrote ${displayName(baselinePath, cwd)}.`);
    return EXIT.clean;
  }
  if (args.prune) await writeBaseline(baselinePath, pruned(baseline, files, folder));

  const counted = files.map((file) => ({ ...file, diagnostics: withoutBaseline(file, baseline) }));
  const shown = args.quiet
    ? counted.map((file) => ({ ...file, diagnostics: file.diagnostics.filter(isError) }))
    : counted;
  const report = { files: shown, fixed, dryRun: args.fixDryRun };
  await printLint(report, outputs, isIconPrinted(args) ? aside(terminal) : terminal, version);
  const found = counted.flatMap(({ diagnostics }) => diagnostics);
  // --quiet hides warnings from the report, not from the limit.
  const warnings = found.filter(({ severity }) => severity === 'warning').length;
  const isOver = warnings > (args.maxWarnings ?? Infinity);
  if (isOver)
    terminal.note(`windproof: more warnings (${warnings}) than --max-warnings ${args.maxWarnings}.`);
  return isOver || found.some(isError) ? EXIT.problems : EXIT.clean;
}

/** What reads .sketch documents is loaded for them alone. */
async function lintDocuments(inputs: readonly LintInput[]) {
  if (inputs.length === 0) return [];
  const { lintSketch } = await import('./lint-sketch.ts');
  return Promise.all(inputs.map(async (input) => ({ ...(await lintSketch(input)), input })));
}

/** Whether standard output carries the icon that came in on standard input. */
const isIconPrinted = ({ fix, paths }: LintArgs): boolean => fix && paths.includes(STDIN);

/** Standard output is an icon's: reports go to standard error. */
const aside = (terminal: Terminal): Terminal => ({ ...terminal, print: terminal.note });

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';

async function areFiles(paths: readonly string[], cwd: string): Promise<boolean> {
  const found = await Promise.all(paths.map((path) => stat(resolve(cwd, path)).catch(() => undefined)));
  return found.every((stats) => stats?.isFile() === true);
}

function checkCombinations(args: LintArgs): void {
  if (args.unsafe && !args.fix && !args.fixDryRun)
    throw new UsageError('--unsafe goes with --fix or --fix-dry-run.');
  if (args.staged && args.changed !== undefined)
    throw new UsageError('Take --staged or --changed, not both.');
  if (args.staged && args.fix)
    throw new UsageError('--staged only looks; windproof hook fixes what is staged.');
  if (args.watch && (args.staged || args.changed !== undefined))
    throw new UsageError('--watch goes with paths, not with --staged or --changed.');
  if (args.suppressAll && args.prune) throw new UsageError('Take --suppress-all or --prune, not both.');
  if (args.suppressAll && (args.fix || args.fixDryRun))
    throw new UsageError('--suppress-all lives with what is found; fix first, then suppress the rest.');
  if (isIconPrinted(args) && args.paths.length > 1)
    throw new UsageError('With --fix, standard input comes alone.');
}

/** Without what the configuration or an ignore file leaves out. */
async function withoutIgnored(inputs: readonly LintInput[], loaded: LoadedConfig): Promise<LintInput[]> {
  const ignored = new Ignored();
  const kept = await Promise.all(
    inputs.map(async (input) => {
      if (input.absolute === undefined) return true;
      return !loaded.config.ignores(pathIn(loaded.folder, input)) && !(await ignored.has(input.absolute));
    }),
  );
  return inputs.filter((_, index) => kept[index]);
}

const levelOf = ({ fix, fixDryRun, unsafe }: LintArgs): Fix['safety'] | undefined =>
  fix || fixDryRun ? (unsafe ? 'unsafe' : 'safe') : undefined;

const isCached = (args: LintArgs): boolean =>
  levelOf(args) === undefined && (args.cache ?? (args.staged || args.watch));

const limitsOf = ({ threads, timeLimit }: LintArgs): LintLimits => ({
  threads,
  timeLimitSeconds: timeLimit ?? 30,
});

async function lintInputsNow(
  inputs: readonly LintInput[],
  { args, loaded, override, pool }: Run,
  terminal: Terminal,
): Promise<Linted[]> {
  const level = levelOf(args);
  const cache = isCached(args)
    ? await LintCache.open(join(loaded.folder, 'node_modules/.cache/windproof'), version)
    : undefined;

  const results: Linted[] = [];
  const linted: { readonly index: number; readonly key: string | undefined }[] = [];
  const settled = settledConfigs(override);
  /** Reads the icons one by one; those of which nothing is known yet are to be linted. */
  async function* tasks(): AsyncGenerator<LintTask> {
    for (const [index, input] of inputs.entries()) {
      const path = pathIn(loaded.folder, input);
      const { config, text: configText } = settled(loaded.config.forFile(path));
      const read = await input.read();
      const found = (text: string, result: LintFixResult): void => {
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
      const key = cache?.keyOf(path, text, configText());
      const known = key === undefined ? undefined : cache?.get(key);
      if (known !== undefined) {
        found(text, { ...known, output: text, fixed: 0 });
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
    const result = found[at] as LintFixResult;
    results[index] = { ...(results[index] as Linted), result };
    if (key !== undefined) cache?.set(key, { diagnostics: result.diagnostics, facts: result.facts });
  }
  await cache?.save();
  return results;
}

const failed = (...diagnostics: Diagnostic[]): LintFixResult => ({
  diagnostics,
  facts: {},
  output: '',
  fixed: 0,
});

interface SettledConfig {
  readonly config: FileConfig;
  readonly text: () => string;
}

/** Configurations as the command line overrides them, each worked out and written once for all the files that share it. */
function settledConfigs(override: (config: FileConfig) => FileConfig): (config: FileConfig) => SettledConfig {
  const known = new Map<FileConfig, SettledConfig>();
  return (given) => {
    const before = known.get(given);
    if (before !== undefined) return before;
    const config = override(given);
    let text: string | undefined;
    const settled = { config, text: () => (text ??= JSON.stringify(config)) };
    known.set(given, settled);
    return settled;
  };
}

/** Every file's findings with those that only the whole set shows, which fixed files have no place for. */
function withSetFindings(linted: readonly Linted[]) {
  const facts = linted.map(({ source, result, config }) => ({ path: source, facts: result.facts, config }));
  const ofSet = compareFiles(facts);
  return linted.map(({ input, source, text, result }) => ({
    input,
    source,
    text: result.fixed > 0 ? result.output : text,
    diagnostics: [...result.diagnostics, ...(ofSet.get(source) ?? [])],
    status: statusOf(result),
  }));
}

function statusOf({ fixed, diagnostics }: LintFixResult): FileReport['status'] {
  if (diagnostics.some(({ code }) => code === 'unwritable-file')) return 'failed';
  return fixed > 0 ? 'written' : 'unchanged';
}

/** Writes what was fixed, or shows it. An icon that cannot be written stays as it was, which is what is left to say of it. */
async function writeFixes(linted: readonly Linted[], args: LintArgs, terminal: Terminal): Promise<Linted[]> {
  const written: Linted[] = [];
  for (const icon of linted) {
    const { input, source, text, result } = icon;
    written.push(icon);
    // Whoever reads the icon wants it whether or not there was anything to fix.
    if (input.absolute === undefined && args.fix) terminal.print((result.output || text).trimEnd());
    if (result.fixed === 0) continue;
    if (args.fixDryRun) {
      const { printDiff } = await import('./report/diff.ts');
      const diff = printDiff(source, text, result.output, { color: process.stdout.hasColors?.() === true });
      // A report for programs stays alone on standard output.
      if (args.format.includes('pretty')) terminal.print(`${diff}\n`);
      else terminal.note(`${diff}\n`);
    } else if (input.absolute !== undefined) {
      await writeWhole(input.absolute, result.output).catch((error: unknown) => {
        const fault = { path: source, reason: systemReason(error) };
        const unwritable = diagnostic('unwritable-file', fault, { start: 0, end: 0 });
        written[written.length - 1] = { ...icon, result: { ...failed(unwritable), facts: result.facts } };
      });
    }
  }
  return written;
}

/** How a configuration or a baseline in `folder` knows the file. */
const pathIn = (folder: string, { absolute, name }: LintInput): string =>
  absolute === undefined ? name : pathFrom(folder, absolute);
