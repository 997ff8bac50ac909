import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { InvariantError } from '../../errors.ts';
import { lint, lintAndFix } from '../../pipeline/lint.ts';
import type { Draw } from '../../ports.ts';
import { loadDraw } from '../draw.ts';
import type { LintJob, LintTask, LintTaskResult } from './job.ts';

/** Loaded once a worker, and only when something is to be fixed. */
let drawing: Promise<Draw> | undefined;

let isUsed = false;

/** Whether this process or thread has linted anything: then what lints is compiled. */
export const hasLinted = (): boolean => isUsed;

/**
 * Lints a batch of icons. Never rejects for an icon's sake: a broken promise of ours becomes its diagnostic.
 *
 * @param within runs the work on one icon; what it throws is passed on
 */
export async function lintBatch(
  { tasks, fix }: LintJob,
  within: <T>(work: () => T) => T = (work) => work(),
): Promise<{ readonly result: readonly LintTaskResult[] }> {
  isUsed = true;
  const draw = fix === undefined ? undefined : await (drawing ??= loadDraw());
  return { result: tasks.map((task) => within(() => lintOne(task, fix, draw))) };
}

/** Lints one icon, and fixes it where a level and a renderer are given. */
export function lintOne(
  { path, text, config }: LintTask,
  level: LintJob['fix'],
  draw: Draw | undefined,
): LintTaskResult {
  try {
    if (level !== undefined && draw !== undefined) return lintAndFix(text, { path, config, level, draw });
    const { diagnostics, facts } = lint(text, { path, config });
    return { diagnostics, facts, fixed: 0 };
  } catch (error) {
    return { diagnostics: [brokenPromise(error)], facts: {}, fixed: 0 };
  }
}

function brokenPromise(error: unknown): Diagnostic {
  const stage = error instanceof InvariantError ? error.stage : 'lint';
  const detail = error instanceof Error ? error.message : String(error);
  return diagnostic('internal-error', { stage, detail }, { start: 0, end: 0 });
}
