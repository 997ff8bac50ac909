import { IDENTITY, multiply, translation, type Matrix } from '../geometry/matrix.ts';
import type { Point, Rect } from '../geometry/point.ts';
import type { Context, Scope } from './context.ts';
import type { Style } from './style/style.ts';
import { lengthOf } from './units.ts';
import { isBeyondUs } from './values/beyond.ts';
import { parseTransformList, type TransformBase } from './values/transform-list.ts';

/**
 * The element's own transform: its user units to its parent's.
 *
 * `box` and `strokeBox` give the object bounding box and that of its stroke, asked for only where `transform-box` does;
 * a group's own strokes have no box here, and are reported.
 */
export function localTransform(
  style: Style,
  scope: Scope,
  context: Context,
  box: () => Rect | undefined,
  strokeBox?: () => Rect | undefined,
): Matrix {
  const path = style.declared('offset-path');
  if (path !== undefined && path.text.toLowerCase() !== 'none')
    context.report('unsupported-css', { property: 'offset-path', value: path.text }, path.span);
  // They come in this order, whatever the order they were declared in.
  const values = (['translate', 'rotate', 'scale', 'transform'] as const).flatMap((property) => {
    const value = style.declared(property);
    return value === undefined ? [] : [{ property, ...value }];
  });
  if (values.length === 0) return IDENTITY;
  const reference = referenceBox(style, scope, context, box, strokeBox);
  let matrix = IDENTITY;
  for (const { property, text, span, owner } of values) {
    const base: TransformBase = {
      fontSize: owner.fontSize,
      rootFontSize: owner.rootFontSize,
      root: context.root.size,
      box: reference,
    };
    const list = property === 'transform' ? text : asTransformList(property, text);
    const one = list === undefined ? undefined : parseTransformList(list, base);
    if (one !== undefined) matrix = multiply(matrix, one);
    else if (property === 'transform' && !isBeyondUs(text))
      context.report('invalid-value', { name: property, value: text }, span);
    else context.report('unsupported-css', { property, value: text }, span);
  }
  const origin = originOf(style, reference, context);
  if (origin.x === 0 && origin.y === 0) return matrix;
  return multiply(translation(origin.x, origin.y), multiply(matrix, translation(-origin.x, -origin.y)));
}

/** A property that is one transform, as the function it stands for; undefined for what leaves the plane. */
function asTransformList(property: 'translate' | 'rotate' | 'scale', text: string): string | undefined {
  const plain = text.trim().toLowerCase();
  if (plain === 'none') return '';
  const words = plain.split(/\s+/);
  const most = property === 'rotate' ? 1 : 2;
  return words.length > most || plain.includes('(') ? undefined : `${property}(${words.join(', ')})`;
}

function referenceBox(
  style: Style,
  scope: Scope,
  context: Context,
  box: () => Rect | undefined,
  strokeBox: (() => Rect | undefined) | undefined,
): Rect {
  const kind = style.keyword('transform-box');
  const none: Rect = { x: 0, y: 0, width: 0, height: 0 };
  if (kind === 'fill-box' || kind === 'content-box') return box() ?? none;
  if (kind === 'stroke-box' || kind === 'border-box') {
    if (strokeBox !== undefined) return strokeBox() ?? none;
    const { text, span } = style.value('transform-box');
    context.report('unsupported-css', { property: 'transform-box', value: text }, span);
    return box() ?? none;
  }
  // As large as the viewBox, but at the origin, wherever the viewBox begins.
  const { width, height } = scope.viewport;
  return { x: 0, y: 0, width, height };
}

const KEYWORDS: Readonly<Record<string, { readonly axis?: 'x' | 'y'; readonly share: string }>> = {
  left: { axis: 'x', share: '0%' },
  right: { axis: 'x', share: '100%' },
  top: { axis: 'y', share: '0%' },
  bottom: { axis: 'y', share: '100%' },
  center: { share: '50%' },
};

/** In the same units as `box`; the corner of `box` is where lengths count from. */
function originOf(style: Style, box: Rect, context: Context): Point {
  const value = style.declared('transform-origin');
  if (value === undefined || value.text === '') {
    // SVG elements turn about the origin of their coordinate system, but about the middle of a box they name.
    return style.keyword('transform-box') === 'view-box'
      ? { x: 0, y: 0 }
      : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
  const words = value.text.toLowerCase().split(/[\s,]+/);
  const [first = '', second = 'center'] = words;
  const isSwapped = KEYWORDS[first]?.axis === 'y' || KEYWORDS[second]?.axis === 'x';
  const [x, y] = isSwapped ? [second, first] : [first, second];
  const along = (word: string, axis: 'x' | 'y'): number | undefined =>
    lengthOf({ ...value, text: KEYWORDS[word]?.share ?? word }, axis, box, context);
  const dx = along(x, 'x');
  const dy = along(y, 'y');
  if (words.length > 3 || dx === undefined || dy === undefined) {
    if (isBeyondUs(value.text))
      context.report('unsupported-css', { property: 'transform-origin', value: value.text }, value.span);
    else context.report('invalid-value', { name: 'transform-origin', value: value.text }, value.span);
    return { x: 0, y: 0 };
  }
  return { x: box.x + dx, y: box.y + dy };
}
