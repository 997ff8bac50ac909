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
  // Where rounding alone moves an outline, as it does a stroke around a bend tighter than its width, svgo's is no better.
  if (printed === undefined || !isInPlace(printed, icon)) {
    const decimals = (options.decimals ?? decimalsFor(icon.viewport)) + 2;
    const precise = emit(icon, { ...options, decimals });
    return isInPlace(readBack(precise, options), icon) ? precise : plain;
  }
  if (optimized === undefined || !isWorthwhile(optimized, plain, options)) return plain;
  const after = readBack(optimized, options);
  const isSame = after !== undefined && verifyRegions(printed, after, 'fine').verdict === 'same';
  return isSame ? optimized : plain;
}

/** A configuration of the user's own is honored even where it gains nothing. */
function isWorthwhile({ text }: Emitted, plain: Emitted, { svgo }: ConvertOptions): boolean {
  return text !== undefined && (svgo !== undefined || text.length < (plain.text ?? '').length);
}

/** Rounding apart. */
function isInPlace(printed: Icon | undefined, icon: Icon): boolean {
  return printed !== undefined && verifyRegions(icon, printed, 'rounded').verdict !== 'different';
}
