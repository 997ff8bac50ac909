import { uniteBounds, type Bounds } from '../../geometry/bounds.ts';
import { apply, IDENTITY, multiply, type Matrix } from '../../geometry/matrix.ts';
import { childElements, type XmlElement } from '../../parse/tree.ts';
import { attribute } from './form.ts';
import { matrixOf } from './matrices.ts';
import { contoursOf, outlineData, pointsAlong } from './outlines.ts';

/**
 * The box of what a shape or a group fills, in its own units: the least upright one, whatever turns the shapes of a
 * group. Undefined where it takes more to tell.
 */
export function fillBox(element: XmlElement): Bounds | undefined {
  const box = boxUnder(element, IDENTITY);
  return box === undefined || !Object.values(box).every((side) => Number.isFinite(side)) ? undefined : box;
}

/** Points taken along a curve: its box is off by a hundred-thousandth of its size. */
const SAMPLES = 256;

function boxUnder(element: XmlElement, matrix: Matrix): Bounds | undefined {
  if (element.local === 'g') {
    const boxes = childElements(element)
      .filter(({ local }) => !/^(?:title|desc|defs|(?:linear|radial)Gradient|clipPath|mask)$/.test(local))
      .map((child) => {
        const own = matrixOf(attribute(child, 'transform')?.value ?? '');
        return own === undefined ? undefined : boxUnder(child, multiply(matrix, own));
      });
    return boxes.reduce((all, box) =>
      all === undefined || box === undefined ? undefined : uniteBounds(all, box),
    );
  }
  const points = contoursOf(outlineData(element) ?? '')
    .flatMap(({ start, segments }) => [
      start,
      ...segments.flatMap((segment) => pointsAlong(segment, SAMPLES)),
    ])
    .map((point) => apply(matrix, point));
  if (points.length === 0) return undefined;
  return points.map(({ x, y }): Bounds => ({ minX: x, minY: y, maxX: x, maxY: y })).reduce(uniteBounds);
}
