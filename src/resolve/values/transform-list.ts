import { IDENTITY, multiply, rotation, scaling, translation, type Matrix } from '../../geometry/matrix.ts';
import type { Size } from '../../geometry/point.ts';
import { parseLength, toPixels, type Length } from './length.ts';

/** What lengths of a CSS `transform` are measured against. */
export interface TransformBase {
  readonly fontSize: number;
  readonly rootFontSize: number;
  readonly root: Size;
  /** The reference box, whose width and height percentages are of. */
  readonly box: Size;
}

const CALL = /[\s,]*([a-zA-Z0-9]+)\s*\(([^()]*)\)/y;

/** Turns of an angle unit to degrees. */
const DEGREES: Readonly<Record<string, number>> = { deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 };

/** An angle in degrees; a plain number is degrees, as in SVG attributes. */
export function parseAngle(text: string): number | undefined {
  const match = /^\s*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)(deg|grad|rad|turn)?\s*$/i.exec(text);
  if (match === null) return undefined;
  return Number(match[1]) * (DEGREES[(match[2] ?? 'deg').toLowerCase()] as number);
}

/**
 * The matrix of a transform list, in the attribute's grammar or in CSS's; undefined when it is neither, or is
 * three-dimensional.
 *
 * @see https://www.w3.org/TR/css-transforms-1/#svg-syntax
 */
export function parseTransformList(text: string, base: TransformBase): Matrix | undefined {
  if (/^\s*(?:none)?\s*$/i.test(text)) return IDENTITY;
  let matrix = IDENTITY;
  let at = 0;
  CALL.lastIndex = 0;
  for (let match = CALL.exec(text); match !== null; match = CALL.exec(text)) {
    const one = toMatrix(match[1] as string, splitArguments(match[2] as string), base);
    if (one === undefined) return undefined;
    matrix = multiply(matrix, one);
    at = CALL.lastIndex;
  }
  return /^[\s,]*$/.test(text.slice(at)) ? matrix : undefined;
}

function splitArguments(text: string): string[] {
  const parts = text.match(/[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?:[a-zA-Z]+|%)?|[^\s,]+/g);
  return parts === null ? [] : [...parts];
}

function toMatrix(name: string, words: readonly string[], base: TransformBase): Matrix | undefined {
  const lower = name.toLowerCase();
  if (lower.startsWith('rotate') || lower.startsWith('skew')) return toTurn(lower, words, base);
  const lengths = words.map((word) => parseLength(word));
  if (lengths.includes(undefined)) return undefined;
  const known = lengths as Length[];
  if (lower.startsWith('translate')) {
    const [x, y] = known.map((length, index) => {
      const isVertical = index === 1 || lower === 'translatey';
      return toPixels(length, { ...base, whole: isVertical ? base.box.height : base.box.width });
    });
    if (x === undefined || known.length > 2) return undefined;
    if (lower === 'translatex') return known.length === 1 ? translation(x, 0) : undefined;
    if (lower === 'translatey') return known.length === 1 ? translation(0, x) : undefined;
    return lower === 'translate' ? translation(x, y ?? 0) : undefined;
  }
  const numbers = known.map(({ value, unit }) =>
    unit === '%' ? value / 100 : unit === '' ? value : Number.NaN,
  );
  if (!numbers.every((value) => Number.isFinite(value))) return undefined;
  const [a, b, c, d, e, f] = numbers;
  if (lower === 'matrix' && numbers.length === 6)
    return { a: a as number, b: b as number, c: c as number, d: d as number, e: e as number, f: f as number };
  if (a === undefined) return undefined;
  if (lower === 'scale' && numbers.length <= 2) return scaling(a, b ?? a);
  if (lower === 'scalex' && numbers.length === 1) return scaling(a, 1);
  if (lower === 'scaley' && numbers.length === 1) return scaling(1, a);
  return undefined;
}

function toTurn(name: string, words: readonly string[], base: TransformBase): Matrix | undefined {
  const angle = parseAngle(words[0] ?? '');
  if (angle === undefined) return undefined;
  const tangent = Math.tan((angle * Math.PI) / 180);
  if (name === 'skewx' && words.length === 1) return { ...IDENTITY, c: tangent };
  if (name === 'skewy' && words.length === 1) return { ...IDENTITY, b: tangent };
  if (name === 'skew' && words.length <= 2) {
    const second = words[1] === undefined ? 0 : parseAngle(words[1]);
    return second === undefined
      ? undefined
      : { ...IDENTITY, b: Math.tan((second * Math.PI) / 180), c: tangent };
  }
  if (name !== 'rotate' && name !== 'rotatez') return undefined;
  if (words.length === 1) return rotation(angle);
  const [x, y] = words.slice(1).map((word) => parseLength(word));
  if (words.length !== 3 || name !== 'rotate' || x === undefined || y === undefined) return undefined;
  const center = {
    x: toPixels(x, { ...base, whole: base.box.width }),
    y: toPixels(y, { ...base, whole: base.box.height }),
  };
  return multiply(
    multiply(translation(center.x, center.y), rotation(angle)),
    translation(-center.x, -center.y),
  );
}
