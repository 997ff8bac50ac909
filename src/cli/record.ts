import { diagnostic } from '../diagnostics/diagnostic.ts';
import { systemReason, type SourceText } from '../node/files/read.ts';
import type { WriteOutcome } from '../node/files/write.ts';
import type { Outcome } from '../node/pool/pool.ts';
import type { ConvertResult } from '../pipeline/result.ts';
import type { Planned } from './plan.ts';
import { failedFile, locate, type FileReport } from './report/report.ts';

/** What `convert` and `fix` have in common; a source that was fixed has no minSdk. */
type Treated = Omit<ConvertResult, 'minSdk'> & { readonly minSdk?: number };

/** Writes what came out of one icon, if anything did, and tells what became of it. */
export async function record(
  { input, name }: Planned,
  { text, bytes }: SourceText,
  outcome: Outcome<Treated>,
  write: (output: string) => Promise<WriteOutcome>,
): Promise<FileReport> {
  if ('problem' in outcome) return failedFile(input.name, locate([outcome.problem], text), bytes);
  const { kind, output, fidelity, difference, minSdk, repairs, diagnostics } = outcome.result;
  const treated = {
    source: input.name,
    minSdk: kind === 'vector-drawable' ? (minSdk ?? null) : null,
    fidelity,
    difference: difference ?? null,
    repairs,
    sourceBytes: bytes,
  };
  if (output === undefined) {
    return { ...treated, status: 'failed', outputs: [], diagnostics: locate(diagnostics, text) };
  }
  try {
    const status = await write(output);
    const outputs = [{ kind, path: name, bytes: Buffer.byteLength(output) }];
    return { ...treated, status, outputs, diagnostics: locate(diagnostics, text) };
  } catch (error) {
    const start = { start: 0, end: 0 };
    const unwritable = diagnostic('unwritable-file', { path: name, reason: systemReason(error) }, start);
    return {
      ...treated,
      status: 'failed',
      outputs: [],
      diagnostics: locate([unwritable, ...diagnostics], text),
    };
  }
}
