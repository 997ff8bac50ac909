/**
 * A decimal number without an exponent, which parsers of old Android versions crash on.
 *
 * @param steps the number in whole steps of 10^-decimals
 * @param leadingZero whether `0.5` keeps its zero
 */
export function printSteps(steps: number, decimals: number, leadingZero: boolean): string {
  if (steps === 0) return '0';
  const digits = wholeDigits(Math.abs(steps)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  const sign = steps < 0 ? '-' : '';
  if (fraction === '') return sign + whole;
  return `${sign}${whole === '0' && !leadingZero ? '' : whole}.${fraction}`;
}

function wholeDigits(value: number): string {
  // String() changes to an exponent at 1e21.
  return value < 1e21 ? String(value) : BigInt(value).toString();
}

/** `value` rounded to `decimals`, without an exponent. */
export function printDecimal(value: number, decimals: number, leadingZero: boolean): string {
  return printSteps(Math.round(value * 10 ** decimals), decimals, leadingZero);
}

/** Numbers behind a command letter, with a separator only where two would run together. */
export function joinNumbers(numbers: readonly string[]): string {
  let text = '';
  let previous = '';
  for (const number of numbers) {
    if (previous !== '' && needsSpace(previous, number)) text += ' ';
    text += number;
    previous = number;
  }
  return text;
}

/** Whether `next` behind `previous` would be read as part of it. */
export function needsSpace(previous: string, next: string): boolean {
  if (next.startsWith('-')) return false;
  return !(next.startsWith('.') && previous.includes('.'));
}

/**
 * Decimals that print every coordinate of `text` exactly, sums and differences of its numbers included, as far as
 * doubles of magnitude `largest` carry them.
 */
export function decimalsOf(text: string, largest: number): number {
  let decimals = 0;
  for (const match of text.matchAll(/\.(\d*)(?:[eE]([+-]?\d+))?|\d[eE]([+-]?\d+)/g)) {
    const exponent = Number(match[2] ?? match[3] ?? 0);
    decimals = Math.max(decimals, (match[1]?.length ?? 0) - exponent);
  }
  const carried = 15 - Math.max(0, Math.ceil(Math.log10(Math.max(largest, 1))));
  return Math.max(0, Math.min(decimals, carried));
}
