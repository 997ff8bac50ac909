import type { Color } from '../ir.ts';

/** The color halfway, or `t` of the way, from `a` to `b`, channel by channel and not premultiplied. */
export function mix(a: Color, b: Color, t: number): Color {
  return {
    r: a.r + (b.r - a.r) * t,
    g: a.g + (b.g - a.g) * t,
    b: a.b + (b.b - a.b) * t,
    a: a.a + (b.a - a.a) * t,
  };
}

/** `top` painted over `below`. */
export function over(top: Color, below: Color): Color {
  const a = top.a + below.a * (1 - top.a);
  if (a === 0) return { r: 0, g: 0, b: 0, a: 0 };
  const channel = (t: number, u: number): number => (t * top.a + u * below.a * (1 - top.a)) / a;
  return { r: channel(top.r, below.r), g: channel(top.g, below.g), b: channel(top.b, below.b), a };
}

export const fade = (color: Color, opacity: number): Color => ({ ...color, a: color.a * opacity });

export const sameColor = (a: Color, b: Color): boolean =>
  a.r === b.r && a.g === b.g && a.b === b.b && a.a === b.a;

/**
 * Luminance of `color` as a mask takes it, 0 to 1, alpha left out.
 *
 * @see https://www.w3.org/TR/css-masking-1/#MaskValues
 */
export function luminance(color: Color, space: 'sRGB' | 'linearRGB'): number {
  const channel = (value: number): number => {
    const v = value / 255;
    if (space === 'sRGB') return v;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  };
  return 0.2125 * channel(color.r) + 0.7154 * channel(color.g) + 0.0721 * channel(color.b);
}
