import type { Color } from '../../ir.ts';
import {
  fromHsl,
  fromHwb,
  fromLab,
  fromOklab,
  fromPolar,
  fromSrgb,
  PREDEFINED_SPACES,
  toHsl,
  toLab,
  toLinear,
  toOklab,
  toXyz,
  type Triple,
} from './spaces.ts';

interface MixingSpace {
  readonly from: (rgb: Triple) => Triple;
  readonly to: (mixed: Triple, alpha: number) => Color;
  /** Which component is a hue. */
  readonly hue?: 0 | 2;
}

const polar = ([lightness, a, b]: Triple): Triple => [
  lightness,
  Math.hypot(a, b),
  (Math.atan2(b, a) * 180) / Math.PI,
];

const xyz: MixingSpace = { from: toXyz, to: PREDEFINED_SPACES['xyz'] as MixingSpace['to'] };

const SPACES: Readonly<Record<string, MixingSpace>> = {
  srgb: { from: (rgb) => rgb, to: fromSrgb },
  'srgb-linear': { from: toLinear, to: PREDEFINED_SPACES['srgb-linear'] as MixingSpace['to'] },
  xyz,
  'xyz-d65': xyz,
  lab: { from: toLab, to: ([l, a, b], alpha) => fromLab(l, a, b, alpha) },
  oklab: { from: toOklab, to: ([l, a, b], alpha) => fromOklab(l, a, b, alpha) },
  lch: {
    hue: 2,
    from: (rgb) => polar(toLab(rgb)),
    to: ([l, chroma, hue], alpha) => {
      const { a, b } = fromPolar(chroma, hue);
      return fromLab(l, a, b, alpha);
    },
  },
  oklch: {
    hue: 2,
    from: (rgb) => polar(toOklab(rgb)),
    to: ([l, chroma, hue], alpha) => {
      const { a, b } = fromPolar(chroma, hue);
      return fromOklab(l, a, b, alpha);
    },
  },
  hsl: { hue: 0, from: toHsl, to: ([h, s, l], alpha) => fromHsl(h, s, l, alpha) },
  hwb: {
    hue: 0,
    from: (rgb) => [toHsl(rgb)[0], Math.min(...rgb), 1 - Math.max(...rgb)],
    to: ([h, w, b], alpha) => fromHwb(h, w, b, alpha),
  },
};

/** One of the two colors that are mixed, with its share of 0 to 1 where it has one. */
export interface Ingredient {
  readonly color: Color;
  readonly share: number | undefined;
}

/**
 * What two colors make, `method` being the words behind `in`. Undefined for a space this does not know, and for shares
 * that come to nothing.
 *
 * @see https://www.w3.org/TR/css-color-5/#color-mix
 */
export function mixColors(method: string, one: Ingredient, other: Ingredient): Color | undefined {
  const words = /^([a-z\d-]+)(?:\s+(shorter|longer|increasing|decreasing)\s+hue)?$/.exec(method.trim());
  const name = words?.[1] ?? '';
  const space = Object.prototype.hasOwnProperty.call(SPACES, name) ? SPACES[name] : undefined;
  const first = one.share ?? (other.share === undefined ? 0.5 : 1 - other.share);
  const second = other.share ?? 1 - first;
  const sum = first + second;
  if (space === undefined || !(sum > 0)) return undefined;
  const share = second / sum;
  const alpha = one.color.a * (1 - share) + other.color.a * share;
  const [from, to] = [componentsOf(one.color, space), componentsOf(other.color, space)];
  const mixed = ([0, 1, 2] as const).map((index) => {
    const [a, b] = [from[index] ?? to[index] ?? 0, to[index] ?? from[index] ?? 0];
    if (index === space.hue) return a + turn(b - a, words?.[2] ?? 'shorter') * share;
    return alpha === 0 ? 0 : (a * one.color.a * (1 - share) + b * other.color.a * share) / alpha;
  });
  return space.to(mixed as [number, number, number], alpha * Math.min(1, sum));
}

/** The hue of a gray says nothing: the other color's counts. */
function componentsOf({ r, g, b }: Color, space: MixingSpace): (number | undefined)[] {
  const isGray = r === g && g === b;
  return space
    .from([r / 255, g / 255, b / 255])
    .map((value, index) => (isGray && index === space.hue ? undefined : value));
}

/** The way from one hue to another, in degrees. */
function turn(difference: number, way: string): number {
  const up = ((difference % 360) + 360) % 360;
  const down = up - 360;
  switch (way) {
    case 'increasing':
      return up;
    case 'decreasing':
      return up === 0 ? 0 : down;
    case 'longer':
      return up > 0 && up < 180 ? down : up === 0 ? 360 : up;
    default:
      return up > 180 ? down : up;
  }
}
