import type { ConvertOptions, ConvertResult, FixOptions, FixResult } from '../../pipeline.ts';

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

/** What a worker does with one icon. Plain data: it is copied from thread to thread. */
export type Job = ConvertJob | FixJob;

export type JobResult<J extends Job> = J extends ConvertJob ? ConvertResult : FixResult;
