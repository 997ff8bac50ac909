import { multiply } from '../geometry/matrix.ts';
import type { Rect } from '../geometry/point.ts';
import type { Clip, Mask, Node } from '../ir.ts';
import { attributeOf, isSvg, type XmlElement } from '../parse/tree.ts';
import { reportUnevenBox, type ClipTarget } from './clip.ts';
import { behindReference, followUrl, isTooDeep, type Context, type Scope } from './context.ts';
import { boxMatrix } from './gradients.ts';
import { holds, rectClip } from './region.ts';
import type { Style } from './style/style.ts';
import { lengthOf, type Axis } from './units.ts';
import { parseUrl } from './values/paint.ts';

/** What a `mask` property leads to: `hidden` when the mask lets nothing through. */
export type MaskResult = { readonly mask?: Mask; readonly hidden?: true };

/**
 * The mask of an element whose own drawing is `nodes`.
 *
 * @see https://www.w3.org/TR/css-masking-1/#masks
 */
export function maskOf(target: ClipTarget, nodes: readonly Node[], context: Context): MaskResult {
  const image = target.style.value('mask-image');
  const { text, span } = /^none$/i.test(image.text) ? target.style.value('mask') : image;
  if (/^none$/i.test(text)) return {};
  const url = parseUrl(text);
  if (url === undefined) {
    context.report('unsupported-css', { property: 'mask', value: text }, span);
    return {};
  }
  const words = text.slice(url.end).trim().toLowerCase();
  if (!/^(?:alpha|luminance|match-source)?$/.test(words))
    context.report('unsupported-css', { property: 'mask', value: text }, span);
  const element = followUrl(url.url, span, context);
  if (element === undefined) return {};
  if (!isSvg(element, 'mask')) {
    context.report('wrong-reference', { id: url.url.slice(1), found: element.name, due: '<mask>' }, span);
    return {};
  }
  if (target.scope.open.includes(element)) {
    context.report('reference-cycle', { name: element.name }, span);
    return {};
  }
  if (isTooDeep(target.scope, span, context)) return {};
  const mode = words === '' ? target.style.keyword('mask-mode') : words;
  return maskElement(element, mode, target, nodes, context);
}

function maskElement(
  element: XmlElement,
  mode: string,
  target: ClipTarget,
  nodes: readonly Node[],
  context: Context,
): MaskResult {
  const style = context.placedStyle(element);
  const usesBox = attributeOf(element, 'maskUnits')?.value.trim() !== 'userSpaceOnUse';
  const contentUsesBox = attributeOf(element, 'maskContentUnits')?.value.trim() === 'objectBoundingBox';
  const box = target.box();
  if ((usesBox || contentUsesBox) && (box === undefined || !(box.width > 0 && box.height > 0)))
    return { hidden: true };

  const { ctm } = target.scope;
  const region = regionOf(element, style, usesBox, target, context);
  const regionTransform = usesBox && box !== undefined ? multiply(ctm, boxMatrix(box)) : ctm;
  if (!(region.width > 0 && region.height > 0)) return { hidden: true };
  const clips: Clip[] = holds(region, regionTransform, nodes)
    ? []
    : [rectClip(region, regionTransform, element.open)];

  if (contentUsesBox || (usesBox && clips.length > 0)) reportUnevenBox(target, element, context);
  const { contextElement: _, ...rest } = target.scope;
  const behind = behindReference(target.scope, element);
  const scope: Scope = {
    ...rest,
    style,
    ctm: contentUsesBox && box !== undefined ? multiply(ctm, boxMatrix(box)) : ctm,
    viewport: contentUsesBox ? { width: 1, height: 1 } : target.scope.viewport,
    ...behind,
    isolatedAt: context.painted(),
  };
  const children = element.children.flatMap((child) =>
    child.kind === 'element' ? [...context.draw(child, scope).nodes] : [],
  );
  const outer = maskOf({ ...target, style, scope: { ...target.scope, ...behind } }, nodes, context);
  if (children.length === 0 || outer.hidden === true) return { hidden: true };
  const kind = mode === 'alpha' || mode === 'luminance' ? mode : style.keyword('mask-type');
  return {
    mask: {
      kind: kind === 'alpha' ? 'alpha' : 'luminance',
      clips,
      children,
      space: style.keyword('color-interpolation') === 'linearrgb' ? 'linearRGB' : 'sRGB',
      ...(outer.mask === undefined ? {} : { mask: outer.mask }),
      span: element.span,
    },
  };
}

/** In the units of maskUnits. */
function regionOf(
  element: XmlElement,
  style: Style,
  usesBox: boolean,
  target: ClipTarget,
  context: Context,
): Rect {
  const viewport = usesBox ? { width: 1, height: 1 } : target.scope.viewport;
  const length = (name: string, axis: Axis, fallback: string): number => {
    const attribute = attributeOf(element, name);
    const span = attribute?.valueSpan ?? element.open;
    const value = lengthOf(
      { text: attribute?.value ?? fallback, span, owner: style },
      axis,
      viewport,
      context,
    );
    if (value !== undefined) return value;
    context.report('invalid-value', { name, value: attribute?.value ?? '' }, span);
    return lengthOf({ text: fallback, span, owner: style }, axis, viewport, context) ?? 0;
  };
  return {
    x: length('x', 'x', '-10%'),
    y: length('y', 'y', '-10%'),
    width: length('width', 'x', '120%'),
    height: length('height', 'y', '120%'),
  };
}
