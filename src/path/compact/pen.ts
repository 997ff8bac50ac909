import type { Point } from '../../geometry/point.ts';
import { printSteps } from '../number.ts';
import { endInFloats } from '../old-arc.ts';
import type { PathDataStyle } from './style.ts';

/** One way to write a command: whole steps behind a letter. An arc's flags go before its last two numbers. */
export interface Form {
  readonly letter: string;
  readonly numbers: readonly number[];
  readonly flags?: readonly [boolean, boolean];
}

/** Where printing has come to, and by which texts. */
export interface Pen {
  /** In steps. */
  readonly at: Point;
  /** In user units: where a parser stands that adds up relative numbers in floats. */
  readonly inFloats: Point;
  /** The letter in force. */
  readonly letter: string;
  /** Whether the last number has a decimal point, behind which another may stand without a space. */
  readonly hasPoint: boolean;
  /** The last control point, which the shorthands mirror. */
  readonly control?: { readonly kind: 'cubic' | 'quad'; readonly at: Point } | undefined;
  readonly length: number;
  /** What was printed last, and where the pen was before. */
  readonly text: string;
  readonly before?: Pen;
}

const ORIGIN: Point = { x: 0, y: 0 };

export const RAISED: Pen = { at: ORIGIN, inFloats: ORIGIN, letter: '', hasPoint: false, length: 0, text: '' };

/** All that was printed up to `pen`. */
export function textOf(pen: Pen): string {
  const texts: string[] = [];
  for (let one: Pen | undefined = pen; one !== undefined; one = one.before) texts.push(one.text);
  return texts.reverse().join('');
}

/** The first control point that a shorthand implies. */
export function mirror({ control, at }: Pen, kind: 'cubic' | 'quad'): Point {
  if (control?.kind !== kind) return at;
  return { x: 2 * at.x - control.at.x, y: 2 * at.y - control.at.y };
}

/** `pen` after it wrote `form`, standing at `at`. */
export function write(pen: Pen, form: Form, at: Point, style: PathDataStyle, control?: Pen['control']): Pen {
  const { letter, numbers, flags } = form;
  // A pair behind a moveto's own was read as another moveto by the first parsers, so linetos are always spelled out.
  const isRepeated = letter === pen.letter && letter !== 'm' && letter !== 'M';
  let text = isRepeated ? '' : letter;
  let isFirst = !isRepeated;
  let hasPoint = isRepeated && pen.hasPoint;
  const put = (token: string): void => {
    const splitsItself = token[0] === '-' || (token[0] === '.' && hasPoint);
    text += isFirst || splitsItself ? token : ` ${token}`;
    isFirst = false;
    hasPoint = token.includes('.');
  };
  numbers.forEach((number, index) => {
    if (flags !== undefined && index === 3) for (const flag of flags) put(flag ? '1' : '0');
    put(printSteps(number, style.decimals, style.leadingZero));
  });
  const inFloats = endOf(pen, form, style);
  return { at, inFloats, letter, hasPoint, control, length: pen.length + text.length, text, before: pen };
}

/** Where `form` ends for a parser that adds up in floats. */
export function endOf({ inFloats }: Pen, { letter, numbers }: Form, { decimals }: PathDataStyle): Point {
  return endInFloats(
    inFloats,
    letter,
    numbers.slice(-2).map((steps) => steps / 10 ** decimals),
  );
}

/** `pen` after a close, back at `at`. */
export function writeClose(pen: Pen, at: Point): Pen {
  // What follows is absolute.
  const { inFloats, length } = pen;
  return { at, inFloats, letter: 'z', hasPoint: false, length: length + 1, text: 'z', before: pen };
}
