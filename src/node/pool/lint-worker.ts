import { loadCompiled } from '../compiled.ts';
import type { LintJob } from './job.ts';
import { optimizeLater } from './optimize-later.ts';

// Not sooner: what node itself is made of is compiled before, for its own options, and would be compiled anew.
optimizeLater();

/** The command line's own code. What one process has compiled serves every worker of the next. */
const { exports: code, keep } = loadCompiled<{
  readonly lintBatch: typeof import('./lint-batch.ts').lintBatch;
}>(new URL('../../cli/lint-code.cjs', import.meta.url), 'threads');

/** What the pool calls. */
export default async function treat(job: LintJob): ReturnType<typeof code.lintBatch> {
  const outcome = await code.lintBatch(job);
  keep();
  return outcome;
}
