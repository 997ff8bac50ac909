import { IDENTITY } from '../geometry/matrix.ts';
import type { Color, GradientStop, Paint } from '../ir.ts';
import { childElements, type XmlElement } from '../parse/tree.ts';
import { androidAttribute, parseAndroidColor, parseFloatValue } from './attributes.ts';

/**
 * The paint of a `<gradient>` inside `<aapt:attr>`, or a sentence on why Android does not take it.
 *
 * Any `<item>` makes the start, center and end colors count for nothing. Colors without a value are transparent black.
 *
 * @see https://developer.android.com/reference/android/graphics/drawable/GradientDrawable
 */
export function readGradient(
  element: XmlElement,
): Paint | { readonly fault: string; readonly at: XmlElement } {
  const fail = (fault: string, at: XmlElement = element) => ({ fault, at });
  const number = (name: string): number => parseFloatValue(androidAttribute(element, name)?.value ?? '') ?? 0;
  const stops: GradientStop[] = [];
  const items = childElements(element).filter(({ local }) => local === 'item');
  for (const item of items) {
    const color = colorOf(item, 'color');
    const offset = parseFloatValue(androidAttribute(item, 'offset')?.value ?? '');
    if (color === undefined || offset === undefined)
      return fail('an <item> of a gradient needs an offset and a plain color', item);
    const before = stops[stops.length - 1]?.offset ?? 0;
    stops.push({ offset: Math.min(1, Math.max(before, offset)), color });
  }
  if (items.length === 0) {
    const transparent: Color = { r: 0, g: 0, b: 0, a: 0 };
    const center = colorOf(element, 'centerColor');
    stops.push({ offset: 0, color: colorOf(element, 'startColor') ?? transparent });
    if (androidAttribute(element, 'centerColor') !== undefined)
      stops.push({ offset: 0.5, color: center ?? transparent });
    stops.push({ offset: 1, color: colorOf(element, 'endColor') ?? transparent });
  }
  if (stops.length === 1) return fail('a gradient of one <item> throws');

  const tileMode = androidAttribute(element, 'tileMode')?.value.trim() ?? 'clamp';
  const spread = tileMode === 'repeat' ? 'repeat' : tileMode === 'mirror' ? 'reflect' : 'pad';
  const common = { stops: straightStops(stops), spread, transform: IDENTITY, span: element.span } as const;
  const type = androidAttribute(element, 'type')?.value.trim() ?? 'linear';
  if (type === 'linear')
    return {
      kind: 'linear',
      x1: number('startX'),
      y1: number('startY'),
      x2: number('endX'),
      y2: number('endY'),
      ...common,
    };
  const [cx, cy] = [number('centerX'), number('centerY')];
  if (type === 'sweep') return { kind: 'sweep', cx, cy, ...common };
  if (type !== 'radial') return fail(`'${type}' is no type of gradient`);
  const r = number('gradientRadius');
  if (!(r > 0)) return fail('a radial gradient needs a gradientRadius above 0');
  return { kind: 'radial', cx, cy, r, fx: cx, fy: cy, fr: 0, ...common };
}

function colorOf(owner: XmlElement, name: string): Color | undefined {
  const value = androidAttribute(owner, name)?.value;
  return value === undefined ? undefined : parseAndroidColor(value);
}

/** Stops added between two whose color and alpha both change. */
const PIECES = 16;

/** A change of alpha that makes no visible difference to how colors are mixed. */
const SMALL = 0.1;

/** Stops that give, mixed as SVG does, the colors that Android mixes premultiplied. */
function straightStops(stops: readonly GradientStop[]): GradientStop[] {
  return stops.flatMap((stop, index) => {
    const next = stops[index + 1];
    if (next === undefined || next.offset <= stop.offset) return [stop];
    const [from, to] = [stop.color, next.color];
    if (Math.abs(from.a - to.a) < SMALL || (from.r === to.r && from.g === to.g && from.b === to.b))
      return [stop];
    // Where one end is clear, its own color never shows.
    const first = from.a === 0 ? { ...to, a: 0 } : from;
    const pieces = Array.from({ length: PIECES - 1 }, (_, piece) => {
      const t = (piece + 1) / PIECES;
      return { offset: stop.offset + t * (next.offset - stop.offset), color: mixPremultiplied(from, to, t) };
    });
    const last = to.a === 0 ? [{ offset: next.offset, color: { ...from, a: 0 } }] : [];
    return [{ offset: stop.offset, color: first }, ...pieces, ...last];
  });
}

function mixPremultiplied(from: Color, to: Color, t: number): Color {
  const a = from.a + (to.a - from.a) * t;
  const mix = (one: number, other: number): number =>
    a === 0 ? one : (one * from.a * (1 - t) + other * to.a * t) / a;
  return { r: mix(from.r, to.r), g: mix(from.g, to.g), b: mix(from.b, to.b), a };
}
