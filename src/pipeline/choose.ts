import type { Icon } from '../ir.ts';
import { decimalsFor } from '../path/precision.ts';
import { verifyRegions } from '../verify/regions.ts';
import { emit, readBack, type Emitted } from './emitted.ts';
import type { ConvertOptions } from './result.ts';

/**
 * The shortest output whose outlines are where they were: svgo's, ours, or ours with finer numbers. The choice is
 * geometry's alone, so that the bytes are the same where no renderer is lent; the picture then takes the chosen one or
 * refuses the icon.
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
  const printed = readBack(plain, options);
  if (optimized !== undefined && printed !== undefined && isWorthwhile(optimized, plain, options)) {
    const after = readBack(optimized, options);
    if (after !== undefined && verifyRegions(printed, after, 'fine').verdict === 'same') return optimized;
  }
  if (isInPlace(printed, icon)) return plain;
  const decimals = (options.decimals ?? decimalsFor(icon.viewport)) + 2;
  const precise = emit(icon, { ...options, decimals });
  return isInPlace(readBack(precise, options), icon) ? precise : plain;
}

/** A configuration of the user's own is honored even where it gains nothing. */
export function isWorthwhile({ text }: Emitted, plain: Emitted, { svgo }: ConvertOptions): boolean {
  return text !== undefined && (svgo !== undefined || text.length < (plain.text ?? '').length);
}

/** Rounding apart. */
function isInPlace(printed: Icon | undefined, icon: Icon): boolean {
  return printed !== undefined && verifyRegions(icon, printed, 'rounded').verdict !== 'different';
}
