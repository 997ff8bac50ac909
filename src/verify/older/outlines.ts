import type { Contour, Segment } from '../../geometry/contour.ts';
import { apply, IDENTITY, type Matrix } from '../../geometry/matrix.ts';
import type { Point } from '../../geometry/point.ts';
import type { XmlElement } from '../../parse/tree.ts';
import { toContours } from '../../path/contours.ts';
import { parsePathData } from '../../path/parse.ts';
import { attribute, plainNumber } from './form.ts';

/** What says where the outline of a shape runs. */
export const OUTLINE_ATTRIBUTES: ReadonlySet<string> = new Set(
  'd points x y x1 y1 x2 y2 cx cy r rx ry width height'.split(' '),
);

export function contoursOf(data: string): Contour[] {
  return toContours(parsePathData(data).commands.map(({ command }) => command));
}

/** `count` points along a curve, its start left out; of a line its end. De Casteljau's construction, as drawn on paper. */
export function pointsAlong(segment: Segment, count: number): Point[] {
  if (segment.kind === 'line') return [segment.to];
  const { from, to } = segment;
  const polygon: readonly Point[] =
    segment.kind === 'quad' ? [from, segment.control, to] : [from, segment.control1, segment.control2, to];
  return Array.from({ length: count }, (_, index) => {
    const share = (index + 1) / count;
    let points = polygon;
    while (points.length > 1) {
      points = points.slice(1).map(({ x, y }, at) => {
        const before = points[at] as Point;
        return { x: before.x + (x - before.x) * share, y: before.y + (y - before.y) * share };
      });
    }
    return points[0] as Point;
  });
}

/** Path data of `contours`, each of its points taken through `matrix`. */
export function writtenData(contours: readonly Contour[], matrix: Matrix = IDENTITY): string {
  const at = (point: Point): string => {
    const { x, y } = apply(matrix, point);
    return `${x} ${y}`;
  };
  return contours
    .map(({ start, segments, closed }) => {
      const drawn = segments.map((segment) => {
        if (segment.kind === 'line') return `L${at(segment.to)}`;
        if (segment.kind === 'quad') return `Q${at(segment.control)} ${at(segment.to)}`;
        return `C${at(segment.control1)} ${at(segment.control2)} ${at(segment.to)}`;
      });
      return `M${at(start)}${drawn.join('')}${closed ? 'Z' : ''}`;
    })
    .join('');
}

/** The path data of a shape in plain numbers, from where SVG lets it begin; undefined for any other. */
export function outlineData(element: XmlElement): string | undefined {
  const number = (name: string): number => {
    const written = attribute(element, name)?.value;
    return written === undefined ? 0 : (plainNumber(written) ?? Number.NaN);
  };
  const data = dataOf(element, number);
  return data === undefined || data.includes('NaN') ? undefined : data;
}

function dataOf(element: XmlElement, number: (name: string) => number): string | undefined {
  const points = attribute(element, 'points')?.value ?? '';
  switch (element.local) {
    case 'path':
      return attribute(element, 'd')?.value;
    case 'line':
      return `M${number('x1')} ${number('y1')}L${number('x2')} ${number('y2')}`;
    case 'polyline':
      return `M${points}`;
    case 'polygon':
      return `M${points}Z`;
    case 'circle':
      return oval(number('cx'), number('cy'), number('r'), number('r'));
    case 'ellipse':
      return oval(number('cx'), number('cy'), number('rx'), number('ry'));
    case 'rect':
      return roundRectangle(element, number);
    default:
      return undefined;
  }
}

export const oval = (cx: number, cy: number, rx: number, ry: number): string =>
  `M${cx + rx} ${cy}A${rx} ${ry} 0 0 1 ${cx - rx} ${cy}A${rx} ${ry} 0 0 1 ${cx + rx} ${cy}Z`;

function roundRectangle(element: XmlElement, number: (name: string) => number): string {
  const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')];
  const has = (name: string): boolean => !/^(?:auto)?$/.test(attribute(element, name)?.value.trim() ?? '');
  const [rx, ry] = [number(has('rx') ? 'rx' : 'ry'), number(has('ry') ? 'ry' : 'rx')];
  if (!has('rx') && !has('ry')) return `M${x} ${y}h${width}v${height}h${-width}Z`;
  const [across, down] = [Math.min(rx, width / 2), Math.min(ry, height / 2)];
  const turn = (dx: number, dy: number): string => `a${across} ${down} 0 0 1 ${dx} ${dy}`;
  const [wide, high] = [width - 2 * across, height - 2 * down];
  return `M${x + across} ${y}h${wide}${turn(across, down)}v${high}${turn(-across, down)}h${-wide}${turn(-across, -down)}v${-high}${turn(across, -down)}Z`;
}
