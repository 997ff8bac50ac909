import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { emitVectorDrawable } from '../../src/emit/vector-drawable.ts';
import { lowerIcon } from '../../src/lower/icon.ts';
import { parseSvg } from '../../src/parse/svg.ts';
import { repairIcon } from '../../src/repair/icon.ts';
import { resolveIcon } from '../../src/resolve/icon.ts';

/** A VectorDrawable, or why there is none. */
export type Converted =
  | { readonly xml: string; readonly isExact: boolean; readonly diagnostics: readonly Diagnostic[] }
  | { readonly refused: string };

/** An icon as the command line converts it for API 21, and as it is mirrored right to left. */
export function convertIcon(svg: string): Converted {
  const parsed = parseSvg(svg);
  const resolved = parsed.document === undefined ? undefined : resolveIcon(parsed.document);
  if (resolved?.icon === undefined) return refusal([...parsed.diagnostics, ...(resolved?.diagnostics ?? [])]);
  const repaired = repairIcon(resolved.icon);
  const lowered = lowerIcon(repaired.icon, { minSdk: 21, appcompat: false, allowLossy: false });
  const emitted = emitVectorDrawable(lowered.icon, { autoMirrored: true });
  const diagnostics = [parsed, resolved, repaired, lowered, emitted].flatMap((stage) => stage.diagnostics);
  if (emitted.xml === undefined || diagnostics.some(({ effect }) => effect === 'refused')) {
    return refusal(diagnostics);
  }
  return { xml: emitted.xml, isExact: diagnostics.every(({ effect }) => effect === undefined), diagnostics };
}

function refusal(diagnostics: readonly Diagnostic[]): Converted {
  const refusing = diagnostics.filter(({ effect }) => effect === 'refused');
  return { refused: [...new Set(refusing.map(({ code }) => code))].join(', ') || 'no output' };
}
