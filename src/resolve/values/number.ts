import { parseCalculation } from './calculation.ts';

/** A plain number, as in `stroke-miterlimit`; undefined for anything else. */
export function parseNumber(text: string): number | undefined {
  if (text.includes('(')) {
    const calculation = parseCalculation(text, () => false);
    const result = calculation?.at(() => Number.NaN);
    return result === undefined || !Number.isFinite(result) ? undefined : result;
  }
  if (!/^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** A number or a percentage, clamped to 0 to 1, as every opacity is. */
export function parseShare(text: string): number | undefined {
  const trimmed = text.trim();
  const share = trimmed.includes('(') ? parseCalculation(trimmed, (unit) => unit === '%') : undefined;
  if (share !== undefined) return Math.min(1, Math.max(0, share.at(() => 0.01) || 0));
  const isPercentage = trimmed.endsWith('%');
  const value = parseNumber(isPercentage ? trimmed.slice(0, -1) : trimmed);
  if (value === undefined) return undefined;
  return Math.min(1, Math.max(0, isPercentage ? value / 100 : value));
}

const SLOPPY = /[\s,]*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)/y;

/**
 * Numbers separated by anything of white space and commas, as in `points` and `viewBox`, up to the first thing that is
 * no number; `end` says where that is, and equals the text's length when all of it was read.
 */
export function parseNumbers(text: string): { readonly numbers: readonly number[]; readonly end: number } {
  const numbers: number[] = [];
  let at = 0;
  SLOPPY.lastIndex = 0;
  for (let match = SLOPPY.exec(text); match !== null; match = SLOPPY.exec(text)) {
    const value = Number(match[1]);
    if (!Number.isFinite(value)) break;
    numbers.push(value);
    at = SLOPPY.lastIndex;
  }
  return { numbers, end: /^[\s,]*$/.test(text.slice(at)) ? text.length : at };
}
