import { availableParallelism } from 'node:os';
import type { LintFixResult } from '../pipeline/lint.ts';
import type { LintJob, LintTask } from './pool/job.ts';
import { lintBatch } from './pool/lint-batch.ts';
import type { Pool } from './pool/pool.ts';

export interface LintRunOptions {
  readonly fix?: LintJob['fix'];
  readonly threads?: number | undefined;
  readonly timeLimitSeconds: number;
  readonly onProgress?: (done: number, task: LintTask) => void;
}

/** Icons handed to a worker at a time. */
const BATCH = 32;

/** Fewer icons than this are linted where we are: a thread takes longer to start. */
const WORTH_THREADS = 24;

/**
 * Characters of a text that is always linted in a thread, which can be ended: what takes longer than any icon should is
 * not to be had in fewer, since the work on one is limited by its size.
 */
const WATCHED = 2 ** 16;

/** Lies beside the command line's chunks in dist/. */
const WORKER = new URL('../node/pool/lint-worker.js', import.meta.url);

/**
 * Lints icons, in order of the tasks, in worker threads where there are many or where one is large. A batch that a worker
 * did not survive is done again icon by icon, so that only the culprit fails.
 */
export async function lintAll(tasks: readonly LintTask[], options: LintRunOptions): Promise<LintFixResult[]> {
  // The renderer that a fix needs is loaded with the first one.
  if (tasks.length === 0) return [];
  if (tasks.length >= WORTH_THREADS) return lintInThreads(batches(tasks), options);
  const large = tasks.filter(isLarge);
  const [found, ofLarge] = await Promise.all([
    lintHere(
      tasks.filter((task) => !isLarge(task)),
      options,
    ),
    large.length === 0
      ? []
      : lintInThreads(
          large.map((task) => [task]),
          options,
        ),
  ]);
  return tasks.map((task) => (isLarge(task) ? ofLarge : found).shift() as LintFixResult);
}

const isLarge = ({ text }: LintTask): boolean => text.length > WATCHED;

async function lintHere(tasks: readonly LintTask[], { fix }: LintRunOptions): Promise<LintFixResult[]> {
  if (tasks.length === 0) return [];
  const { result } = await lintBatch({ command: 'lint', tasks, ...(fix === undefined ? {} : { fix }) });
  return [...result];
}

async function lintInThreads(
  work: readonly (readonly LintTask[])[],
  options: LintRunOptions,
): Promise<LintFixResult[]> {
  const { timeLimitSeconds, fix } = options;
  const job = fix === undefined ? {} : { fix };
  const threads = options.threads ?? availableParallelism();
  const { mapConcurrently, Pool } = await import('./pool/pool.ts');
  const pool = new Pool({ worker: WORKER, threads, timeLimitSeconds });
  try {
    let done = 0;
    const results = await mapConcurrently(work, threads, async (batch) => {
      const found = await lintInPool(pool, batch, job);
      done += batch.length;
      options.onProgress?.(done, batch[batch.length - 1] as LintTask);
      return found;
    });
    return results.flat();
  } finally {
    await pool.close();
  }
}

async function lintInPool(
  pool: Pool,
  batch: readonly LintTask[],
  job: Pick<LintJob, 'fix'>,
): Promise<readonly LintFixResult[]> {
  const outcome = await pool.run<LintJob>({ command: 'lint', tasks: batch, ...job });
  if ('result' in outcome) return outcome.result;
  const [only] = batch;
  if (batch.length === 1 && only !== undefined)
    return [{ diagnostics: [outcome.problem], facts: {}, output: only.text, fixed: 0 }];
  const results: LintFixResult[] = [];
  for (const task of batch) results.push(...(await lintInPool(pool, [task], job)));
  return results;
}

function batches<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / BATCH);
  return Array.from({ length: count }, (_, index) => items.slice(index * BATCH, (index + 1) * BATCH));
}
