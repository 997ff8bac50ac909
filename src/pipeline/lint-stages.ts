import type { Diagnostic, Fix, TextEdit } from '../diagnostics/diagnostic.ts';
import { findEmitProblems } from '../emit/vector-drawable.ts';
import { findIneffective } from '../repair/ineffective.ts';
import type { Icon } from '../ir.ts';
import type { FileConfig } from '../lint/config.ts';
import type { Language, StageReports, WindingRepair, WindingReport } from '../lint/rule.ts';
import { silencer } from '../lint/suppress.ts';
import { utf8Length } from '../parse/utf8-length.ts';
import { lowerIcon } from '../lower/icon.ts';
import type { SvgDocument } from '../parse/tree.ts';
import { FaceMemory } from '../repair/face-memory.ts';
import { repairIcon } from '../repair/icon.ts';
import { repairSource } from '../repair/source.ts';
import { fixVectorDrawable } from '../vector-drawable/fix.ts';
import { chooseSource } from './choose-source.ts';
import { isPlainDrawing } from './plain-drawing.ts';

/** What the stages know about an icon; each is run when a rule first asks for it. */
export function stageReports(
  document: SvgDocument,
  icon: Icon | undefined,
  reading: readonly Diagnostic[],
  language: Language,
  config: FileConfig,
): StageReports {
  const faces = new FaceMemory();
  return {
    conversion: once(() => [...reading, ...(icon === undefined ? [] : conversion(icon, config, faces))]),
    winding: once(() => winding(document, icon, language, faces)),
    optimizedBytes: once(() => {
      if (icon === undefined) return undefined;
      const { text } = document;
      // What a fix would write, which leaves what shows alone.
      const chosen = chooseSource({ text, edits: [], repairs: [], diagnostics: [] }, icon, undefined);
      if (typeof chosen !== 'object') return utf8Length(text);
      return 'text' in chosen ? utf8Length(chosen.text) : undefined;
    }),
  };
}

/** What lowering and emitting say; spans in the source, since nothing was optimized between. */
function conversion(icon: Icon, { minSdk, appcompat }: FileConfig, faces: FaceMemory): readonly Diagnostic[] {
  const repaired = repairIcon(icon, { faces });
  if (isPlainDrawing(repaired.icon)) return repaired.diagnostics;
  const lowered = lowerIcon(repaired.icon, { minSdk, appcompat, allowLossy: false });
  const emitted = findEmitProblems(lowered.icon, { minSdk, appcompat });
  return [...repaired.diagnostics, ...lowered.diagnostics, ...emitted];
}

/** Who speaks of each; a place where a comment silences it is left as it is. */
const RULE_OF = { 'fill-rule': 'no-evenodd-fill', 'clip-rule': 'no-evenodd-clip' } as const;

/**
 * The repairs of a source are proven together, so they are one fix. Without the word `evenodd` anywhere nothing can be
 * even-odd, and the repair is not run.
 */
function winding(
  document: SvgDocument,
  icon: Icon | undefined,
  language: Language,
  faces: FaceMemory,
): WindingReport {
  if (icon === undefined) return { repairs: [], ineffective: [] };
  const ineffective = findIneffective(document, icon);
  if (!/evenodd/i.test(document.text)) return { repairs: [], ineffective };
  if (language === 'vector-drawable') return { repairs: drawableRepairs(document), ineffective };
  const isSilenced = silencer(document);
  const { repairs, edits } = repairSource(document, {
    icon,
    faces,
    leaves: ({ start }, rules) => rules.some((rule) => isSilenced(RULE_OF[rule], start)),
  });
  return {
    repairs: repairs.map(({ rule, method, span }): WindingRepair => ({ rule, method, span })),
    ...(edits.length > 0 ? { fix: repairFix(edits) } : {}),
    ineffective,
  };
}

/**
 * A VectorDrawable inherits nothing, so that each repair stands for itself. That of a clip changes what Android draws,
 * which is not what was meant.
 */
function drawableRepairs({ text }: SvgDocument): WindingRepair[] {
  return fixVectorDrawable(text).repairs.map(({ rule, repair: { method }, element, edits }) => ({
    rule,
    method,
    span: element,
    ...(edits.length > 0
      ? { fix: repairFix(edits, rule === 'clip-rule' && method !== 'unchanged' ? 'unsafe' : 'safe') }
      : {}),
  }));
}

const repairFix = (edits: readonly TextEdit[], safety: Fix['safety'] = 'safe'): Fix => ({
  safety,
  title: 'Draw the same by nonzero',
  edits,
});

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => (done ??= { value: work() }).value;
}
