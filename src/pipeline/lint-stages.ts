import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { findEmitProblems } from '../emit/vector-drawable.ts';
import { findIneffective } from '../repair/ineffective.ts';
import type { Icon } from '../ir.ts';
import type { FileConfig } from '../lint/config.ts';
import type { Language, StageReports, WindingRepair, WindingReport } from '../lint/rule.ts';
import { utf8Length } from '../lint/utf8-length.ts';
import { lowerIcon } from '../lower/icon.ts';
import { optimizeSvg } from '../optimize/svg.ts';
import { sourcePreset } from '../optimize/presets.ts';
import type { SvgDocument } from '../parse/tree.ts';
import { repairIcon } from '../repair/icon.ts';
import { repairSource } from '../repair/source.ts';

/** What the stages know about an icon; each is run when a rule first asks for it. */
export function stageReports(
  document: SvgDocument,
  icon: Icon | undefined,
  reading: readonly Diagnostic[],
  language: Language,
  config: FileConfig,
): StageReports {
  return {
    conversion: once(() => [...reading, ...(icon === undefined ? [] : conversion(icon, config))]),
    winding: once(() => winding(document, icon, language)),
    optimizedBytes: once(() => {
      if (icon === undefined) return undefined;
      const optimized = optimizeSvg(document.text, sourcePreset(icon.viewport));
      return 'text' in optimized ? utf8Length(optimized.text) : undefined;
    }),
  };
}

/** What lowering and emitting say; spans in the source, since nothing was optimized between. */
function conversion(icon: Icon, { minSdk, appcompat }: FileConfig): readonly Diagnostic[] {
  const repaired = repairIcon(icon);
  const lowered = lowerIcon(repaired.icon, { minSdk, appcompat, allowLossy: false });
  const emitted = findEmitProblems(lowered.icon, { minSdk, appcompat });
  return [...repaired.diagnostics, ...lowered.diagnostics, ...emitted];
}

/**
 * The repairs of a source are proven together, so they are one fix. Without the word `evenodd` anywhere nothing can be
 * even-odd, and the repair is not run.
 */
function winding(document: SvgDocument, icon: Icon | undefined, language: Language): WindingReport {
  if (icon === undefined) return { repairs: [], ineffective: [] };
  const ineffective = findIneffective(document, icon);
  if (language === 'vector-drawable') return { repairs: drawableRepairs(icon), ineffective };
  if (!/evenodd/i.test(document.text)) return { repairs: [], ineffective };
  const { repairs, edits } = repairSource(document);
  const fix = { safety: 'safe', title: 'Repair the even-odd fills and clips', edits } as const;
  return {
    repairs: repairs.map(({ rule, method, span }): WindingRepair => ({ rule, method, span })),
    ...(edits.length > 0 ? { fix } : {}),
    ineffective,
  };
}

/** Fixing a VectorDrawable is `windproof fix`'s work; here its repairs are only found. */
function drawableRepairs(icon: Icon): WindingRepair[] {
  return repairIcon(icon).repairs.map(({ rule, method, span }) => ({ rule, method, span }));
}

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => (done ??= { value: work() }).value;
}
