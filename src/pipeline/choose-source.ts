import type { Icon } from '../ir.ts';
import { sourcePreset } from '../optimize/presets.ts';
import { parseSvg } from '../parse/svg.ts';
import { repairIcon } from '../repair/icon.ts';
import type { SourceRepairResult } from '../repair/source.ts';
import { resolveIcon } from '../resolve/icon.ts';
import { verifyRegions } from '../verify/regions.ts';
import { strayPixels } from '../verify/stray-pixels.ts';
import { leastStray } from './least-stray.ts';
import { optimizeSource, type OptimizedSource } from './optimize-source.ts';
import { stage } from './stage.ts';

/** Where svgo gains nothing, the repaired source stays, and nothing of it strays. */
const AS_IT_IS = 'as it is';

/**
 * The shortest of what svgo makes of a repaired source that draws what the source drew: with paths merged, with paths left
 * apart, with finer numbers. As in a conversion, the choice is geometry's alone. `changed` where svgo changed the
 * picture each time, and nothing where it gains nothing.
 *
 * @param icon what the source resolves to, still even-odd where it was
 * @param config the user's own for svgo, honored whatever an antialiasing renderer would see of it
 */
export function chooseSource(
  repaired: SourceRepairResult,
  icon: Icon,
  config: object | undefined,
): OptimizedSource | { readonly failure: string } | 'changed' | undefined {
  const { viewport } = icon;
  const presets = [
    () => config ?? sourcePreset(viewport),
    () => sourcePreset(viewport, { mergesPaths: false }),
    () => sourcePreset(viewport, { mergesPaths: false, moreDecimals: 2 }),
  ];
  let failure: string | undefined;
  let gains = false;
  const candidates = presets.slice(0, config === undefined ? undefined : 1).map((preset) => () => {
    const optimized = stage('optimize', () => optimizeSource(repaired, preset()));
    if ('failure' in optimized) {
      ({ failure } = optimized);
      return undefined;
    }
    if (!optimized.isRepairedMore && optimized.text.length >= repaired.text.length) return AS_IT_IS;
    gains = true;
    return optimized;
  });
  const chosen = leastStray<OptimizedSource | typeof AS_IT_IS>(candidates, (candidate) =>
    candidate === AS_IT_IS
      ? 0
      : stage('verify', () => strayOf(candidate.text, icon, repaired, config !== undefined)),
  );
  if (chosen === AS_IT_IS) return undefined;
  if (chosen !== undefined) return chosen;
  if (failure !== undefined) return { failure };
  return gains ? 'changed' : undefined;
}

/** Undefined where svgo's result does not cover what the source did, or needs a fill rule where the repair did not. */
function strayOf(
  text: string,
  before: Icon,
  { repairs }: SourceRepairResult,
  isTheirs: boolean,
): number | undefined {
  const { document } = parseSvg(text);
  const icon = document === undefined ? undefined : resolveIcon(document).icon;
  if (icon === undefined) return undefined;
  const needy = repairIcon(icon).repairs.filter(({ method }) => method !== 'unchanged').length;
  const kept = repairs.filter(({ method }) => method === 'kept').length;
  if (needy > kept || verifyRegions(before, icon, 'rounded').verdict !== 'same') return undefined;
  return isTheirs ? 0 : strayPixels(before, icon);
}
