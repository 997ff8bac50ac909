import type { Matrix } from '../geometry/matrix.ts';
import type { Clip, Group, Mask, Node, Shape } from '../ir.ts';
import { attributeOf, isSvg, type XmlElement } from '../parse/tree.ts';
import { boxOf, isBoxUneven, memoize } from './box.ts';
import { clipsOf, type ClipTarget } from './clip.ts';
import { type Context, type Drawn, type Scope } from './context.ts';
import { isIdentityFilter, paintsOnNothing } from './filters.ts';
import { maskOf } from './mask.ts';
import type { Property } from './style/properties.ts';
import type { Style } from './style/style.ts';
import { parseUrl } from './values/paint.ts';

/** All that is read below, none of it inherited. Most elements declare nothing of it. */
const EFFECTS: ReadonlySet<Property> = new Set<Property>([
  'opacity',
  'clip-path',
  'mask',
  'mask-image',
  'filter',
  'backdrop-filter',
  'clip',
  'animation',
  'animation-name',
]);

/**
 * What an element draws once its own opacity, clip and mask are applied to its content. A group comes about only where
 * one of these needs it.
 */
export function applyEffects(
  element: XmlElement,
  style: Style,
  scope: Scope,
  ctm: Matrix,
  content: Drawn,
  context: Context,
  opacity: number = style.share('opacity'),
): Drawn {
  const { outlines } = content;
  const id = attributeOf(element, 'id')?.value;
  const survives = id !== undefined && context.keepsId(id) && element.local !== 'use';
  if (!survives && !style.declaresAny(EFFECTS)) return content;
  reportUnsupported(style, content, context);
  if (content.nodes.length === 0) return { nodes: [], outlines };
  const box = memoize(() => {
    if (context.measure(outlines.length)) return boxOf(outlines, ctm);
    context.report('too-deep', {}, element.open);
    return undefined;
  });
  const isUneven = (): boolean => box() !== undefined && isBoxUneven(outlines, ctm);
  const target: ClipTarget = { style, scope: { ...scope, style, ctm }, box, isUneven };
  const clips = clipsOf(target, context);
  const { mask, hidden } = maskOf(target, content.nodes, context);
  if (opacity === 0 || hidden === true || clips.some(({ shapes }) => shapes.length === 0))
    return { nodes: [], outlines };
  const group: Group = {
    kind: 'group',
    opacity,
    clips,
    ...(mask === undefined ? {} : { mask }),
    children: content.nodes,
    ...(id === undefined ? {} : { id }),
    span: element.span,
  };
  return { nodes: simplifyGroup(group, survives), outlines };
}

/** The group's content without the group where that is the same picture. */
function simplifyGroup(group: Group, survives: boolean): readonly Node[] {
  const { opacity, clips, mask, children } = group;
  const [only] = children;
  const isSingle = children.length === 1 && only !== undefined;
  if (isSingle && only.kind === 'shape' && clips.length === 0 && mask === undefined) {
    const faded = fadeShape(only, opacity);
    if (faded !== undefined) return [faded];
  }
  if (survives && !(isSingle && only.id === group.id)) return [group];
  if (opacity === 1 && clips.length === 0 && mask === undefined) return children;
  if (isSingle && only.kind === 'group') return [mergeGroups(group, only)];
  return [group];
}

/** The shape with its paint faded, where it has one paint alone; two paints may overlap. */
function fadeShape(shape: Shape, opacity: number): Shape | undefined {
  const { fill, stroke } = shape;
  if (opacity === 1) return shape;
  if (fill !== undefined && stroke === undefined)
    return { ...shape, fill: { ...fill, opacity: fill.opacity * opacity } };
  if (stroke !== undefined && fill === undefined)
    return { ...shape, stroke: { ...stroke, opacity: stroke.opacity * opacity } };
  return undefined;
}

/** Masking, clipping and fading each scale the picture point by point, so their order does not matter. */
function mergeGroups(outer: Group, inner: Group): Group {
  if (outer.mask !== undefined && inner.mask !== undefined) return outer;
  const mask: Mask | undefined = outer.mask ?? inner.mask;
  const clips: readonly Clip[] = [...outer.clips, ...inner.clips];
  const id = inner.id ?? outer.id;
  return {
    kind: 'group',
    opacity: outer.opacity * inner.opacity,
    clips,
    ...(mask === undefined ? {} : { mask }),
    children: inner.children,
    ...(id === undefined ? {} : { id }),
    span: outer.span,
  };
}

/** Effects that no geometry can carry. */
function reportUnsupported(style: Style, { nodes, outlines }: Drawn, context: Context): void {
  for (const property of ['filter', 'backdrop-filter'] as const) {
    const { text, span } = style.value(property);
    if (/^none$/i.test(text)) continue;
    const url = parseUrl(text);
    const id = url?.url.startsWith('#') === true ? url.url.slice(1) : undefined;
    const isMissing = url?.end === text.length && id !== undefined && !isFilter(context.byId.get(id));
    const filter = id === undefined ? undefined : context.byId.get(id);
    if (isMissing) context.report('missing-reference', { id: id ?? text }, span);
    // No picture can clear this one.
    else if (nodes.length === 0 && paintsOnNothing(filter, outlines.length > 0))
      context.report('unsupported-css', { property, value: text }, span);
    else if (!isIdentityFilter(text, filter)) context.report('unsupported-filter', { value: text }, span);
  }
  const clip = style.value('clip');
  if (!/^auto$/i.test(clip.text))
    context.report('unsupported-css', { property: 'clip', value: clip.text }, clip.span);
  for (const property of ['animation', 'animation-name'] as const) {
    const { text, span } = style.value(property);
    if (!/^none$/i.test(text)) context.report('animation', { name: property }, span);
  }
}

const isFilter = (element: XmlElement | undefined): boolean =>
  element !== undefined && isSvg(element, 'filter');
