import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** What the renderer draws as well as Android's refusal leaves out: where no pixel differs, it changes nothing. */
const CLEARED_BY_PICTURE: ReadonlySet<string> = new Set([
  'unsupported-filter',
  'unsupported-blend-mode',
  'reference-cycle',
]);

/** Whether all that was refused may turn out to change nothing, which only a picture tells. */
export function mayBeIdle(found: readonly Diagnostic[]): boolean {
  const refusals = found.filter(({ effect }) => effect === 'refused');
  return refusals.length > 0 && refusals.every(({ code }) => CLEARED_BY_PICTURE.has(code));
}

export function cleared(one: Diagnostic): Diagnostic {
  if (one.effect !== 'refused') return one;
  const { effect: _effect, ...rest } = one;
  return { ...rest, severity: 'info', message: `${one.message} Here it changes nothing, so it is left out.` };
}
