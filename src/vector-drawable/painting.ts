import type { Color, Fill, Paint, Stroke } from '../ir.ts';
import { childElements, type XmlElement } from '../parse/tree.ts';
import { AAPT_NAMESPACE, androidAttribute, isReference, parseAndroidColor } from './attributes.ts';
import { readGradient } from './gradient.ts';
import type { Values } from './values.ts';

/** How a drawable is read, and where what is found in it goes. */
export interface Reading {
  readonly values: Values;
  /** As before API 24. */
  readonly isOld: boolean;
  /** Colors that resource references stand for. */
  readonly references: ReadonlyMap<string, Color>;
}

/** What fills a path; before API 24 by the nonzero rule, whatever it says. */
export function readFill(element: XmlElement, reading: Reading): Fill | undefined {
  const painted = faded(element, 'fill', reading);
  const fillType = androidAttribute(element, 'fillType')?.value.trim();
  const rule = fillType === 'evenOdd' && !reading.isOld ? 'evenodd' : 'nonzero';
  return painted && { ...painted, rule };
}

/** A paint with its alpha, which Android multiplies even where it is above 1. */
function faded(
  element: XmlElement,
  side: 'fill' | 'stroke',
  reading: Reading,
): { paint: Paint; opacity: number } | undefined {
  const paint = readPaint(element, `${side}Color`, reading);
  const alpha = Math.max(0, reading.values.number(element, `${side}Alpha`, 1));
  if (paint?.kind !== 'solid' || alpha <= 1) return paint && { paint, opacity: Math.min(1, alpha) };
  const color = { ...paint.color, a: Math.min(1, paint.color.a * alpha) };
  return { paint: { ...paint, color }, opacity: 1 };
}

/** What strokes a path. */
export function readStroke(element: XmlElement, reading: Reading): Stroke | undefined {
  const painted = faded(element, 'stroke', reading);
  const width = reading.values.number(element, 'strokeWidth', 0);
  const miterLimit = reading.values.number(element, 'strokeMiterLimit', 4);
  if (painted === undefined) return undefined;
  if (!(width > 0)) {
    reading.values.report('hairline-stroke', {}, element.span);
    return undefined;
  }
  return {
    ...painted,
    width,
    cap: oneOf(androidAttribute(element, 'strokeLineCap')?.value, ['butt', 'round', 'square']),
    join: oneOf(androidAttribute(element, 'strokeLineJoin')?.value, ['miter', 'round', 'bevel']),
    miterLimit: Math.max(1, miterLimit),
    dashes: [],
    dashOffset: 0,
    nonScaling: false,
  };
}

function readPaint(
  element: XmlElement,
  name: 'fillColor' | 'strokeColor',
  { values, references }: Reading,
): Paint | undefined {
  const complex = childElements(element).find(
    (child) =>
      child.local === 'attr' &&
      child.namespace === AAPT_NAMESPACE &&
      child.attributes.some(
        (attribute) => attribute.local === 'name' && attribute.value.trim() === `android:${name}`,
      ),
  );
  const gradient = complex && childElements(complex).find(({ local }) => local === 'gradient');
  if (gradient !== undefined) {
    const paint = readGradient(gradient);
    if (!('fault' in paint)) return paint;
    values.report('vector-inflation', { detail: paint.fault }, paint.at.open);
    return undefined;
  }
  const attribute = androidAttribute(element, name);
  if (attribute === undefined) return undefined;
  if (isReference(attribute.value)) {
    const reference = attribute.value.trim();
    if (reference === '@null') return undefined;
    const color = references.get(reference) ?? { r: 0, g: 0, b: 0, a: 1 };
    return { kind: 'solid', color, reference };
  }
  const color = parseAndroidColor(attribute.value);
  if (color === undefined) {
    const detail = `'${attribute.value}' is no color`;
    values.report('vector-inflation', { detail }, attribute.valueSpan);
    return undefined;
  }
  return color.a === 0 ? undefined : { kind: 'solid', color };
}

/** The value when it is one of `values`, else the first of them. */
function oneOf<T extends string>(value: string | undefined, values: readonly [T, ...T[]]): T {
  return values.find((one) => one === value?.trim()) ?? values[0];
}
