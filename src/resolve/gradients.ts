import { determinant, IDENTITY, multiply, type Matrix } from '../geometry/matrix.ts';
import type { Rect } from '../geometry/point.ts';
import type { GradientStop, LinearGradient, Paint, RadialGradient } from '../ir.ts';
import { attributeOf, childElements, isSvg, type XmlElement } from '../parse/tree.ts';
import { inheritedAttribute, inheritedContent, referenceChain } from './chain.ts';
import { parseColor } from './color/parse.ts';
import type { Context, PaintContext } from './context.ts';
import { lengthOf, type Axis } from './units.ts';
import { parseLength } from './values/length.ts';
import { parseShare } from './values/number.ts';
import { localTransform } from './transform.ts';

const KINDS = ['linearGradient', 'radialGradient'] as const;

/**
 * A gradient element as paint for `target`: undefined when it paints nothing, `'unusable'` when the reference's
 * fallback is to be used (no stops, or bounding-box units on an element without a width or height).
 *
 * @see https://www.w3.org/TR/SVG2/pservers.html
 */
export function resolveGradient(
  element: XmlElement,
  target: PaintContext,
  context: Context,
): Paint | undefined | 'unusable' {
  const chain = referenceChain(element, KINDS, context);
  const stops = stopsOf(chain, context);
  const [first] = stops;
  const last = stops[stops.length - 1];
  if (first === undefined || last === undefined) return 'unusable';
  if (stops.length === 1) return { kind: 'solid', color: first.color };

  const usesBox = readChoice(chain, 'gradientUnits', ['objectBoundingBox', 'userSpaceOnUse'], context) === 0;
  let units: Matrix = IDENTITY;
  if (usesBox) {
    const box = target.box();
    if (box === undefined || !(box.width > 0 && box.height > 0)) return 'unusable';
    units = boxMatrix(box);
  }
  const holder = chain.find((link) => context.placedStyle(link).declared('transform') !== undefined);
  const style = context.placedStyle(holder ?? element);
  const scope = usesBox ? { ...target.scope, viewport: { width: 1, height: 1 } } : target.scope;
  const own = holder === undefined ? IDENTITY : localTransform(style, scope, context, target.box);
  let transform = multiply(units, own);
  if (determinant(transform) === 0) {
    // What a flattened gradient paints is undefined; renderers leave the transform out.
    const value = style.value('transform');
    context.report('invalid-value', { name: 'gradientTransform', value: value.text }, value.span);
    transform = units;
  }
  const spread = (['pad', 'reflect', 'repeat'] as const)[
    readChoice(chain, 'spreadMethod', ['pad', 'reflect', 'repeat'], context)
  ] as LinearGradient['spread'];
  const base = { stops, spread, transform, span: element.span };

  const sameKind = chain.filter(({ local }) => local === element.local);
  const length = (name: string, axis: Axis, fallback: string): number => {
    const found = inheritedAttribute(sameKind, name);
    const owner = context.placedStyle(found?.element ?? element);
    const span = found?.attribute.valueSpan ?? element.open;
    const viewport = usesBox ? { width: 1, height: 1 } : target.scope.viewport;
    const value = lengthOf(
      { text: found?.attribute.value ?? fallback, span, owner },
      axis,
      viewport,
      context,
    );
    if (value !== undefined) return value;
    context.report('invalid-value', { name, value: found?.attribute.value ?? fallback }, span);
    return lengthOf({ text: fallback, span, owner }, axis, viewport, context) ?? 0;
  };

  if (element.local === 'linearGradient') {
    const x1 = length('x1', 'x', '0%');
    const y1 = length('y1', 'y', '0%');
    const x2 = length('x2', 'x', '100%');
    const y2 = length('y2', 'y', '0%');
    if (x1 === x2 && y1 === y2) return { kind: 'solid', color: last.color };
    return { kind: 'linear', x1, y1, x2, y2, ...base };
  }
  const cx = length('cx', 'x', '50%');
  const cy = length('cy', 'y', '50%');
  const r = length('r', 'diagonal', '50%');
  const fr = Math.max(0, length('fr', 'diagonal', '0%'));
  const fx = inheritedAttribute(sameKind, 'fx') === undefined ? cx : length('fx', 'x', '50%');
  const fy = inheritedAttribute(sameKind, 'fy') === undefined ? cy : length('fy', 'y', '50%');
  if (!(r > 0)) {
    const attribute = inheritedAttribute(sameKind, 'r')?.attribute;
    if (r < 0 && attribute !== undefined)
      context.report('invalid-value', { name: 'r', value: attribute.value }, attribute.valueSpan);
    return { kind: 'solid', color: last.color };
  }
  const gradient: RadialGradient = { kind: 'radial', cx, cy, r, fx, fy, fr, ...base };
  const reduced = dropFocalRadius(gradient);
  const isCone = Math.hypot(fx - cx, fy - cy) + reduced.fr > r;
  if (isCone || reduced.fr > 0) {
    const what = isCone ? 'a focal point outside the circle' : 'the focal radius fr';
    context.report('uneven-support', { what }, element.open);
  }
  return reduced;
}

/** The unit square onto a bounding box. */
export function boxMatrix({ x, y, width, height }: Rect): Matrix {
  return { a: width, b: 0, c: 0, d: height, e: x, f: y };
}

/**
 * The same gradient without a focal radius where stops can say it: circles about one center, padded. Within the focal
 * circle the first color holds, so the stops move outward; a focal circle larger than the other turns them round.
 */
function dropFocalRadius(gradient: RadialGradient): RadialGradient {
  const { cx, cy, r, fx, fy, fr, stops, spread } = gradient;
  if (fr === 0 || fr === r || fx !== cx || fy !== cy || spread !== 'pad') return gradient;
  const outer = Math.max(r, fr);
  const moved = stops.map(({ offset, color }) => ({ offset: (fr + offset * (r - fr)) / outer, color }));
  if (fr > r) moved.reverse();
  return { ...gradient, r: outer, fr: 0, stops: moved };
}

/** Which of `choices` an attribute of the chain says; 0 when it says none of them. */
function readChoice(
  chain: readonly XmlElement[],
  name: string,
  choices: readonly string[],
  context: Context,
): number {
  const found = inheritedAttribute(chain, name);
  if (found === undefined) return 0;
  const index = choices.indexOf(found.attribute.value.trim());
  if (index < 0)
    context.report('invalid-value', { name, value: found.attribute.value }, found.attribute.valueSpan);
  return Math.max(0, index);
}

const isStop = (child: XmlElement): boolean => isSvg(child, 'stop');

/** The stops of the first gradient of the chain that has any, offsets clamped and never falling. */
function stopsOf(chain: readonly XmlElement[], context: Context): readonly GradientStop[] {
  const owner = inheritedContent(chain, isStop);
  if (owner === undefined) return [];
  const known = context.stops.get(owner);
  if (known !== undefined) return known;
  const stops = readStops(owner, context);
  context.stops.set(owner, stops);
  return stops;
}

function readStops(owner: XmlElement, context: Context): GradientStop[] {
  const stops: GradientStop[] = [];
  for (const stop of childElements(owner)) {
    if (!isStop(stop)) continue;
    const style = context.placedStyle(stop);
    const written = attributeOf(stop, 'offset');
    const length = written === undefined ? undefined : parseLength(written.value);
    const isOffset = length !== undefined && (length.unit === '' || length.unit === '%');
    if (written !== undefined && !isOffset)
      context.report('invalid-value', { name: 'offset', value: written.value }, written.valueSpan);
    const before = stops[stops.length - 1]?.offset ?? 0;
    const offset = isOffset && written !== undefined ? (parseShare(written.value) ?? 0) : 0;
    const { text, owner: colored } = style.value('stop-color');
    const color = parseColor(text) ?? colored.color();
    const alpha = color.a * style.share('stop-opacity');
    stops.push({ offset: Math.max(before, offset), color: { ...color, a: alpha } });
  }
  return stops;
}
