import type { Span } from '../diagnostics/span.ts';
import { determinant, IDENTITY, multiply, scaling, translation, type Matrix } from '../geometry/matrix.ts';
import type { Rect, Size } from '../geometry/point.ts';
import type { Node, Paint } from '../ir.ts';
import { isSvg, type XmlElement } from '../parse/tree.ts';
import { inheritedAttribute, inheritedContent, referenceChain } from './chain.ts';
import { behindReference, type Context, type PaintContext, type Scope } from './context.ts';
import { localTransform } from './transform.ts';
import { lengthOf, type Axis } from './units.ts';
import { DEFAULT_ASPECT, fitViewBox, parseAspect, parseViewBox } from './values/aspect.ts';

/**
 * A pattern element as paint for `target`: undefined when it paints nothing, `'unusable'` when the reference's fallback
 * is to be used.
 */
export function resolvePattern(
  element: XmlElement,
  span: Span,
  target: PaintContext,
  context: Context,
): Paint | undefined | 'unusable' {
  const chain = referenceChain(element, ['pattern'], context);
  if (target.scope.open.includes(element)) {
    context.report('reference-cycle', { name: element.name }, span);
    return 'unusable';
  }
  const says = (name: string): string | undefined => inheritedAttribute(chain, name)?.attribute.value.trim();
  const box = target.box();
  const usesBox = says('patternUnits') !== 'userSpaceOnUse';
  const contentUsesBox = says('patternContentUnits') === 'objectBoundingBox';
  const hasBox = box !== undefined && box.width > 0 && box.height > 0;
  if ((usesBox || contentUsesBox) && !hasBox) return 'unusable';

  const length = (name: string, axis: Axis): number => {
    const found = inheritedAttribute(chain, name);
    if (found === undefined) return 0;
    const { attribute } = found;
    const viewport: Size = usesBox ? { width: 1, height: 1 } : target.scope.viewport;
    const owner = context.placedStyle(found.element);
    const value = lengthOf(
      { text: attribute.value, span: attribute.valueSpan, owner },
      axis,
      viewport,
      context,
    );
    if (value === undefined)
      context.report('invalid-value', { name, value: attribute.value }, attribute.valueSpan);
    return value ?? 0;
  };
  const written: Rect = {
    x: length('x', 'x'),
    y: length('y', 'y'),
    width: length('width', 'x'),
    height: length('height', 'y'),
  };
  const tile: Rect =
    usesBox && box !== undefined
      ? {
          x: box.x + written.x * box.width,
          y: box.y + written.y * box.height,
          width: written.width * box.width,
          height: written.height * box.height,
        }
      : written;
  if (!(tile.width > 0 && tile.height > 0)) return undefined;

  const holder = chain.find((link) => context.placedStyle(link).declared('transform') !== undefined);
  let transform =
    holder === undefined
      ? IDENTITY
      : localTransform(context.placedStyle(holder), target.scope, context, target.box);
  if (determinant(transform) === 0) {
    // What a flattened pattern paints is undefined; renderers leave the transform out.
    const value = context.placedStyle(holder ?? element).value('transform');
    context.report('invalid-value', { name: 'patternTransform', value: value.text }, value.span);
    transform = IDENTITY;
  }

  const content = inheritedContent(chain, (child) => isSvg(child));
  if (content === undefined) return undefined;
  const viewBox = says('viewBox');
  const view = viewBox === undefined ? undefined : parseViewBox(viewBox);
  if (view !== undefined && (view.width === 0 || view.height === 0)) return undefined;
  const aspect = parseAspect(says('preserveAspectRatio') ?? '') ?? DEFAULT_ASPECT;
  // Content starts at the tile's corner, as renderers have it, whatever its units; so the corner becomes the origin.
  let inner: Matrix = IDENTITY;
  if (view !== undefined) inner = fitViewBox(view, aspect, tile);
  else if (contentUsesBox && box !== undefined) inner = scaling(box.width, box.height);

  const { contextElement: _, ...outer } = target.scope;
  const scope: Scope = {
    ...outer,
    style: context.placedStyle(content),
    ctm: inner,
    viewport: view ?? target.scope.viewport,
    ...behindReference(target.scope, element),
    isolatedAt: context.painted(),
  };
  const children: Node[] = content.children.flatMap((child) =>
    child.kind === 'element' ? [...context.draw(child, scope).nodes] : [],
  );
  if (children.length === 0) return undefined;
  return {
    kind: 'pattern',
    tile: { x: 0, y: 0, width: tile.width, height: tile.height },
    transform: multiply(transform, translation(tile.x, tile.y)),
    children,
    span: element.span,
  };
}
