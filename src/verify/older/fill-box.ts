import type { XmlElement } from '../../parse/tree.ts';
import { uniteBounds, type Bounds } from '../../geometry/bounds.ts';
import { attribute, ownValue, plainNumber } from './form.ts';
import { contoursOf, pointsAlong } from './outlines.ts';

/** The box of what a shape fills, or a group of shapes that do not move; undefined where it takes more to tell. */
export function fillBox(element: XmlElement): Bounds | undefined {
  const number = (name: string): number => plainNumber(attribute(element, name)?.value ?? '0') ?? Number.NaN;
  const about = (rx: number, ry: number): Bounds => ({
    minX: number('cx') - rx,
    minY: number('cy') - ry,
    maxX: number('cx') + rx,
    maxY: number('cy') + ry,
  });
  const box = ((): Bounds | undefined => {
    switch (element.local) {
      case 'rect': {
        const [minX, minY] = [number('x'), number('y')];
        return { minX, minY, maxX: minX + number('width'), maxY: minY + number('height') };
      }
      case 'circle':
        return about(number('r'), number('r'));
      case 'ellipse':
        return about(number('rx'), number('ry'));
      case 'path':
        return boxOfPath(attribute(element, 'd')?.value ?? '');
      case 'polygon':
      case 'polyline':
        return boxOfPath(`M${attribute(element, 'points')?.value ?? ''}`);
      case 'g':
        return boxOfAll(element);
      default:
        return undefined;
    }
  })();
  return box === undefined || Object.values(box).some((side) => !Number.isFinite(side as number))
    ? undefined
    : box;
}

function boxOfAll(group: XmlElement): Bounds | undefined {
  const children = group.children.filter((child): child is XmlElement => child.kind === 'element');
  const boxes = children
    .filter(({ local }) => !/^(?:title|desc|defs)$/.test(local))
    .map((child) => (ownValue(child, 'transform') === undefined ? fillBox(child) : undefined));
  return boxes.reduce((all, box) =>
    all === undefined || box === undefined ? undefined : uniteBounds(all, box),
  );
}

/** Points taken along a curve: its box is off by a hundred-thousandth of its size. */
const SAMPLES = 256;

function boxOfPath(data: string): Bounds | undefined {
  const points = contoursOf(data).flatMap(({ start, segments }) => [
    start,
    ...segments.flatMap((segment) => pointsAlong(segment, SAMPLES)),
  ]);
  if (points.length === 0) return undefined;
  return points.map(({ x, y }): Bounds => ({ minX: x, minY: y, maxX: x, maxY: y })).reduce(uniteBounds);
}
