import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Budget } from '../geometry/budget.ts';
import { optimizeSvg } from '../optimize/svg.ts';
import { parseSvg } from '../parse/svg.ts';
import { evenOddSpans } from '../repair/even-odd-spans.ts';
import type { Repair } from '../repair/icon.ts';
import { repairSource, type SourceRepairResult } from '../repair/source.ts';
import { resolveIcon } from '../resolve/icon.ts';

/** A source behind svgo, and what is left to say of its repair. */
export interface OptimizedSource {
  readonly text: string;
  readonly repairs: readonly Repair[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether shapes were repaired that could not be before svgo. */
  readonly isRepairedMore: boolean;
}

/** Rounds after which svgo and the repair are taken to agree; two are the rule. */
const MOST_ROUNDS = 8;

/**
 * svgo on a repaired source and the repair on what svgo makes of it, in turns until neither finds more, so that a second
 * fix changes nothing: svgo takes away what kept some shapes from being repaired, such as a rule in a style sheet, and a
 * plugin may bring even-odd back.
 */
export function optimizeSource(
  repaired: SourceRepairResult,
  config: object,
  budget: Budget,
): OptimizedSource | { readonly failure: string } {
  let { text } = repaired;
  const later: Repair[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const optimized = optimizeSvg(text, config);
    if ('failure' in optimized) return optimized;
    const next = repairedAgain(optimized.text, budget);
    later.push(...next.repairs.filter(({ method }) => method !== 'kept'));
    if (next.text === text) break;
    text = next.text;
  }
  return { text, ...settled(repaired, later, text) };
}

function repairedAgain(text: string, budget: Budget): Pick<SourceRepairResult, 'text' | 'repairs'> {
  const { document } = text.includes('evenodd') ? parseSvg(text) : {};
  return document === undefined ? { text, repairs: [] } : repairSource(document, { budget });
}

const OF_KEPT: ReadonlySet<string> = new Set(['even-odd-kept', 'even-odd-out-of-reach', 'repair-unproven']);

/** Repairs and diagnostics of the source, once later rounds repaired what the first had kept: all of it, or none. */
function settled(
  { repairs, diagnostics }: SourceRepairResult,
  later: readonly Repair[],
  text: string,
): Omit<OptimizedSource, 'text'> {
  const kept = repairs.filter(({ method }) => method === 'kept');
  if (kept.length === 0 || later.length === 0 || hasEvenOdd(text))
    return { repairs, diagnostics, isRepairedMore: false };
  // The later ones have no place in the source; they stand where what was kept stands.
  const repairedLater = kept.map(({ rule, span }, index) => ({
    ...(later[index] ?? (later[later.length - 1] as Repair)),
    rule,
    span,
  }));
  return {
    repairs: repairs.map((repair) => repairedLater[kept.indexOf(repair)] ?? repair),
    diagnostics: diagnostics.filter(({ code }) => !OF_KEPT.has(code)),
    isRepairedMore: true,
  };
}

function hasEvenOdd(text: string): boolean {
  const { document } = parseSvg(text);
  const icon = document && resolveIcon(document).icon;
  return icon === undefined || evenOddSpans(icon).length > 0;
}
