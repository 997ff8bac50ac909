import { diagnostic } from '../diagnostics/diagnostic.ts';
import { systemReason, type SourceText } from '../node/files/read.ts';
import type { Job, JobResult } from '../node/pool/job.ts';
import { mapConcurrently, Pool, type Outcome } from '../node/pool/pool.ts';
import { failedFile, locate, type FileReport } from './report/report.ts';
import type { Input } from './inputs.ts';
import type { Terminal } from './terminal.ts';

export type RunJob = <J extends Job>(job: J) => Promise<Outcome<JobResult<J>>>;

export interface BatchOptions {
  /** What is being done, for the progress line: "converting". */
  readonly doing: string;
  readonly timeLimit: number;
  readonly threads?: number | undefined;
}

const START = { start: 0, end: 0 };

/** The command line and its chunks lie one folder below dist/; the worker is built beside them. */
const WORKER = new URL('../node/pool/worker.js', import.meta.url);

/**
 * Treats every input in a pool of workers, in order of the inputs. Whatever goes wrong with one of them becomes its
 * report, and the others go on.
 */
export async function treatAll<I extends { readonly input: Input }>(
  items: readonly I[],
  options: BatchOptions,
  terminal: Terminal,
  treat: (item: I, source: SourceText, run: RunJob) => Promise<FileReport>,
): Promise<FileReport[]> {
  const pool = new Pool({
    worker: WORKER,
    timeLimitSeconds: options.timeLimit,
    ...(options.threads === undefined ? {} : { threads: options.threads }),
  });
  let done = 0;
  try {
    return await mapConcurrently(items, pool.threads, async (item) => {
      const report = await treatOne(item, treat, (job) => pool.run(job));
      terminal.progress(`${options.doing} ${++done} of ${items.length}  ${item.input.name}`);
      return report;
    });
  } finally {
    terminal.progress('');
    await pool.close();
  }
}

async function treatOne<I extends { readonly input: Input }>(
  item: I,
  treat: (item: I, source: SourceText, run: RunJob) => Promise<FileReport>,
  run: RunJob,
): Promise<FileReport> {
  const { name, read } = item.input;
  const source = await read();
  if ('problem' in source) return failedFile(name, locate([source.problem], ''));
  try {
    return await treat(item, source, run);
  } catch (error) {
    const problem = diagnostic(
      'internal-error',
      { stage: 'the command line', detail: systemReason(error) },
      START,
    );
    return failedFile(name, locate([problem], source.text), source.bytes);
  }
}
