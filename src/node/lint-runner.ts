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

/** Lies beside the command line's chunks in dist/. */
const WORKER = new URL('../node/pool/lint-worker.js', import.meta.url);

/**
 * Lints icons, in order of the tasks, in worker threads where there are many. A batch that a worker did not survive is
 * done again icon by icon, so that only the culprit fails.
 */
export async function lintAll(tasks: readonly LintTask[], options: LintRunOptions): Promise<LintFixResult[]> {
  // The renderer that a fix needs is loaded with the first one.
  if (tasks.length === 0) return [];
  const job = options.fix === undefined ? {} : { fix: options.fix };
  if (tasks.length < WORTH_THREADS) {
    const outcome = await lintBatch({ command: 'lint', tasks, ...job });
    if ('result' in outcome) return [...outcome.result];
  }
  const { timeLimitSeconds } = options;
  const threads = options.threads ?? availableParallelism();
  const { mapConcurrently, Pool } = await import('./pool/pool.ts');
  const pool = new Pool({ worker: WORKER, threads, timeLimitSeconds });
  try {
    let done = 0;
    const results = await mapConcurrently(batches(tasks), threads, async (batch) => {
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
