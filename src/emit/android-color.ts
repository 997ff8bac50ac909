import type { Color } from '../ir.ts';

/**
 * The shortest way that aapt2 reads `color`: `#RGB`, `#RRGGBB`, `#ARGB` or `#AARRGGBB`, alpha first.
 *
 * Alpha is rounded to a 255th.
 */
export function printAndroidColor({ r, g, b, a }: Color): string {
  const alpha = hexByte(a * 255);
  const digits = hexByte(r) + hexByte(g) + hexByte(b);
  const full = alpha === 'ff' ? digits : alpha + digits;
  const isDoubled = [...full.matchAll(/(.)(.)/g)].every(([, first, second]) => first === second);
  return `#${isDoubled ? full.replace(/(.)./g, '$1') : full}`;
}

/** `#RRGGBB` in capitals, the form in which a color map names its colors. */
export function colorKey({ r, g, b }: Color): string {
  return `#${hexByte(r)}${hexByte(g)}${hexByte(b)}`.toUpperCase();
}

function hexByte(channel: number): string {
  return Math.min(255, Math.max(0, Math.round(channel)))
    .toString(16)
    .padStart(2, '0');
}
