import type { Precision } from './precision.ts';

/** Of the room that is left, what is filled first and then: finer numbers join fewer pieces, which no arithmetic foresees. */
const SHARES = [0.9, 0.5];

/**
 * The text that `print` gives with a precision about as fine as `most` characters allow; undefined where even the
 * coarsest takes more. A digit more takes a character of each number, so the length of one text tells the precision.
 *
 * @param print undefined where the text would be longer than `most`
 * @param coarser from fine to coarse; the first that fits is made finer
 */
export function finestWithin(
  print: (precision: Precision) => string | undefined,
  coarser: readonly Precision[],
  most: number,
): string | undefined {
  for (const precision of coarser) {
    const text = print(precision);
    if (text === undefined) continue;
    const digits = (most - text.length) / Math.max(1, numberCount(text));
    for (const share of SHARES) {
      const finer = print(withDigits(precision, share * digits));
      if (finer !== undefined) return finer;
    }
    return text;
  }
  return undefined;
}

const numberCount = (text: string): number => text.match(/\d*\.?\d+/g)?.length ?? 0;

function withDigits({ decimals, tolerance, ofFills }: Precision, digits: number): Precision {
  const factor = 10 ** -digits;
  return {
    decimals: decimals + Math.ceil(digits),
    tolerance: tolerance * factor,
    ofFills: ofFills * factor,
  };
}
