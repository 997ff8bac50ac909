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
