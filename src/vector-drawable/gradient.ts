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
  const only = stops[0];
  if (only !== undefined && stops.length === 1) stops.push(only);

  const tileMode = androidAttribute(element, 'tileMode')?.value.trim() ?? 'clamp';
  const spread = tileMode === 'repeat' ? 'repeat' : tileMode === 'mirror' ? 'reflect' : 'pad';
  const common = { stops, spread, transform: IDENTITY, span: element.span } as const;
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
