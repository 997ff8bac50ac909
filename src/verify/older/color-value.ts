import { SPACES, toSrgb, type Space, type Triple } from './color-math.ts';

/** A color where its notation puts it: NaN for what is `none`. */
interface Colored {
  readonly space: Space;
  readonly coordinates: Triple;
  readonly alpha: number;
}

/** The names CSS 2 has, and what mixtures are commonly of. */
const NAMES: Readonly<Record<string, string>> = {
  black: '000',
  silver: 'c0c0c0',
  gray: '808080',
  grey: '808080',
  white: 'fff',
  maroon: '800000',
  red: 'f00',
  purple: '800080',
  fuchsia: 'f0f',
  magenta: 'f0f',
  green: '008000',
  lime: '0f0',
  olive: '808000',
  yellow: 'ff0',
  navy: '000080',
  blue: '00f',
  teal: '008080',
  aqua: '0ff',
  cyan: '0ff',
  orange: 'ffa500',
  rebeccapurple: '663399',
  transparent: '0000',
};

/** Characters. Mixtures of mixtures are read by recursion. */
const LONGEST = 1_000;

const SRGB = SPACES['srgb'] as Space;

const channel = (value: number): number => Math.round(255 * Math.min(1, Math.max(0, value)));

/** Any notation of a color as `rgba(…)` with whole channels, as SVG 1.1 and CSS 3 have it; undefined for what is none. */
export function plainColor(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const color = read(text.trim().toLowerCase());
  if (color === undefined) return undefined;
  const [r, g, b] = toSrgb(color.space, withoutNone(color.coordinates)).map(channel);
  return `rgba(${r}, ${g}, ${b}, ${Number(Math.min(1, Math.max(0, color.alpha || 0)).toFixed(6))})`;
}

const withoutNone = ([a, b, c]: Triple): Triple => [a || 0, b || 0, c || 0];

function read(text: string): Colored | undefined {
  const call = /^([a-z-]+)\(([^]*)\)$/.exec(text);
  if (call === null) return readHex(text.startsWith('#') ? text.slice(1) : NAMES[text]);
  const [, name = '', inside = ''] = call;
  if (name === 'color-mix') return mix(partsOf(inside));
  if (name === 'light-dark') return read(partsOf(inside)[0] ?? '');
  if (inside.includes('(')) return undefined;
  const words = inside.replace(/[,/]/g, ' ').trim().split(/\s+/);
  const named = name === 'color' ? words.shift() : name.replace(/^(rgb|hsl)a$/, '$1');
  if (words.length < 3 || words.length > 4) return undefined;
  const [first = '', second = '', third = '', last = '1'] = words;
  const whole = RANGES[named ?? ''] ?? [1, 1, 1];
  const space = SPACES[named === 'rgb' ? 'srgb' : (named ?? '')];
  if (space === undefined) return undefined;
  const numbers = [first, second, third].map((word, index) => numberIn(word, whole[index] as number));
  const alpha = numberIn(last, 1);
  if ([...numbers, alpha].includes(undefined)) return undefined;
  const [a, b, c] = numbers as number[] as [number, number, number];
  return { space, coordinates: inRange(named as string, [a, b, c]), alpha: alpha as number };
}

/** What 100 % of each coordinate is; hues have none. */
const RANGES: Readonly<Record<string, Triple>> = {
  rgb: [255, 255, 255],
  hsl: [1, 100, 100],
  hwb: [1, 100, 100],
  lab: [100, 125, 125],
  lch: [100, 150, 1],
  oklab: [1, 0.4, 0.4],
  oklch: [1, 0.4, 1],
};

const within = (value: number, most: number): number => Math.min(most, Math.max(0, value));

/** As the notation counts to as the space does, within what the notation allows. */
function inRange(name: string, [a, b, c]: Triple): Triple {
  switch (name) {
    case 'rgb':
      return [a / 255, b / 255, c / 255];
    case 'hsl':
    case 'hwb':
      return [a, within(b / 100, 1), within(c / 100, 1)];
    case 'lab':
      return [within(a, 100), b, c];
    case 'lch':
      return [within(a, 100), Math.max(0, b), c];
    case 'oklab':
      return [within(a, 1), b, c];
    case 'oklch':
      return [within(a, 1), Math.max(0, b), c];
    default:
      return [a, b, c];
  }
}

const DEGREES: Readonly<Record<string, number>> = { deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 };

/** A number, a share of `whole`, or an angle in degrees. */
function numberIn(word: string, whole: number): number | undefined {
  if (word === 'none') return Number.NaN;
  const unit = /(?:%|deg|grad|rad|turn)$/.exec(word)?.[0] ?? '';
  const digits = word.slice(0, word.length - unit.length);
  const value = digits === '' ? Number.NaN : Number(digits);
  if (Number.isNaN(value)) return undefined;
  return unit === '%' ? (value * whole) / 100 : value * (DEGREES[unit] ?? 1);
}

function readHex(digits: string | undefined): Colored | undefined {
  if (digits === undefined || !/^(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.test(digits)) return undefined;
  const size = digits.length < 6 ? 1 : 2;
  const at = (index: number): number => {
    const pair = digits.slice(index * size, (index + 1) * size);
    return pair === '' ? 1 : Number.parseInt(pair, 16) / (16 ** size - 1);
  };
  return { space: SRGB, coordinates: [at(0), at(1), at(2)], alpha: at(3) };
}

/** Arguments between commas that are in no parentheses. */
function partsOf(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const unit of text) {
    if (unit === '(') depth += 1;
    if (unit === ')') depth -= 1;
    if (unit === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += unit;
  }
  return parts.map((part) => part.trim());
}

/** @see https://www.w3.org/TR/css-color-5/#color-mix */
function mix([method = '', ...two]: readonly string[]): Colored | undefined {
  const way = /^in\s+([a-z\d-]+)(?:\s+(shorter|longer|increasing|decreasing)\s+hue)?$/.exec(method);
  const space = SPACES[way?.[1] ?? ''];
  if (space === undefined || two.length !== 2) return undefined;
  const parts = two.map((part) => {
    const share = /^([\d.]+)%\s|\s([\d.]+)%$/.exec(part);
    return {
      share: share === null ? undefined : Number(share[1] ?? share[2]) / 100,
      color: read(
        share === null ? part : part.slice(0, share.index) + part.slice(share.index + share[0].length),
      ),
    };
  });
  const [one, other] = parts as [(typeof parts)[0], (typeof parts)[0]];
  if (one.color === undefined || other.color === undefined) return undefined;
  const p = one.share ?? 1 - (other.share ?? 0.5);
  const q = other.share ?? 1 - p;
  if (p + q === 0) return undefined;
  const { coordinates, alpha } = between(
    inSpace(one.color, space),
    inSpace(other.color, space),
    q / (p + q),
    space,
    way?.[2] ?? 'shorter',
  );
  return { space, coordinates, alpha: alpha * Math.min(1, p + q) };
}

/** The color's coordinates in another space; a hue that says nothing is none. */
function inSpace(color: Colored, space: Space): Colored {
  if (color.space === space) return color;
  const linear = color.space.toLinear(withoutNone(color.coordinates));
  const at = [...space.fromLinear(linear)] as [number, number, number];
  if (space.hue !== undefined && Math.max(...linear) - Math.min(...linear) < 1e-5) at[space.hue] = Number.NaN;
  return { space, coordinates: at, alpha: color.alpha };
}

const known = (value: number, instead: number): number => (Number.isNaN(value) ? instead : value);

function between(
  one: Colored,
  other: Colored,
  share: number,
  space: Space,
  way: string,
): Omit<Colored, 'space'> {
  const [first, second] = [known(one.alpha, other.alpha), known(other.alpha, one.alpha)];
  const alpha = first + (second - first) * share;
  const at = ([0, 1, 2] as const).map((index) => {
    const from = known(one.coordinates[index], other.coordinates[index]);
    const to = known(other.coordinates[index], one.coordinates[index]);
    if (index === space.hue) return from + arc(from, to, way) * share;
    if (alpha === 0) return from + (to - from) * share;
    return (from * first * (1 - share) + to * second * share) / alpha;
  });
  return { coordinates: at as [number, number, number], alpha };
}

/** From one hue to another, in degrees. */
function arc(from: number, to: number, way: string): number {
  const ahead = (((to - from) % 360) + 360) % 360;
  if (way === 'increasing') return ahead;
  if (way === 'decreasing') return ahead === 0 ? 0 : ahead - 360;
  const isShort = ahead <= 180;
  if (way === 'longer') return ahead === 0 ? 360 : isShort ? ahead - 360 : ahead;
  return isShort ? ahead : ahead - 360;
}
