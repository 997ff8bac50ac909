import { Budget } from '../geometry/budget.ts';
import type { Icon } from '../ir.ts';
import { decimalsFor } from '../path/precision.ts';
import { WORK_LIMIT } from '../repair/compare.ts';
import { verifyRegions } from '../verify/regions.ts';
import { strayPixels } from '../verify/stray-pixels.ts';
import { emit, readBack, type Emitted } from './emitted.ts';
import { leastStray } from './least-stray.ts';
import type { ConvertOptions } from './result.ts';

/**
 * The shortest output whose outlines are where they were: svgo's, ours, ours with fills nearer to their place, with finer
 * numbers, or that with no path merged. The choice is geometry's alone, so that the bytes are the same where no renderer is lent; the picture then takes the
 * chosen one or refuses the icon.
 *
 * @param drawn.steady `icon` with its edges where a renderer finds the samples that they run through; `icon` itself where
 *   they are as they were drawn
 * @param plain `icon` as it is printed without svgo, which can be printed; its fills may be loose, as `optimized`'s
 * @param optimized what svgo made of it
 */
export function chooseOutput(
  { icon, steady }: { readonly icon: Icon; readonly steady: Icon },
  plain: Emitted,
  optimized: Emitted | undefined,
  options: ConvertOptions,
): Emitted {
  const usual = options.decimals ?? decimalsFor(icon.viewport);
  const decimals = usual + 2;
  const printed = readBack(plain, options);
  // Who asks for so many decimals whatever becomes of the picture gets them.
  const takesAny = options.allowLossy === true && options.decimals !== undefined;
  const isInPlace = placeCheck(icon);
  const strayBudget = new Budget(WORK_LIMIT / 3);
  const strictly = { ...options, looseFills: false };
  const strict = (): Emitted | undefined => {
    const emitted = emit(icon, strictly);
    return emitted.text === plain.text ? undefined : emitted;
  };
  // Finer numbers may be more than a string holds, which nobody was told of.
  const isWritable = (emitted: Emitted): boolean => refusals(emitted) <= refusals(plain);
  const candidates = [
    () => (optimized !== undefined && isWorthwhile(optimized, plain, options) ? optimized : undefined),
    () => plain,
    strict,
    () => emit(icon, { ...strictly, decimals: usual + 1 }),
    () => emit(icon, { ...strictly, decimals }),
    () => emit(icon, { ...strictly, decimals, keepPaths: true }),
    ...(steady === icon ? [] : steadyOf(steady, options, [usual, usual + 1, decimals])),
  ];
  const strayOf = (emitted: Emitted): number | undefined => {
    const after = emitted === plain ? printed : readBack(emitted, options);
    if (after === undefined || !isWritable(emitted)) return undefined;
    // svgo may add less than rounding does, and what rounding alone moves too far it does not mend.
    if (emitted === optimized && !(printed !== undefined && isUnmoved(after, printed))) return undefined;
    if (!isInPlace(after)) return undefined;
    return takesAny ? 0 : strayPixels(steady, after, strayBudget);
  };
  return leastStray(candidates, strayOf) ?? [strict()].find((one) => one && isWritable(one)) ?? plain;
}

const refusals = ({ diagnostics }: Emitted): number =>
  diagnostics.filter(({ effect }) => effect === 'refused').length;

/** `steady` as loosely printed as else, then strictly by ever more decimals. */
function steadyOf(steady: Icon, options: ConvertOptions, decimals: readonly number[]): (() => Emitted)[] {
  const strictly = decimals.map((each) => ({ ...options, looseFills: false, decimals: each }));
  return [options, ...strictly].map((each) => () => emit(steady, each));
}

/** A configuration of the user's own is honored even where it gains nothing. */
function isWorthwhile({ text }: Emitted, plain: Emitted, { svgo }: ConvertOptions): boolean {
  return text !== undefined && (svgo !== undefined || text.length < (plain.text ?? '').length);
}

const isUnmoved = (after: Icon, printed: Icon): boolean =>
  verifyRegions(printed, after, 'fine').verdict === 'same';

/** A fifth of what a proof may take: here a picture has the last word, or a proof that spends it all. */
const MOST_WORK = WORK_LIMIT / 5;

/** Whether what a candidate prints lies where `icon` has it, rounding apart, as far as that can be found out. */
function placeCheck(icon: Icon): (printed: Icon) => boolean {
  // What is too much to compare of one candidate is too much of all.
  let isComparable = true;
  return (printed) => {
    if (!isComparable) return true;
    const { verdict } = verifyRegions(icon, printed, 'rounded', new Budget(MOST_WORK));
    isComparable = verdict !== 'unproven';
    return verdict !== 'different';
  };
}
