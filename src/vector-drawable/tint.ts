import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { WHOLE } from '../diagnostics/span.ts';
import type { Color, Icon, Node, Paint } from '../ir.ts';
import { isReference, parseAndroidColor } from './attributes.ts';

/** What the platform itself gives these references, on every version. */
const PLATFORM_COLORS: readonly (readonly [string, Color])[] = [
  ['@android:color/white', { r: 255, g: 255, b: 255, a: 1 }],
  ['@android:color/black', { r: 0, g: 0, b: 0, a: 1 }],
  ['@android:color/transparent', { r: 0, g: 0, b: 0, a: 0 }],
];

/** `references` and the platform's own. */
export function knownColors(references: ReadonlyMap<string, Color>): ReadonlyMap<string, Color> {
  return new Map([...PLATFORM_COLORS, ...references]);
}

/**
 * `icon`, as a VectorDrawable has it, in the colors that it shows outside of Android: with its tint laid over all of it,
 * and no resource references. A tint that is a reference, or is mixed in another way than Android's usual one, is left
 * out and reported; so is every reference that is not in `colors`.
 */
export function inPlainColors(
  icon: Icon,
  colors: ReadonlyMap<string, Color>,
): { readonly icon: Icon; readonly diagnostics: readonly Diagnostic[] } {
  const { tint, tintMode = 'src_in' } = icon.android ?? {};
  const diagnostics: Diagnostic[] = [];
  let over: Color | undefined;
  if (tint !== undefined && tint !== '@null') {
    over = isReference(tint) ? colors.get(tint) : parseAndroidColor(tint);
    if (over === undefined || tintMode !== 'src_in') {
      over = undefined;
      diagnostics.push(diagnostic('tint-left-out', { tint, mode: tintMode }, WHOLE));
    }
  }
  const plain = (paint: Paint, at: Node): Paint => {
    if (paint.kind === 'pattern') return paint;
    if (paint.kind !== 'solid')
      return { ...paint, stops: paint.stops.map((stop) => ({ ...stop, color: tinted(stop.color, over) })) };
    const { reference, ...rest } = paint;
    if (reference !== undefined && !colors.has(reference))
      diagnostics.push(diagnostic('resource-reference', { name: 'A color', reference }, at.span));
    return { ...rest, color: tinted(paint.color, over) };
  };
  const visit = (node: Node): Node => {
    if (node.kind === 'group') return { ...node, children: node.children.map(visit) };
    const { fill, stroke } = node;
    return {
      ...node,
      ...(fill === undefined ? {} : { fill: { ...fill, paint: plain(fill.paint, node) } }),
      ...(stroke === undefined ? {} : { stroke: { ...stroke, paint: plain(stroke.paint, node) } }),
    };
  };
  const children = icon.children.map(visit);
  return { icon: { ...icon, opacity: icon.opacity * (over?.a ?? 1), children }, diagnostics };
}

/** The tint's hue with the color's own alpha; that of the tint goes to the whole. */
function tinted(color: Color, over: Color | undefined): Color {
  return over === undefined ? color : { ...over, a: color.a };
}
