import { Budget } from '../geometry/budget.ts';
import type { Icon } from '../ir.ts';
import { sourcePreset } from '../optimize/presets.ts';
import { parseSvg } from '../parse/svg.ts';
import { WORK_LIMIT } from '../repair/compare.ts';
import { repairIcon } from '../repair/icon.ts';
import type { SourceRepairResult } from '../repair/source.ts';
import { resolveIcon } from '../resolve/icon.ts';
import { verifyRegions } from '../verify/regions.ts';
import { strayPixels } from '../verify/stray-pixels.ts';
import { leastStray } from './least-stray.ts';
import { optimizeSource, type OptimizedSource } from './optimize-source.ts';
import { stage } from './stage.ts';
import { tooManyCommands, TOO_MUCH_WORK } from './too-complex.ts';

/** Finer numbers are taken at most as often as this. */
const MOST_ROUNDS = 4;

/** Half of what the repair of one path may take. */
export const MOST_WORK = WORK_LIMIT / 2;

/** Where svgo gains nothing, the repaired source stays, and nothing of it strays. */
const AS_IT_IS = 'as it is';

/**
 * The shortest of what svgo makes of a repaired source that draws what the source drew: with paths merged, with paths left
 * apart, with finer numbers. As in a conversion, the choice is geometry's alone. `changed` where svgo changed the
 * picture each time, and nothing where it gains nothing.
 *
 * What is chosen would be left as it is, were it the source. That goes without saying for what svgo makes by the first
 * preset; what another made is a source in its turn.
 *
 * @param icon what the source resolves to, still even-odd where it was
 * @param config the user's own for svgo, honored whatever an antialiasing renderer would see of it
 * @param budget for the repairs of what svgo writes and their proofs
 */
export function chooseSource(
  repaired: SourceRepairResult,
  icon: Icon,
  config: object | undefined,
  budget: Budget = new Budget(MOST_WORK),
): OptimizedSource | Unchosen {
  const failure = tooManyCommands(icon);
  if (failure !== undefined) return { failure };
  let chosen = choose(repaired, icon, config, budget);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (typeof chosen !== 'object' || 'failure' in chosen) return chosen;
    const next = iconOf(chosen.text);
    // What was chosen of the source itself was held against it when it was chosen.
    if (next === undefined || (round > 0 && !staysRepaired(next, icon, repaired, budget))) return 'changed';
    if (chosen.isOfFirst) return chosen;
    const asSource = { text: chosen.text, edits: [], repairs: [], diagnostics: [] };
    const again = choose(asSource, next, config, budget);
    if (typeof again !== 'object' || 'failure' in again) return again === undefined ? chosen : again;
    // What is to be said is said of the source.
    chosen = { ...chosen, text: again.text, isOfFirst: again.isOfFirst };
  }
  return 'changed';
}

type Unchosen = { readonly failure: string } | 'changed' | undefined;

interface Candidate extends OptimizedSource {
  /** By the first preset. */
  readonly isOfFirst: boolean;
}

function choose(
  repaired: SourceRepairResult,
  icon: Icon,
  config: object | undefined,
  budget: Budget,
): Candidate | Unchosen {
  const { viewport } = icon;
  const presets = [
    () => config ?? sourcePreset(viewport),
    () => sourcePreset(viewport, { mergesPaths: false }),
    () => sourcePreset(viewport, { mergesPaths: false, moreDecimals: 2 }),
  ];
  // What the repair itself moved is not svgo's doing.
  const before = repaired.edits.length === 0 ? icon : (iconOf(repaired.text) ?? icon);
  const strayBudget = new Budget(MOST_WORK);
  let failure: string | undefined;
  let gains = false;
  const candidates = presets.slice(0, config === undefined ? undefined : 1).map((preset, index) => () => {
    const optimized = stage('optimize', () => optimizeSource(repaired, preset(), budget));
    if ('failure' in optimized) {
      ({ failure } = optimized);
      return undefined;
    }
    if (!optimized.isRepairedMore && optimized.text.length >= repaired.text.length) return AS_IT_IS;
    gains = true;
    return { ...optimized, isOfFirst: index === 0 };
  });
  const chosen = leastStray<Candidate | typeof AS_IT_IS>(candidates, (candidate) =>
    candidate === AS_IT_IS
      ? 0
      : stage('verify', () => {
          const after = iconOf(candidate.text);
          if (after === undefined || !staysRepaired(after, icon, repaired, budget)) return undefined;
          return config === undefined ? strayPixels(before, after, strayBudget) : 0;
        }),
  );
  if (chosen === AS_IT_IS) return undefined;
  if (chosen !== undefined) return chosen;
  if (budget.isSpent) return { failure: TOO_MUCH_WORK };
  if (failure !== undefined) return { failure };
  return gains ? 'changed' : undefined;
}

/** Whether svgo's result covers what the source did and needs no fill rule where the repair did not. */
function staysRepaired(after: Icon, icon: Icon, { repairs }: SourceRepairResult, budget: Budget): boolean {
  const needy = repairIcon(after, { budget }).repairs.filter(({ method }) => method !== 'unchanged').length;
  const kept = repairs.filter(({ method }) => method === 'kept').length;
  return needy <= kept && verifyRegions(icon, after, 'rounded', budget).verdict === 'same';
}

function iconOf(text: string): Icon | undefined {
  const { document } = parseSvg(text);
  return document === undefined ? undefined : resolveIcon(document).icon;
}
