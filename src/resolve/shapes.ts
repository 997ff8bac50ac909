import type { Span } from '../diagnostics/span.ts';
import type { Point, Size } from '../geometry/point.ts';
import { attributeOf, spanWithin, type XmlElement } from '../parse/tree.ts';
import type { Command, Path } from '../path/command.ts';
import { pathOf } from '../path/contours.ts';
import { parsePathData } from '../path/parse.ts';
import type { Context } from './context.ts';
import type { Style } from './style/style.ts';
import { geometryLength, geometryOf, type Axis } from './units.ts';
import { parseNumbers } from './values/number.ts';

export const SHAPES: ReadonlySet<string> = new Set([
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
]);

export interface Outlined {
  readonly path: Path;
  readonly dataSpan?: Span;
}

/**
 * The outline of a shape element in its user units, or undefined when it draws nothing. Basic shapes start and turn as
 * SVG 2 says (a circle at three o'clock, clockwise), which dashes and markers show.
 *
 * @see https://www.w3.org/TR/SVG2/shapes.html
 */
export function outlineOf(
  element: XmlElement,
  style: Style,
  viewport: Size,
  context: Context,
): Outlined | undefined {
  const length = <T>(name: string, axis: Axis, fallback: T): number | T =>
    geometryLength(element, style, name, axis, viewport, context, fallback);
  switch (element.local) {
    case 'path':
      return pathElement(element, style, context);
    case 'rect':
      return of(rectangle(length));
    case 'circle':
      return of(circle(length));
    case 'ellipse':
      return of(ellipse(length));
    case 'line':
      return of([
        { kind: 'move', to: { x: length('x1', 'x', 0), y: length('y1', 'y', 0) } },
        { kind: 'line', to: { x: length('x2', 'x', 0), y: length('y2', 'y', 0) } },
      ]);
    case 'polyline':
    case 'polygon':
      return polygon(element, context);
    default:
      return undefined;
  }
}

const of = (commands: readonly Command[] | undefined): Outlined | undefined =>
  commands === undefined ? undefined : { path: pathOf(commands) };

type LengthOf = <T>(name: string, axis: Axis, fallback: T) => number | T;

function rectangle(length: LengthOf): Command[] | undefined {
  const x = length('x', 'x', 0);
  const y = length('y', 'y', 0);
  const width = length('width', 'x', 0);
  const height = length('height', 'y', 0);
  if (!(width > 0 && height > 0)) return undefined;
  const radii = cornerRadii(length);
  return rectCommands(x, y, width, height, Math.min(radii.rx, width / 2), Math.min(radii.ry, height / 2));
}

const line = (x: number, y: number): Command => ({ kind: 'line', to: { x, y } });

/** A rectangle with elliptic corners, clockwise from the left end of its top side. */
export function rectCommands(x: number, y: number, width: number, height: number, rx = 0, ry = 0): Command[] {
  const right = x + width;
  const bottom = y + height;
  if (!(rx > 0 && ry > 0))
    return [
      { kind: 'move', to: { x, y } },
      line(right, y),
      line(right, bottom),
      line(x, bottom),
      { kind: 'close' },
    ];
  const corner = (toX: number, toY: number): Command => arcTo(rx, ry, { x: toX, y: toY });
  const commands: Command[] = [{ kind: 'move', to: { x: x + rx, y } }];
  const isRound = (toX: number, toY: number, endX: number, endY: number): void => {
    const last = commands[commands.length - 1] as Exclude<Command, { kind: 'close' }>;
    if (last.to.x !== toX || last.to.y !== toY) commands.push(line(toX, toY));
    commands.push(corner(endX, endY));
  };
  isRound(right - rx, y, right, y + ry);
  isRound(right, bottom - ry, right - rx, bottom);
  isRound(x + rx, bottom, x, bottom - ry);
  isRound(x, y + ry, x + rx, y);
  commands.push({ kind: 'close' });
  return commands;
}

function arcTo(rx: number, ry: number, to: Point): Command {
  return { kind: 'arc', rx, ry, rotation: 0, large: false, sweep: true, to };
}

/** A radius that is `auto`, missing or negative takes the other's value. */
function cornerRadii(length: LengthOf): { rx: number; ry: number } {
  const read = (name: string, axis: Axis): number | undefined => {
    const value = length(name, axis, undefined);
    return value === undefined || value < 0 ? undefined : value;
  };
  const rx = read('rx', 'x');
  const ry = read('ry', 'y');
  return { rx: rx ?? ry ?? 0, ry: ry ?? rx ?? 0 };
}

function circle(length: LengthOf): Command[] | undefined {
  const r = length('r', 'diagonal', 0);
  return r > 0 ? ellipseCommands(length('cx', 'x', 0), length('cy', 'y', 0), r, r) : undefined;
}

function ellipse(length: LengthOf): Command[] | undefined {
  const { rx, ry } = cornerRadii(length);
  if (!(rx > 0 && ry > 0)) return undefined;
  return ellipseCommands(length('cx', 'x', 0), length('cy', 'y', 0), rx, ry);
}

/** An ellipse from three o'clock, clockwise, in two halves. */
export function ellipseCommands(cx: number, cy: number, rx: number, ry: number): Command[] {
  return [
    { kind: 'move', to: { x: cx + rx, y: cy } },
    arcTo(rx, ry, { x: cx - rx, y: cy }),
    arcTo(rx, ry, { x: cx + rx, y: cy }),
    { kind: 'close' },
  ];
}

function polygon(element: XmlElement, context: Context): Outlined | undefined {
  const points = attributeOf(element, 'points');
  if (points === undefined) return undefined;
  const { numbers, end } = parseNumbers(points.value);
  const isOdd = numbers.length % 2 === 1;
  if (end < points.value.length || isOdd) {
    const reason = isOdd && end === points.value.length ? 'the last point lacks its y' : 'a number is due';
    const from = Math.min(end, points.value.length - 1);
    context.report('path-error', { attribute: 'points', reason }, spanWithin(points, from, from + 1));
  }
  const corners: Point[] = [];
  for (let index = 0; index + 1 < numbers.length; index += 2)
    corners.push({ x: numbers[index] as number, y: numbers[index + 1] as number });
  const [first, ...rest] = corners;
  if (first === undefined) return undefined;
  const commands: Command[] = [
    { kind: 'move', to: first },
    ...rest.map((to): Command => ({ kind: 'line', to })),
  ];
  if (element.local === 'polygon') commands.push({ kind: 'close' });
  return { path: pathOf(commands), dataSpan: points.valueSpan };
}

function pathElement(element: XmlElement, style: Style, context: Context): Outlined | undefined {
  const value = geometryOf(element, style, 'd');
  if (value === undefined) return undefined;
  const attribute = attributeOf(element, 'd');
  const isAttribute = attribute !== undefined && value.span === attribute.valueSpan;
  const text = isAttribute ? value.text : unwrapPath(value.text);
  if (text === undefined) {
    context.report('invalid-value', { name: 'd', value: value.text }, value.span);
    return undefined;
  }
  if (/^\s*(?:none)?\s*$/.test(text)) return undefined;
  const { commands, error } = parsePathData(text);
  if (error !== undefined) {
    const span = isAttribute ? spanWithin(attribute, error.offset, error.offset + 1) : value.span;
    context.report('path-error', { attribute: 'd', reason: error.reason }, span);
  }
  if (commands.length === 0) return undefined;
  return { path: pathOf(commands.map(({ command }) => command)), dataSpan: value.span };
}

/** The path data in CSS's `path("…")`. */
export function unwrapPath(text: string): string | undefined {
  const match = /^\s*path\(\s*(?:(?:nonzero|evenodd)\s*,\s*)?(?:"([^"]*)"|'([^']*)')\s*\)\s*$/i.exec(text);
  return match === null ? undefined : (match[1] ?? match[2]);
}
