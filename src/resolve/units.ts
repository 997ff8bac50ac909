import type { Span } from '../diagnostics/span.ts';
import type { Size } from '../geometry/point.ts';
import { attributeOf, type XmlElement } from '../parse/tree.ts';
import type { Context } from './context.ts';
import type { Property } from './style/properties.ts';
import { isProperty, PROPERTIES } from './style/properties.ts';
import type { Style } from './style/style.ts';
import { isBeyondUs } from './values/beyond.ts';
import { isFontDependent, parseLength, toPixels, unevenUnit } from './values/length.ts';

/** What a percentage is of: the viewport's width, its height, or its diagonal over √2. */
export type Axis = 'x' | 'y' | 'diagonal';

function wholeOf(viewport: Size, axis: Axis): number {
  if (axis === 'x') return viewport.width;
  if (axis === 'y') return viewport.height;
  return Math.hypot(viewport.width, viewport.height) / Math.SQRT2;
}

/** A value with its place, and the style against whose font it is measured. */
export interface Sourced {
  readonly text: string;
  readonly span: Span;
  readonly owner: Style;
}

/** A length in user units; undefined when the text is none. */
export function lengthOf(value: Sourced, axis: Axis, viewport: Size, context: Context): number | undefined {
  const length = parseLength(value.text);
  if (length === undefined) {
    if (isBeyondUs(value.text))
      context.report('unsupported-css', { property: 'a length', value: value.text }, value.span);
    return undefined;
  }
  if (isFontDependent(length))
    context.report('font-dependent-unit', { value: value.text.trim() }, value.span);
  const uneven = unevenUnit(length);
  if (uneven !== undefined) context.report('uneven-support', { what: `the unit ${uneven}` }, value.span);
  return toPixels(length, {
    fontSize: value.owner.fontSize,
    rootFontSize: value.owner.rootFontSize,
    root: context.root.size,
    whole: wholeOf(viewport, axis),
  });
}

/** A geometry value of an element: what CSS declares where it may, else the attribute. */
export function geometryOf(element: XmlElement, style: Style, name: string): Sourced | undefined {
  if (
    isProperty(name) &&
    PROPERTIES[name].cssOnly === true &&
    GEOMETRY_OF[element.local]?.includes(name) === true
  ) {
    const declared = style.declared(name);
    if (declared !== undefined && declared.text !== '') return declared;
  }
  const attribute = attributeOf(element, name);
  return attribute === undefined
    ? undefined
    : { text: attribute.value, span: attribute.valueSpan, owner: style };
}

/** The elements on which SVG 2 makes attributes into properties. */
const GEOMETRY_OF: Readonly<Record<string, readonly Property[]>> = {
  svg: ['x', 'y', 'width', 'height'],
  use: ['x', 'y', 'width', 'height'],
  symbol: ['x', 'y', 'width', 'height'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  image: ['x', 'y', 'width', 'height'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  path: ['d'],
};

/** A geometry value as a length in user units; `fallback` where there is none or it is none, which is reported. */
export function geometryLength<T>(
  element: XmlElement,
  style: Style,
  name: string,
  axis: Axis,
  viewport: Size,
  context: Context,
  fallback: T,
): number | T {
  const value = geometryOf(element, style, name);
  if (value === undefined) return fallback;
  const length = lengthOf(value, axis, viewport, context);
  if (length !== undefined) return length;
  if (value.text.trim().toLowerCase() !== 'auto' && !isBeyondUs(value.text))
    context.report('invalid-value', { name, value: value.text }, value.span);
  return fallback;
}
