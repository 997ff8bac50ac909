import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { UsageError } from '../errors.ts';
import { compareFiles } from '../lint/run.ts';
import { loadConfig, type LoadedConfig } from '../node/config-file.ts';
import { displayName } from '../node/files/find.ts';
import { Ignored } from '../node/files/ignored.ts';
import { startThreads } from '../node/lint-runner.ts';
import type { LintTaskResult } from '../node/pool/job.ts';
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
import { isCached, lintIcons, limitsOf, type LintedIcon, type LintIconsOptions } from './lint-icons.ts';
import { countInSight, isOfGit, lintInputs, pathIn, type LintInput } from './lint-inputs.ts';
import { printLint } from './report/lint.ts';
import { parseOutputs, type ReportOutput } from './report/outputs.ts';
import type { FileReport } from './report/report.ts';
import { ruleOverrides } from './rule-option.ts';
import { STDIN } from './stdin.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';
import { writeFixes } from './write-fixes.ts';

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
  const open = (count: number): Run['pool'] => {
    // Of those that a cache knows none is linted.
    const opening = isCached(args) ? undefined : startThreads(count, limitsOf(args));
    // Where it fails, whoever has work for it says so.
    opening?.catch(() => {});
    return opening;
  };
  let pool = open(isOfGit(args) ? 0 : countInSight(args.paths, cwd));
  try {
    const found = await lintInputs(args, terminal, cwd);
    pool ??= open(found.length);
    return await lintFound(found, { args, outputs, override, loaded, cwd, pool }, terminal);
  } finally {
    const opened = await pool?.catch(() => undefined);
    await opened?.close();
  }
}

/** What holds for one run of the command. */
interface Run extends LintIconsOptions {
  readonly outputs: readonly ReportOutput[];
  readonly cwd: string;
}

async function lintFound(all: readonly LintInput[], run: Run, terminal: Terminal): Promise<number> {
  const { args, outputs, loaded, cwd } = run;
  const inputs = await withoutIgnored(all, loaded);
  if (inputs.length === 0) {
    // A list of files may come from a tool that does not know what is ignored; a folder was chosen.
    const isList = isOfGit(args) || (await areFiles(args.paths, cwd));
    if (!isList) throw new UsageError(`Everything at ${args.paths.join(', ')} is ignored.`);
    terminal.note('windproof: no icon left to lint.');
    return EXIT.clean;
  }

  const documents = await lintDocuments(inputs.filter(isSketch));
  const icons = inputs.filter((input) => !isSketch(input));
  const folder = baselineFolder(loaded, cwd);
  const baselinePath = join(folder, BASELINE_NAME);
  const baseline = await readBaseline(baselinePath);
  const linted = await writeFixes(await lintIcons(icons, run, terminal), args, terminal);
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

/** Every file's findings with those that only the whole set shows, which fixed files have no place for. */
function withSetFindings(linted: readonly LintedIcon[]) {
  const facts = linted.map(({ source, result, config }) => ({ path: source, facts: result.facts, config }));
  const ofSet = compareFiles(facts);
  return linted.map(({ input, source, text, result }) => ({
    input,
    source,
    text: result.output ?? text,
    diagnostics: [...result.diagnostics, ...(ofSet.get(source) ?? [])],
    status: statusOf(result),
  }));
}

function statusOf({ fixed, diagnostics }: LintTaskResult): FileReport['status'] {
  if (diagnostics.some(({ code }) => code === 'unwritable-file')) return 'failed';
  return fixed > 0 ? 'written' : 'unchanged';
}
