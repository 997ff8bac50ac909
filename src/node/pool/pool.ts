import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Job, JobResult } from './job.ts';

export interface PoolOptions {
  /** The module whose default export runs a job. */
  readonly worker: URL;
  /** One a processor by default. */
  readonly threads?: number | undefined;
  /** What one icon may take before its worker is ended. */
  readonly timeLimitSeconds: number;
  /** JavaScript heap of one worker, in MiB. Default 1024: an icon that explodes ends its worker and not the run. */
  readonly heapMib?: number;
  /** So many threads start now rather than each with its first job: there are going to be jobs for them. */
  readonly startNow?: number;
}

export type Outcome<R> = { readonly result: R } | { readonly problem: Diagnostic };

/**
 * What an icon leaves behind is garbage within milliseconds. Where it has room the collector runs a third as often and
 * finds less to copy: 15 % of the time for two thousand icons.
 */
const YOUNG_MIB = 96;

/**
 * Worker threads in which icons are treated one by one. A hang, a heap that runs over or a renderer's trap costs
 * the icon it happened on: its worker is ended, and a new one takes its place.
 */
export class Pool {
  readonly threads: number;
  readonly #pool: Tinypool;
  readonly #timeLimitSeconds: number;

  constructor(options: PoolOptions) {
    this.threads = options.threads ?? availableParallelism();
    this.#timeLimitSeconds = options.timeLimitSeconds;
    this.#pool = new Tinypool({
      filename: options.worker.href,
      minThreads: Math.min(options.startNow ?? 0, this.threads),
      maxThreads: this.threads,
      idleTimeout: 60_000,
      resourceLimits: {
        maxOldGenerationSizeMb: options.heapMib ?? 1024,
        maxYoungGenerationSizeMb: YOUNG_MIB,
      },
    });
    // A worker that dies while it has nothing to do is replaced; one that dies at work rejects its job as well.
    this.#pool.on('error', () => {});
  }

  /**
   * Runs `job` and says what became of it; never rejects. At most `threads` jobs should be under way at a time: the
   * time limit counts from here.
   */
  async run<J extends Job>(job: J): Promise<Outcome<JobResult<J>>> {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), this.#timeLimitSeconds * 1000);
    try {
      const result: unknown = await this.#pool.run(job, { signal: controller.signal });
      return result as Outcome<JobResult<J>>;
    } catch (error) {
      const problem = controller.signal.aborted
        ? diagnostic('time-limit', { seconds: this.#timeLimitSeconds }, START)
        : diagnostic('worker-lost', { reason: reasonOf(error) }, START);
      return { problem };
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}

const START = { start: 0, end: 0 };

function reasonOf(error: unknown): string {
  if ((error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY') return 'it ran out of memory';
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] as string;
}

/**
 * Treats `items` with at most `limit` under way, each taken when there is room for it; the results keep the order of the
 * items.
 */
export async function mapConcurrently<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  limit: number,
  treat: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const source = inTurn(items);
  const lane = async (): Promise<void> => {
    for await (const [index, item] of source) results[index] = await treat(item);
  };
  await Promise.all(Array.from({ length: limit }, lane));
  return results;
}

/** Each item with its place. Who asks while another waits for an item gets the one behind it. */
async function* inTurn<T>(items: Iterable<T> | AsyncIterable<T>): AsyncGenerator<readonly [number, T]> {
  let index = 0;
  for await (const item of items) yield [index++, item];
}
