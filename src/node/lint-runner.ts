import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LintJob, LintTask, LintTaskResult } from './pool/job.ts';
import { lintBatch } from './pool/lint-batch.ts';
import type { Pool } from './pool/pool.ts';
import { OverTime, withinTime } from './within-time.ts';

export interface LintLimits {
  readonly threads?: number | undefined;
  readonly timeLimitSeconds: number;
}

export interface LintRunOptions extends LintLimits {
  readonly fix?: LintJob['fix'];
  /** Threads to use, which are left running; else it starts threads of its own where it needs them. */
  readonly pool?: Promise<Pool> | undefined;
  readonly onProgress?: (done: number, task: LintTask) => void;
}

/** Icons handed to a worker at a time. */
const BATCH = 32;

/** Fewer icons than this are linted where we are: a thread takes longer to start. */
const WORTH_THREADS = 24;

/** Characters of a text that is always linted in a thread, whose memory is limited: the work on an icon grows with it. */
const WATCHED = 2 ** 16;

/** Lies beside the command line's chunks in dist/. */
const WORKER = new URL('../node/pool/lint-worker.js', import.meta.url);

/**
 * Opens a pool for `count` icons or more, and starts the threads that those need, which load what lints while it is found
 * out which icons there are; undefined where none would be needed. Whoever opens it closes it.
 */
export function startThreads(count: number, limits: LintLimits): Promise<Pool> | undefined {
  if (count < WORTH_THREADS) return undefined;
  // More would find no batch left.
  return openPool(limits, Math.ceil(count / BATCH));
}

let isOpened = false;

/** Whether threads were started, which have changed the options of V8 for the whole process. */
export const hasOpenedThreads = (): boolean => isOpened;

async function openPool(limits: LintLimits, startNow = 0): Promise<Pool> {
  isOpened = true;
  const { Pool: Threads } = await import('./pool/pool.ts');
  return new Threads({ worker: WORKER, ...limits, startNow });
}

/**
 * Lints icons, in order of the tasks, in worker threads where there are many or where one is large. A batch that a worker
 * did not survive is done again icon by icon, so that only the culprit fails.
 *
 * @param tasks taken as they are needed: the first icons are linted while the last are read
 */
export async function lintAll(
  tasks: Iterable<LintTask> | AsyncIterable<LintTask>,
  options: LintRunOptions,
): Promise<LintTaskResult[]> {
  const source = each(tasks);
  const few = await take(source, WORTH_THREADS);
  if (few.length === WORTH_THREADS) return lintInThreads(batches(few, source), options);
  const large = few.filter(isLarge);
  // One after the other: while this thread is at work it hears nothing of the others, whose time would run out.
  const found = await lintHere(
    few.filter((task) => !isLarge(task)),
    options,
  );
  const ofLarge = large.length === 0 ? [] : await lintInThreads(alone(large), options);
  return few.map((task) => (isLarge(task) ? ofLarge : found).shift() as LintTaskResult);
}

async function* each<T>(items: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  yield* items;
}

/** The next `most` of what is left; fewer where it ends. */
async function take<T>(source: AsyncIterator<T>, most: number): Promise<T[]> {
  const taken: T[] = [];
  while (taken.length < most) {
    const { done, value } = await source.next();
    if (done === true) break;
    taken.push(value as T);
  }
  return taken;
}

/** What was taken already, then the rest, of which one batch is read ahead: no thread waits for it. */
async function* batches<T>(taken: readonly T[], rest: AsyncIterator<T>): AsyncGenerator<T[]> {
  let batch = [...taken, ...(await take(rest, BATCH - taken.length))];
  while (batch.length > 0) {
    const ahead = take(rest, BATCH);
    yield batch;
    batch = await ahead;
  }
}

const isLarge = ({ text }: LintTask): boolean => text.length > WATCHED;

/** Set where an icon was broken off: what it left half done, such as a drawing, is not built upon in this thread. */
let isBrokenOff = false;

async function lintHere(tasks: readonly LintTask[], options: LintRunOptions): Promise<LintTaskResult[]> {
  const { fix, timeLimitSeconds: seconds } = options;
  const job = fix === undefined ? {} : { fix };
  const results: LintTaskResult[] = [];
  for (const [index, task] of tasks.entries()) {
    if (isBrokenOff) return [...results, ...(await lintInThreads(alone(tasks.slice(index)), options))];
    try {
      const within = <T>(work: () => T): T => withinTime(seconds, work);
      results.push(...(await lintBatch({ command: 'lint', tasks: [task], ...job }, within)).result);
    } catch (error) {
      if (!(error instanceof OverTime)) throw error;
      isBrokenOff = true;
      results.push(givenUp(diagnostic('time-limit', { seconds }, START)));
    }
  }
  return results;
}

const START = { start: 0, end: 0 };

const alone = (tasks: readonly LintTask[]): LintTask[][] => tasks.map((task) => [task]);

const givenUp = (problem: Diagnostic): LintTaskResult => ({
  diagnostics: [problem],
  facts: {},
  fixed: 0,
});

async function lintInThreads(
  work: Iterable<readonly LintTask[]> | AsyncIterable<readonly LintTask[]>,
  options: LintRunOptions,
): Promise<LintTaskResult[]> {
  const { fix } = options;
  const job = fix === undefined ? {} : { fix };
  const { mapConcurrently } = await import('./pool/pool.ts');
  const pool = await (options.pool ?? openPool(options));
  try {
    let done = 0;
    const results = await mapConcurrently(work, pool.threads, async (batch) => {
      const found = await lintInPool(pool, batch, job);
      done += batch.length;
      options.onProgress?.(done, batch[batch.length - 1] as LintTask);
      return found;
    });
    return results.flat();
  } finally {
    if (options.pool === undefined) await pool.close();
  }
}

async function lintInPool(
  pool: Pool,
  batch: readonly LintTask[],
  job: Pick<LintJob, 'fix'>,
): Promise<readonly LintTaskResult[]> {
  const outcome = await pool.run<LintJob>({ command: 'lint', tasks: batch, ...job });
  if ('result' in outcome) return outcome.result;
  const [only] = batch;
  if (batch.length === 1 && only !== undefined) return [givenUp(outcome.problem)];
  const results: LintTaskResult[] = [];
  for (const task of batch) results.push(...(await lintInPool(pool, [task], job)));
  return results;
}
