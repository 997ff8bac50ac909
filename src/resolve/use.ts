import { multiply, type Matrix } from '../geometry/matrix.ts';
import { hrefOf, isSvg, type XmlElement } from '../parse/tree.ts';
import { boxOf, memoize } from './box.ts';
import { followHref, NOTHING, type Context, type Drawn, type PaintContext, type Scope } from './context.ts';
import { applyEffects } from './effects.ts';
import type { Style } from './style/style.ts';
import { localTransform } from './transform.ts';
import { geometryLength } from './units.ts';
import { drawViewport } from './viewport.ts';

/**
 * What a `<use>` draws; `ctm` leads from its own user units, which begin at its `x` and `y`. A reference to itself, directly or through others, draws
 * nothing.
 *
 * @see https://www.w3.org/TR/SVG2/struct.html#UseElement
 */
export function drawUse(
  element: XmlElement,
  style: Style,
  ctm: Matrix,
  scope: Scope,
  context: Context,
): Drawn {
  const referenced = followHref(element, context);
  if (referenced === undefined || !isSvg(referenced)) return NOTHING;
  if (scope.open.includes(referenced) || isAncestor(referenced, element)) {
    context.report('reference-cycle', { name: element.name }, hrefOf(element)?.valueSpan ?? element.open);
    return NOTHING;
  }
  const inside: Scope = {
    ...scope,
    style,
    ctm,
    open: [...scope.open, referenced],
    depth: scope.depth + USE_DEPTH,
  };
  const self: PaintContext = {
    style,
    scope,
    ctm,
    // Asked for only by a bounding-box paint named by context-fill: the content is then drawn once more for its box.
    box: memoize(() => boxOf(drawReferenced(referenced, element, { ...inside }, context).outlines, ctm)),
  };
  return drawReferenced(referenced, element, { ...inside, contextElement: self }, context);
}

/** Whoever asks for the paint around a use may ask through all of them. */
const USE_DEPTH = 2;

function drawReferenced(referenced: XmlElement, use: XmlElement, scope: Scope, context: Context): Drawn {
  if (referenced.local !== 'symbol' && referenced.local !== 'svg') return context.draw(referenced, scope);
  if (!context.spend(referenced.open)) return NOTHING;
  const style = scope.style.child(referenced);
  if (style.keyword('display') === 'none' && referenced.local === 'svg') return NOTHING;
  const transformed = referenced.local === 'symbol' ? style.declared('transform') : undefined;
  if (transformed !== undefined)
    context.report('uneven-support', { what: 'a transform on <symbol>' }, transformed.span);
  const size = (name: 'width' | 'height', axis: 'x' | 'y'): number => {
    const whole = axis === 'x' ? scope.viewport.width : scope.viewport.height;
    const own = geometryLength(referenced, style, name, axis, scope.viewport, context, whole);
    return geometryLength(use, scope.style, name, axis, scope.viewport, context, own);
  };
  const ctm = multiply(
    scope.ctm,
    localTransform(style, scope, context, () => undefined),
  );
  const frame = {
    x: geometryLength(referenced, style, 'x', 'x', scope.viewport, context, 0),
    y: geometryLength(referenced, style, 'y', 'y', scope.viewport, context, 0),
    width: size('width', 'x'),
    height: size('height', 'y'),
  };
  const content = drawViewport(referenced, style, frame, ctm, scope, context);
  return applyEffects(referenced, style, scope, ctm, content, context);
}

function isAncestor(element: XmlElement, of: XmlElement): boolean {
  for (let at: XmlElement | undefined = of; at !== undefined; at = at.parent) if (at === element) return true;
  return false;
}
