import type { Icon } from '../ir.ts';
import { decimalsFor } from '../path/precision.ts';
import { verifyRegions } from '../verify/regions.ts';
import { strayPixels } from '../verify/stray-pixels.ts';
import { emit, readBack, type Emitted } from './emitted.ts';
import { leastStray } from './least-stray.ts';
import type { ConvertOptions } from './result.ts';

/**
 * The shortest output whose outlines are where they were: svgo's, ours, ours with finer numbers, or that with no path
 * merged. The choice is geometry's alone, so that the bytes are the same where no renderer is lent; the picture then takes the
 * chosen one or refuses the icon.
 *
 * @param plain `icon` as it is printed without svgo, which can be printed
 * @param optimized what svgo made of it
 */
export function chooseOutput(
  icon: Icon,
  plain: Emitted,
  optimized: Emitted | undefined,
  options: ConvertOptions,
): Emitted {
  const decimals = (options.decimals ?? decimalsFor(icon.viewport)) + 2;
  const printed = readBack(plain, options);
  // Who asks for so many decimals whatever becomes of the picture gets them.
  const takesAny = options.allowLossy === true && options.decimals !== undefined;
  const candidates = [
    () => (optimized !== undefined && isWorthwhile(optimized, plain, options) ? optimized : undefined),
    () => plain,
    () => emit(icon, { ...options, decimals }),
    () => emit(icon, { ...options, decimals, keepPaths: true }),
  ];
  const strayOf = (emitted: Emitted): number | undefined => {
    const after = readBack(emitted, options);
    if (after === undefined) return undefined;
    // svgo may add less than rounding does, and what rounding alone moves too far it does not mend.
    if (emitted === optimized && !(printed !== undefined && isUnmoved(after, printed))) return undefined;
    if (!isInPlace(after, icon)) return undefined;
    return takesAny ? 0 : strayPixels(icon, after);
  };
  return leastStray(candidates, strayOf) ?? plain;
}

/** A configuration of the user's own is honored even where it gains nothing. */
function isWorthwhile({ text }: Emitted, plain: Emitted, { svgo }: ConvertOptions): boolean {
  return text !== undefined && (svgo !== undefined || text.length < (plain.text ?? '').length);
}

const isUnmoved = (after: Icon, printed: Icon): boolean =>
  verifyRegions(printed, after, 'fine').verdict === 'same';

/** Rounding apart. */
function isInPlace(printed: Icon, icon: Icon): boolean {
  return verifyRegions(icon, printed, 'rounded').verdict !== 'different';
}
