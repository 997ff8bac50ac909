import type { Span } from '../../diagnostics/span.ts';
import type { Contour } from '../../geometry/contour.ts';
import type { Point } from '../../geometry/point.ts';
import type { Icon } from '../../ir.ts';
import { attributeOf, elementsOf, isSvg, type SvgDocument } from '../../parse/tree.ts';
import { Cascade } from '../../resolve/style/cascade.ts';
import { isDrawnInPlace, shapesOf } from './shapes.ts';

/** A shape that draws nothing on account of its geometry. */
export interface DegenerateShape {
  readonly span: Span;
  /** Without a size it is not drawn at all; without an area only a stroke would show it. */
  readonly lacks: 'size' | 'area';
}

/** The shapes without a size as they are written, and those without an area that are filled and not stroked. */
export function* degenerateShapesOf(document: SvgDocument, icon: Icon): Generator<DegenerateShape> {
  let cascade: Cascade | undefined;
  const isDrawing = document.root.local === 'svg';
  for (const element of elementsOf(document.root)) {
    const names = isDrawing && isSvg(element) ? SIZES[element.local] : undefined;
    if (names === undefined || !isDrawnInPlace(element)) continue;
    const isZero = (name: string): boolean => {
      if (!isZeroValue(name, attributeOf(element, name)?.value)) return false;
      cascade ??= new Cascade(document, () => {});
      return cascade.declarationsOf(element).get(name) === undefined;
    };
    if (element.local === 'ellipse' ? names.every(isZero) : names.some(isZero))
      yield { span: element.span, lacks: 'size' };
  }
  // A marker shows on a line, too.
  if (/\bmarker(-start|-mid|-end)?\s*[=:]/.test(document.text)) return;
  for (const { shape } of shapesOf(icon.children)) {
    if (shape.stroke !== undefined || shape.fill === undefined) continue;
    if (shape.path.contours.every(isFlat)) yield { span: shape.span, lacks: 'area' };
  }
}

/** Where a shape's size stands: without any of these it is not drawn (an ellipse: without all). */
const SIZES: Readonly<Record<string, readonly string[]>> = {
  path: ['d'],
  rect: ['width', 'height'],
  circle: ['r'],
  ellipse: ['rx', 'ry'],
  polyline: ['points'],
  polygon: ['points'],
};

function isZeroValue(name: string, value: string | undefined): boolean {
  if (value === undefined || value.trim() === '') return true;
  return name !== 'd' && name !== 'points' && /^\s*[+-]?(0+(?:\.0*)?|\.0+)([a-z]+|%)?\s*$/i.test(value);
}

/** True where all points, controls too, lie on one line. */
function isFlat({ start, segments }: Contour): boolean {
  const points: Point[] = [start];
  for (const segment of segments) {
    if (segment.kind === 'quad') points.push(segment.control);
    if (segment.kind === 'cubic') points.push(segment.control1, segment.control2);
    points.push(segment.to);
  }
  let far = start;
  let reach = 0;
  for (const point of points) {
    const away = Math.hypot(point.x - start.x, point.y - start.y);
    if (away > reach) [far, reach] = [point, away];
  }
  const [dx, dy] = [far.x - start.x, far.y - start.y];
  return points.every(
    ({ x, y }) => Math.abs((x - start.x) * dy - (y - start.y) * dx) <= FLAT * reach * reach,
  );
}

/** Rounding, as a share of the length: thinner than this nothing was drawn to be seen. */
const FLAT = 1e-9;
