import { join } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { compareFiles } from '../lint/run.ts';
import { loadConfig, type LoadedConfig } from '../node/config-file.ts';
import { Ignored } from '../node/files/ignored.ts';
import { pathFrom } from '../node/files/path-from.ts';
import { decodeSource } from '../node/files/read.ts';
import { applyToIndex, type FixedEntry } from '../node/git/apply.ts';
import type { WorkTree } from '../node/git/git.ts';
import type { IndexEntry } from '../node/git/index-entries.ts';
import { lintAll } from '../node/lint-runner.ts';
import type { LintTask, LintTaskResult } from '../node/pool/job.ts';
import { BASELINE_NAME, readBaseline, withoutBaseline } from './baseline.ts';
import { EXIT } from './exit.ts';
import type { HookOptions } from './hook.ts';
import { isOtherXml } from './icon-path.ts';
import type { Terminal } from './terminal.ts';

const START = { start: 0, end: 0 };

/** An icon as the index has it. */
export interface StagedFile {
  readonly entry: IndexEntry;
  readonly bytes: Uint8Array;
}

interface StagedIcon {
  readonly entry: IndexEntry;
  readonly task: LintTask;
  readonly result: LintTaskResult;
}

/** Lints `staged`, says what is wrong, and puts the safe fixes into the index; gives the exit code. */
export async function judgeStaged(
  staged: readonly StagedFile[],
  tree: WorkTree,
  options: HookOptions,
  terminal: Terminal,
): Promise<number> {
  const { root } = tree;
  const loaded = await loadConfig(options.config, root);
  const { config, folder } = loaded;
  const tasks: LintTask[] = [];
  const unreadable: { path: string; problem: Diagnostic }[] = [];
  const linted: IndexEntry[] = [];
  for (const { entry, bytes } of await withoutIgnored(staged, loaded, root)) {
    const source = decodeSource(bytes);
    if ('problem' in source) unreadable.push({ path: entry.path, problem: source.problem });
    else if (isOtherXml(entry.path, source.text)) continue;
    else if (!source.utf8) unreadable.push({ path: entry.path, problem: diagnostic('not-utf8', {}, START) });
    else {
      linted.push(entry);
      const path = pathIn(folder, root, entry.path);
      tasks.push({ path, text: source.text, config: config.forFile(path) });
    }
  }

  const icons = await lintStaged(linted, tasks, options.fix);
  const ofSet = compareFiles(
    icons.map(({ entry, task, result }) => ({ path: entry.path, facts: result.facts, config: task.config })),
  );
  const baseline = await readBaseline(join(folder, BASELINE_NAME));
  const files = [
    ...icons.map(({ entry: { path }, task, result }) => {
      const diagnostics = [...result.diagnostics, ...(ofSet.get(path) ?? [])];
      return {
        source: path,
        text: result.output ?? task.text,
        diagnostics: withoutBaseline({ path: task.path ?? path, diagnostics }, baseline),
        status: 'unchanged' as const,
      };
    }),
    ...unreadable.map(({ path, problem }) => ({
      source: path,
      text: '',
      diagnostics: [problem],
      status: 'failed' as const,
    })),
  ];
  const found = files.flatMap(({ diagnostics }) => diagnostics);
  const count = (severity: Diagnostic['severity']): number =>
    found.filter((each) => each.severity === severity).length;
  const isStopped = count('error') > 0 || count('warning') > (options.maxWarnings ?? Infinity);
  if (found.length > 0) {
    const { printLint } = await import('./report/lint.ts');
    const { version } = await import('./version.ts');
    await printLint({ files, fixed: 0, dryRun: false }, [{ format: 'pretty' }], terminal, version);
  }
  if (isStopped) {
    terminal.note('windproof: commit stopped; nothing was changed.');
    return EXIT.problems;
  }
  await applyFixes(icons, tree, terminal);
  return EXIT.clean;
}

/** Without what the configuration or an ignore file leaves out. */
async function withoutIgnored(
  staged: readonly StagedFile[],
  { config, folder }: LoadedConfig,
  root: string,
): Promise<StagedFile[]> {
  const ignored = new Ignored();
  const isKept = await Promise.all(
    staged.map(
      async ({ entry: { path } }) =>
        !config.ignores(pathIn(folder, root, path)) && !(await ignored.has(join(root, path))),
    ),
  );
  return staged.filter((_, index) => isKept[index]);
}

/** A path of the work tree as the configuration's globs see it: from the folder that the configuration lies in. */
const pathIn = (folder: string, root: string, path: string): string => pathFrom(folder, join(root, path));

/** Looks first: the renderer that proves fixes is loaded only where there is something to fix. */
async function lintStaged(
  entries: readonly IndexEntry[],
  tasks: readonly LintTask[],
  fix: boolean,
): Promise<StagedIcon[]> {
  const limits = { timeLimitSeconds: 30 };
  const results = await lintAll(tasks, limits);
  const fixable = tasks
    .map((task, index) => ({ task, index }))
    .filter(({ index }) => fix && results[index]?.diagnostics.some((found) => found.fix?.safety === 'safe'));
  const fixed = await lintAll(
    fixable.map(({ task }) => task),
    { ...limits, fix: 'safe' },
  );
  for (const [at, { index }] of fixable.entries()) results[index] = fixed[at] as LintTaskResult;
  return entries.map((entry, index) => ({
    entry,
    task: tasks[index] as LintTask,
    result: results[index] as LintTaskResult,
  }));
}

async function applyFixes(icons: readonly StagedIcon[], tree: WorkTree, terminal: Terminal): Promise<void> {
  const changed = icons.flatMap(({ entry, task, result: { output } }): FixedEntry[] =>
    output === undefined || output === task.text ? [] : [{ entry, content: output }],
  );
  if (changed.length === 0) return;
  const { both, indexOnly } = await applyToIndex(tree, changed);
  if (both.length > 0) terminal.note(`windproof: fixed ${both.join(', ')}.`);
  if (indexOnly.length > 0) {
    terminal.note(
      `windproof: fixed only what is staged of ${indexOnly.join(', ')}: the working file has changes of its own.`,
    );
  }
}
