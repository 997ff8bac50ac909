import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { IconRepairResult, Repair } from '../repair/icon.ts';

/**
 * A fill that the repair left even-odd may be written or not, by the API level. So of a VectorDrawable the emitter
 * speaks of it, and the repair says only why.
 */

/** What a repair found, without the fills that the emitter speaks of. */
export function saidByRepair({ repairs, diagnostics }: IconRepairResult): readonly Diagnostic[] {
  const kept = repairs.filter(isKeptFill);
  return diagnostics.filter(
    ({ code, span }) => code !== 'even-odd-kept' || !kept.some((repair) => repair.span.start === span.start),
  );
}

/** A diagnostic of the emitter that also says why the fill it speaks of was not repaired. */
export function explained(entry: Diagnostic, repairs: readonly Repair[]): Diagnostic {
  const { code, span } = entry;
  if (code !== 'evenodd-fill' && code !== 'evenodd-kept') return entry;
  const repair = repairs
    .filter(isKeptFill)
    .find((each) => each.span.start <= span.start && span.end <= each.span.end);
  return repair?.reason === 'complexity' ? diagnostic(code, { isTooComplex: true }, span) : entry;
}

const isKeptFill = ({ rule, method }: Repair): boolean => rule === 'fill-rule' && method === 'kept';
