import { parseCalculation, type Calculation } from './calculation.ts';

/** A length as written: a number and its unit, `''` for a plain number, lower case. */
export interface Length {
  readonly value: number;
  readonly unit: string;
  /** What `calc()` and the like come to, in place of the two others, which are then zero and nothing. */
  readonly calculation?: Calculation;
}

/** Pixels to a unit that needs no context. */
const ABSOLUTE: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
};

const RELATIVE = new Set([
  '%',
  'em',
  'ex',
  'ch',
  'rem',
  'rex',
  'lh',
  'rlh',
  'vw',
  'vh',
  'vi',
  'vb',
  'vmin',
  'vmax',
]);

const LENGTH = /^\s*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)([a-zA-Z]+|%)?\s*$/;

/** Undefined when the text is no length, or one of a unit that CSS does not have. */
export function parseLength(text: string): Length | undefined {
  if (text.includes('(')) {
    const calculation = parseCalculation(text, isUnit);
    return calculation === undefined ? undefined : { value: 0, unit: '', calculation };
  }
  const match = LENGTH.exec(text);
  if (match === null) return undefined;
  const unit = (match[2] ?? '').toLowerCase();
  const value = Number(match[1]);
  if (!Number.isFinite(value) || !isUnit(unit)) return undefined;
  return { value, unit };
}

const isUnit = (unit: string): boolean => ABSOLUTE[unit] !== undefined || RELATIVE.has(unit);

/** What the relative units are relative to, in pixels. */
export interface LengthBase {
  readonly fontSize: number;
  readonly rootFontSize: number;
  /** Of the outermost viewport. */
  readonly root: { readonly width: number; readonly height: number };
  /** What 100 % is. */
  readonly whole: number;
}

export function toPixels({ value, unit, calculation }: Length, base: LengthBase): number {
  const { root } = base;
  if (calculation !== undefined) {
    const pixels = calculation.at((one) => toPixels({ value: 1, unit: one }, base));
    // A division by zero: what is endless counts as nothing.
    return Number.isFinite(pixels) ? pixels : 0;
  }
  switch (unit) {
    case '%':
      return (value * base.whole) / 100;
    case 'em':
      return value * base.fontSize;
    case 'ex':
    case 'ch':
      return (value * base.fontSize) / 2;
    case 'rem':
      return value * base.rootFontSize;
    case 'rex':
      return (value * base.rootFontSize) / 2;
    case 'lh':
      return value * base.fontSize * NORMAL_LINE;
    case 'rlh':
      return value * base.rootFontSize * NORMAL_LINE;
    case 'vw':
    case 'vi':
      return (value * root.width) / 100;
    case 'vh':
    case 'vb':
      return (value * root.height) / 100;
    case 'vmin':
      return (value * Math.min(root.width, root.height)) / 100;
    case 'vmax':
      return (value * Math.max(root.width, root.height)) / 100;
    default:
      return value * (ABSOLUTE[unit] as number);
  }
}

/** `line-height: normal` is the font's own; this is what browsers' default fonts come near to. */
const NORMAL_LINE = 1.2;

const unitsOf = ({ unit, calculation }: Length): string[] => [...(calculation?.units ?? [unit])];

/** Whether it has a unit whose size depends on a font that a converter does not have. */
export const isFontDependent = (length: Length): boolean =>
  unitsOf(length).some((unit) => /^(?:r?ex|ch|r?lh)$/.test(unit));

/** A unit of the window or the page, which programs measure differently. */
export const unevenUnit = (length: Length): string | undefined =>
  unitsOf(length).find((unit) => /^(?:rem|v.*)$/.test(unit));
