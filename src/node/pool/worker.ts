import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { InvariantError } from '../../errors.ts';
import { convert } from '../../pipeline/convert.ts';
import { fix } from '../../pipeline/fix.ts';
import { loadDraw } from '../draw.ts';
import { loadSvgoConfig } from '../svgo-config.ts';
import type { IconJob, JobResult } from './job.ts';
import type { Outcome } from './pool.ts';

/** Loaded once a worker. */
const drawing = loadDraw();

/** Treats one icon. Never rejects for the icon's sake: a broken promise of ours becomes a diagnostic. */
export default async function treat(job: IconJob): Promise<Outcome<JobResult<IconJob>>> {
  const { svgoConfig, ...options } = job.options;
  const svgo = svgoConfig === undefined ? {} : { svgo: await loadSvgoConfig(svgoConfig) };
  const lent = { draw: await drawing, ...svgo };
  try {
    const result =
      job.command === 'convert'
        ? convert(job.text, { ...options, ...lent })
        : fix(job.text, { ...options, ...lent });
    return { result };
  } catch (error) {
    const stage = error instanceof InvariantError ? error.stage : job.command;
    const detail = error instanceof Error ? error.message : String(error);
    return { problem: diagnostic('internal-error', { stage, detail }, { start: 0, end: 0 }) };
  }
}
