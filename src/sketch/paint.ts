import { apply, type Matrix } from '../geometry/matrix.ts';
import type { Size } from '../geometry/point.ts';
import type * as ir from '../ir.ts';
import { NO_SPAN } from './finding.ts';
import type { Gradient, Paint } from './model.ts';

/** From the document's color space. */
type ToSrgb = (color: ir.Color) => ir.Color;

/**
 * `paint` for a layer of `size` placed by `matrix`, with its opacity; a sentence's word for what it is where an icon
 * cannot be painted so.
 */
export function toPaint(
  paint: Paint,
  color: ToSrgb,
  size: Size,
  matrix: Matrix,
): { readonly paint: ir.Paint; readonly opacity: number } | string {
  switch (paint.kind) {
    case 'color':
      return { paint: { kind: 'solid', color: color(paint.color) }, opacity: paint.opacity };
    case 'gradient': {
      const converted = toGradient(paint.gradient, color, size, matrix);
      return typeof converted === 'string' ? converted : { paint: converted, opacity: paint.opacity };
    }
    case 'image':
      return 'an image';
    case 'unknown':
      return 'a fill of an unknown kind';
  }
}

function toGradient(gradient: Gradient, color: ToSrgb, size: Size, matrix: Matrix): ir.Paint | string {
  const stops = gradient.stops.map((stop) => ({ ...stop, color: color(stop.color) }));
  const last = stops[stops.length - 1];
  if (last === undefined) return 'a gradient without colors';
  if (stops.length === 1) return { kind: 'solid', color: last.color };
  if (gradient.kind === 'angular') return 'an angular gradient';
  const place = (p: { x: number; y: number }) => apply(matrix, { x: p.x * size.width, y: p.y * size.height });
  const from = place(gradient.from);
  const to = place(gradient.to);
  const common = { stops, spread: 'pad', span: NO_SPAN } as const;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  if (dx === 0 && dy === 0) return { kind: 'solid', color: last.color };
  if (gradient.kind === 'linear') {
    const identity = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
    return { kind: 'linear', x1: from.x, y1: from.y, x2: to.x, y2: to.y, transform: identity, ...common };
  }
  // The unit circle, stretched along the handle and across it.
  const ratio = gradient.ellipse > 0 ? gradient.ellipse : 1;
  const transform = { a: dx, b: dy, c: -dy * ratio, d: dx * ratio, e: from.x, f: from.y };
  return { kind: 'radial', cx: 0, cy: 0, r: 1, fx: 0, fy: 0, fr: 0, transform, ...common };
}

/** Sketch's names of its blend modes, by number. */
export const BLEND_MODES = [
  'Normal',
  'Darken',
  'Multiply',
  'Color Burn',
  'Lighten',
  'Screen',
  'Color Dodge',
  'Overlay',
  'Soft Light',
  'Hard Light',
  'Difference',
  'Exclusion',
  'Hue',
  'Saturation',
  'Color',
  'Luminosity',
  'Plus Darker',
  'Plus Lighter',
] as const;
