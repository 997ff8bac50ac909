import type { Fix } from '../../diagnostics/diagnostic.ts';
import type { FileConfig } from '../../lint/config.ts';
import type { LintResult } from '../../pipeline/lint.ts';
import type { ConvertOptions, ConvertResult, FixOptions, FixResult } from '../../pipeline/result.ts';

/** Where the user's svgo configuration lies. It may hold functions, so each worker loads it for itself. */
interface WithSvgoConfig {
  readonly svgoConfig?: string;
}

export interface ConvertJob {
  readonly command: 'convert';
  readonly text: string;
  readonly options: Omit<ConvertOptions, 'draw' | 'svgo'> & WithSvgoConfig;
}

export interface FixJob {
  readonly command: 'fix';
  readonly text: string;
  readonly options: Omit<FixOptions, 'draw' | 'svgo'> & WithSvgoConfig;
}

export interface LintTask {
  readonly path: string;
  readonly text: string;
  readonly config: FileConfig;
}

/** Linting takes less than a message between threads does, so icons are handed over by the dozen. */
export interface LintJob {
  readonly command: 'lint';
  readonly tasks: readonly LintTask[];
  /** Apply fixes up to this level; absent to look only. */
  readonly fix?: Fix['safety'];
}

export interface LintTaskResult extends LintResult {
  /** The text with its fixes; absent where none were asked for: whoever gave the text has it. */
  readonly output?: string;
  readonly fixed: number;
}

/** What a worker does with one icon. Plain data: it is copied from thread to thread. */
export type Job = IconJob | LintJob;

export type IconJob = ConvertJob | FixJob;

export type JobResult<J extends Job> = J extends LintJob
  ? readonly LintTaskResult[]
  : J extends ConvertJob
    ? ConvertResult
    : FixResult;
