import { IDENTITY, multiply, rotation, scaling, translation, type Matrix } from '../../geometry/matrix.ts';
import type { XmlElement } from '../../parse/tree.ts';
import { attribute, plainNumber, viewBoxOf } from './form.ts';

/** What a transform list in SVG 1.1's grammar does; undefined for any other. */
export function matrixOf(list: string): Matrix | undefined {
  const call = /\s*([a-z]+)\s*\(([^()]*)\)\s*,?\s*/gi;
  let matrix: Matrix | undefined = list.replace(call, '') === '' ? IDENTITY : undefined;
  for (const [, name = '', inside = ''] of list.matchAll(call)) {
    const numbers = inside
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const one = numbers.every(Number.isFinite) ? single(name, numbers) : undefined;
    matrix = matrix === undefined || one === undefined ? undefined : multiply(matrix, one);
  }
  return matrix;
}

export const printMatrix = ({ a, b, c, d, e, f }: Matrix): string =>
  `matrix(${[a, b, c, d, e, f].join(' ')})`;

function single(name: string, numbers: readonly number[]): Matrix | undefined {
  const [a = 0, b, c, d, e, f] = numbers;
  const slope = Math.tan((a * Math.PI) / 180);
  switch (name) {
    case 'translate':
      return translation(a, b ?? 0);
    case 'scale':
      return scaling(a, b ?? a);
    case 'rotate':
      if (b === undefined || c === undefined) return rotation(a);
      return multiply(multiply(translation(b, c), rotation(a)), translation(-b, -c));
    case 'skewX':
      return { ...IDENTITY, c: slope };
    case 'skewY':
      return { ...IDENTITY, b: slope };
    case 'matrix':
      if (b === undefined || c === undefined || d === undefined || e === undefined || f === undefined)
        return undefined;
      return { a, b, c, d, e, f };
    default:
      return undefined;
  }
}

/**
 * From an element's user units to those of `ancestor`; undefined where what lies between has units of its own, or is
 * drawn elsewhere than it stands.
 */
export function placeIn(element: XmlElement, ancestor: XmlElement): Matrix | undefined {
  if (element === ancestor) return IDENTITY;
  const { parent } = element;
  if (parent === undefined || /^(?:svg|symbol|marker|pattern|mask|clipPath|defs)$/.test(element.local))
    return undefined;
  const own = matrixOf(attribute(element, 'transform')?.value ?? '');
  const outer = placeIn(parent, ancestor);
  return own === undefined || outer === undefined ? undefined : multiply(outer, own);
}

/** The root's user units in a CSS pixel; undefined where they differ by axis or the size takes more to tell. */
export function unitsPerPixel(root: XmlElement): number | undefined {
  const view = viewBoxOf(root);
  if (view === undefined) return 1;
  const [width, height] = [attribute(root, 'width'), attribute(root, 'height')].map((side) =>
    side === undefined ? undefined : (plainNumber(side.value) ?? Number.NaN),
  );
  const across = width === undefined ? undefined : view[2] / width;
  const down = height === undefined ? undefined : view[3] / height;
  const aspect = attribute(root, 'preserveAspectRatio')?.value ?? '';
  if (Number.isNaN(across ?? 1) || Number.isNaN(down ?? 1)) return undefined;
  if (across === undefined || down === undefined) return across ?? down ?? 1;
  if (across === down) return across;
  if (aspect.includes('none')) return undefined;
  return aspect.includes('slice') ? Math.min(across, down) : Math.max(across, down);
}
