import { multiply, type Matrix } from '../geometry/matrix.ts';
import type { Rect } from '../geometry/point.ts';
import type { Clip, ClipShape, FillRule } from '../ir.ts';
import { attributeOf, isSvg, type XmlElement } from '../parse/tree.ts';
import { basicShapeClip } from './clip-basic-shape.ts';
import { passesConditions } from './conditional.ts';
import {
  behindReference,
  followHref,
  followUrl,
  isTooDeep,
  type Context,
  type Drawn,
  type Scope,
} from './context.ts';
import { boxMatrix } from './gradients.ts';
import { outlineOf, SHAPES } from './shapes.ts';
import type { Style } from './style/style.ts';
import { localTransform } from './transform.ts';
import { offsetOf } from './use-offset.ts';
import { parseUrl } from './values/paint.ts';
import { boxOf } from './box.ts';

/** The element that is clipped. */
export interface ClipTarget {
  readonly style: Style;
  /** Of the element itself: `ctm` leads from its user units. */
  readonly scope: Scope;
  readonly box: () => Rect | undefined;
  /** Whether other programs take another box. */
  readonly isUneven?: () => boolean;
}

/** Says that what is laid out in the box of `target` lies elsewhere in other programs, where it does. */
export function reportUnevenBox(target: ClipTarget, by: XmlElement, context: Context): void {
  if (target.isUneven?.() === true)
    context.report('uneven-support', { what: 'the bounding box of a group with turned shapes' }, by.open);
}

/**
 * The clips that an element's `clip-path` asks for; the visible region is the intersection of all.
 *
 * @see https://www.w3.org/TR/css-masking-1/#clipping-paths
 */
export function clipsOf(target: ClipTarget, context: Context): Clip[] {
  const { text, span } = target.style.value('clip-path');
  if (/^none$/i.test(text)) return [];
  const url = parseUrl(text);
  if (url === undefined || text.slice(url.end).trim() !== '') {
    const clip = basicShapeClip(text, span, target, context);
    if (clip === undefined) context.report('unsupported-css', { property: 'clip-path', value: text }, span);
    else context.report('uneven-support', { what: `clip-path: ${text}` }, span);
    return clip === undefined ? [] : [clip];
  }
  const element = followUrl(url.url, span, context);
  if (element === undefined) return [];
  if (!isSvg(element, 'clipPath')) {
    context.report('wrong-reference', { id: url.url.slice(1), found: element.name, due: '<clipPath>' }, span);
    return [];
  }
  if (target.scope.open.includes(element)) {
    context.report('reference-cycle', { name: element.name }, span);
    return [];
  }
  if (isTooDeep(target.scope, span, context)) return [];
  return clipPathElement(element, target, context);
}

function clipPathElement(element: XmlElement, target: ClipTarget, context: Context): Clip[] {
  const style = context.placedStyle(element);
  const nothing: Clip = { shapes: [], span: element.span };
  let ctm = target.scope.ctm;
  const behind = behindReference(target.scope, element);
  const inside: Scope = { ...target.scope, ...behind, style };
  ctm = multiply(ctm, localTransform(style, inside, context, target.box));
  let viewport = target.scope.viewport;
  if (attributeOf(element, 'clipPathUnits')?.value.trim() === 'objectBoundingBox') {
    const box = target.box();
    if (box === undefined || !(box.width > 0 && box.height > 0)) return [nothing];
    reportUnevenBox(target, element, context);
    ctm = multiply(ctm, boxMatrix(box));
    viewport = { width: 1, height: 1 };
  }
  const { contextElement: _, ...rest } = inside;
  const scope: Scope = { ...rest, ctm, viewport };
  const shapes = element.children.flatMap((child) =>
    child.kind === 'element' ? clipChild(child, scope, context) : [],
  );
  // A clip on the clip itself: its units are those of the element that is clipped.
  const outer = clipsOf({ ...target, style, scope: { ...target.scope, ...behind } }, context);
  return [...outer, { shapes, span: element.span }];
}

/** The region of one child of a `<clipPath>`: shapes, and `<use>` of a shape. Anything else is not part of it. */
function clipChild(element: XmlElement, scope: Scope, context: Context): ClipShape[] {
  const isText = isSvg(element, 'text');
  const isUse = isSvg(element, 'use');
  if (!isSvg(element) || (!isUse && !isText && !SHAPES.has(element.local))) {
    if (isSvg(element) && IGNORED.has(element.local))
      context.report('not-in-clip', { name: element.name }, element.open);
    return [];
  }
  if (!context.spend(element.open) || !passesConditions(element, context)) return [];
  const style = scope.style.child(element);
  if (style.keyword('display') === 'none') return [];
  if (isText) {
    context.draw(element, scope);
    return [];
  }
  if (isUse) return clipUse(element, style, scope, context);
  if (style.keyword('visibility') !== 'visible') return [];

  const outlined = outlineOf(element, style, scope.viewport, context);
  if (outlined === undefined) return [];
  const own = (): Rect | undefined => boxOf([{ path: outlined.path, transform: scope.ctm }], scope.ctm);
  const ctm: Matrix = multiply(scope.ctm, localTransform(style, scope, context, own));
  const id = attributeOf(element, 'id')?.value;
  return [
    {
      path: outlined.path,
      transform: ctm,
      rule: style.keyword('clip-rule') as FillRule,
      clips: clipsOf({ style, scope: { ...scope, style, ctm }, box: own }, context),
      ...(id === undefined ? {} : { id }),
      span: element.span,
      ...(outlined.dataSpan === undefined ? {} : { dataSpan: outlined.dataSpan }),
    },
  ];
}

/** Graphics that SVG does not let into a clip: authors who put them there expect otherwise. */
const IGNORED: ReadonlySet<string> = new Set(['g', 'svg', 'image', 'switch', 'a', 'foreignObject', 'symbol']);

function clipUse(element: XmlElement, style: Style, scope: Scope, context: Context): ClipShape[] {
  const referenced = followHref(element, context);
  if (referenced === undefined) return [];
  if (!SHAPES.has(referenced.local) && referenced.local !== 'text') {
    context.report('not-in-clip', { name: referenced.name }, element.open);
    return [];
  }
  if (scope.open.includes(referenced)) {
    context.report('reference-cycle', { name: element.name }, element.open);
    return [];
  }
  const own = localTransform(style, scope, context, () => undefined);
  const ctm = multiply(multiply(scope.ctm, own), offsetOf(element, style, scope, context));
  const inner: Scope = {
    ...scope,
    style,
    ctm,
    open: [...scope.open, referenced],
    depth: scope.depth + 1,
  };
  const shapes = clipChild(referenced, inner, context);
  const outlines: Drawn['outlines'] = shapes;
  const box = (): Rect | undefined => boxOf(outlines, ctm);
  const clips = clipsOf({ style, scope: { ...scope, style, ctm }, box }, context);
  return clips.length === 0
    ? shapes
    : shapes.map((shape) => ({ ...shape, clips: [...shape.clips, ...clips] }));
}
