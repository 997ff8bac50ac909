import type { Color } from '../../ir.ts';
import { NAMED_COLORS, SYSTEM_COLORS } from './names.ts';
import { mixColors, type Ingredient } from './mix.ts';
import { fromHsl, fromHwb, fromLab, fromOklab, fromPolar, fromSrgb, PREDEFINED_SPACES } from './spaces.ts';

/**
 * A color in any of CSS's notations, or undefined when the text is none. `currentColor` is not a color yet and is the
 * caller's to tell apart.
 *
 * Of light-dark() the light color is taken. Relative colors, mixtures with `currentColor` and SVG 1.1's icc-color() are
 * not read.
 *
 * @see https://www.w3.org/TR/css-color-4/
 */
export function parseColor(text: string): Color | undefined {
  const plain = text.trim();
  if (plain.startsWith('#')) return parseHex(plain.slice(1));
  const lower = plain.toLowerCase();
  if (lower === 'transparent') return { r: 0, g: 0, b: 0, a: 0 };
  const named = own(NAMED_COLORS, lower) ?? own(SYSTEM_COLORS, lower);
  if (named !== undefined) return fromNumber(named);
  const nested = /^(color-mix|light-dark)\(([^]*)\)$/.exec(lower);
  if (nested !== null) return parseNested(nested[1] as string, nested[2] as string);
  const call = /^([a-z][a-z-]*)\(([^()]*)\)$/.exec(lower);
  return call === null ? undefined : parseFunction(call[1] as string, call[2] as string);
}

/** Colors within a color are nested no deeper than a hand would write them. */
const LONGEST = 1_000;

function parseNested(name: string, inside: string): Color | undefined {
  const [first = '', second = '', third, ...rest] = splitAtCommas(inside);
  if (inside.length > LONGEST || rest.length > 0) return undefined;
  if (name === 'light-dark')
    return third === undefined && parseColor(second) !== undefined ? parseColor(first) : undefined;
  const [one, other] = [parseIngredient(second), parseIngredient(third ?? '')];
  if (one === undefined || other === undefined || !/^in\s/.test(first)) return undefined;
  return mixColors(first.slice('in'.length), one, other);
}

/** A color with a percentage before or behind it. */
function parseIngredient(text: string): Ingredient | undefined {
  const [, before, middle = text, behind] =
    /^(?:([\d.]+)% )?([^]*?)(?: ([\d.]+)%)?$/.exec(text.replace(/\s+/g, ' ')) ?? [];
  const share = before ?? behind;
  const color = parseColor(middle);
  if (color === undefined || (share !== undefined && !(Number(share) <= 100))) return undefined;
  return { color, share: share === undefined ? undefined : Number(share) / 100 };
}

/** At the commas outside of parentheses. */
function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    else if (at === text.length || (text[at] === ',' && depth === 0)) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  return parts;
}

/** Whether the text is one of CSS's system colors, which a user's device decides. */
export function isSystemColor(text: string): boolean {
  return own(SYSTEM_COLORS, text.trim().toLowerCase()) !== undefined;
}

const own = (table: Readonly<Record<string, number>>, key: string): number | undefined =>
  Object.prototype.hasOwnProperty.call(table, key) ? table[key] : undefined;

const fromNumber = (value: number): Color => ({
  r: (value >> 16) & 255,
  g: (value >> 8) & 255,
  b: value & 255,
  a: 1,
});

function parseHex(digits: string): Color | undefined {
  if (!/^[0-9a-f]+$/i.test(digits)) return undefined;
  if (digits.length === 3 || digits.length === 4) return parseHex(digits.replace(/./g, '$&$&'));
  if (digits.length !== 6 && digits.length !== 8) return undefined;
  const color = fromNumber(Number.parseInt(digits.slice(0, 6), 16));
  return digits.length === 6 ? color : { ...color, a: Number.parseInt(digits.slice(6), 16) / 255 };
}

/** One argument: a number with its unit, `none` being zero. */
interface Argument {
  readonly value: number;
  readonly unit: string;
}

const ARGUMENT = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)(%|deg|grad|rad|turn)?$/;

function parseArgument(text: string): Argument | undefined {
  if (text === 'none') return { value: 0, unit: '' };
  const match = ARGUMENT.exec(text);
  return match === null ? undefined : { value: Number(match[1]), unit: match[2] ?? '' };
}

/** The arguments of a color function, separated by spaces or by commas, an alpha behind `/` or a comma. */
function parseArguments(text: string): { components: Argument[]; alpha: number } | undefined {
  const words = text
    .replace(/[,/]/g, ' ')
    .trim()
    .split(/\s+/)
    .map((word) => parseArgument(word));
  if (words.length < 3 || words.length > 4 || words.includes(undefined)) return undefined;
  const [first, second, third, last] = words as [Argument, Argument, Argument, Argument | undefined];
  const alpha = last === undefined ? 1 : share(last);
  return { components: [first, second, third], alpha };
}

/** A number, or a percentage of `whole`. */
const share = ({ value, unit }: Argument, whole = 1): number =>
  unit === '%' ? (value / 100) * whole : value;

/** The notation with commas is stricter: no mixing of numbers and percentages, and only for the oldest functions. */
function isLegacy(name: string, components: readonly Argument[]): boolean {
  const isPercentage = components.map(({ unit }) => unit === '%');
  if (name === 'rgb' || name === 'rgba') return new Set(isPercentage).size === 1;
  return (name === 'hsl' || name === 'hsla') && isPercentage[1] === true && isPercentage[2] === true;
}

const DEGREES: Readonly<Record<string, number>> = { '': 1, deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 };

const degrees = ({ value, unit }: Argument): number => value * (DEGREES[unit] ?? 1);

/** CSS Color 4 takes the percentages of hsl() and hwb() without their sign too. */
const percentage = ({ value }: Argument): number => value / 100;

function parseFunction(name: string, text: string): Color | undefined {
  if (name === 'color') return parsePredefined(text);
  const parsed = parseArguments(text);
  if (parsed === undefined) return undefined;
  const { alpha } = parsed;
  if (text.includes(',') && !isLegacy(name, parsed.components)) return undefined;
  const [first, second, third] = parsed.components as [Argument, Argument, Argument];
  switch (name) {
    case 'rgb':
    case 'rgba':
      return fromSrgb([share(first, 255) / 255, share(second, 255) / 255, share(third, 255) / 255], alpha);
    case 'hsl':
    case 'hsla':
      return fromHsl(degrees(first), percentage(second), percentage(third), alpha);
    case 'hwb':
      return fromHwb(degrees(first), percentage(second), percentage(third), alpha);
    case 'lab':
      return fromLab(share(first, 100), share(second, 125), share(third, 125), alpha);
    case 'lch': {
      const { a, b } = fromPolar(share(second, 150), degrees(third));
      return fromLab(share(first, 100), a, b, alpha);
    }
    case 'oklab':
      return fromOklab(share(first), share(second, 0.4), share(third, 0.4), alpha);
    case 'oklch': {
      const { a, b } = fromPolar(share(second, 0.4), degrees(third));
      return fromOklab(share(first), a, b, alpha);
    }
    default:
      return undefined;
  }
}

function parsePredefined(text: string): Color | undefined {
  const [, space, rest] = /^\s*([a-z0-9-]+)\s+([^]*)$/.exec(text) ?? [];
  if (space === undefined || rest === undefined) return undefined;
  const convert = Object.prototype.hasOwnProperty.call(PREDEFINED_SPACES, space)
    ? PREDEFINED_SPACES[space]
    : undefined;
  const parsed = parseArguments(rest);
  if (convert === undefined || parsed === undefined) return undefined;
  const [first, second, third] = parsed.components as [Argument, Argument, Argument];
  return convert([share(first), share(second), share(third)], parsed.alpha);
}
