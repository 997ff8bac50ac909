import { multiply, type Matrix } from '../geometry/matrix.ts';
import { childElements, isSvg, type XmlElement } from '../parse/tree.ts';
import { boxOf } from './box.ts';
import { isIsolating, reportBlending } from './blend.ts';
import { passesConditions } from './conditional.ts';
import { isTooDeep, NOTHING, type Context, type Drawn, type Scope } from './context.ts';
import { applyEffects } from './effects.ts';
import { drawShape } from './shape.ts';
import { SHAPES } from './shapes.ts';
import type { Style } from './style/style.ts';
import { localTransform } from './transform.ts';
import { geometryLength } from './units.ts';
import { reportUnsupportedElement } from './unsupported.ts';
import { drawUse } from './use.ts';
import { offsetOf } from './use-offset.ts';
import { drawChildren, drawViewport } from './viewport.ts';

/** Elements that are drawn through references, or never. */
const NEVER_DRAWN: ReadonlySet<string> = new Set([
  'defs',
  'symbol',
  'clipPath',
  'mask',
  'marker',
  'pattern',
  'linearGradient',
  'radialGradient',
  'stop',
  'filter',
  'style',
  'title',
  'desc',
  'metadata',
  'view',
  'cursor',
  'font',
  'font-face',
  'color-profile',
  'solidcolor',
  'hatch',
  'mesh',
  'meshgradient',
]);

/** What `element` and everything in it draw where `scope` puts it. */
export function drawElement(element: XmlElement, scope: Scope, context: Context): Drawn {
  if (!isSvg(element) || NEVER_DRAWN.has(element.local)) return NOTHING;
  if (!context.spend(element.open) || isTooDeep(scope, element.open, context)) return NOTHING;
  const style = scope.style.child(element);
  if (style.keyword('display') === 'none' || !passesConditions(element, context)) return NOTHING;
  reportBlending(style, scope, context);
  if (SHAPES.has(element.local)) {
    const { drawn, ctm } = drawShape(element, style, scope, context);
    return applyEffects(element, style, scope, ctm, drawn, context);
  }
  if (!CONTAINERS.has(element.local)) {
    reportUnsupportedElement(element, style, scope, context);
    return NOTHING;
  }
  const outer = isIsolating(style) ? { ...scope, isolatedAt: context.painted() } : scope;
  const offset = isSvg(element, 'use') ? offsetOf(element, style, scope, context) : undefined;
  const place = (at: Matrix): Matrix => (offset === undefined ? at : multiply(at, offset));
  const content = (at: Matrix): Drawn => drawContainer(element, style, place(at), outer, context);
  // A transform about the element's own box needs the content first: its box does not depend on where it is put.
  const box = (): ReturnType<typeof boxOf> => boxOf(content(scope.ctm).outlines, scope.ctm);
  const isStroked = (nodes: Drawn['nodes']): boolean =>
    nodes.some((node) => (node.kind === 'group' ? isStroked(node.children) : node.stroke !== undefined));
  const withoutStrokes = usesStrokeBox(style) && !isStroked(content(scope.ctm).nodes) ? box : undefined;
  const ctm = multiply(scope.ctm, localTransform(style, scope, context, box, withoutStrokes));
  return applyEffects(element, style, scope, place(ctm), content(ctm), context);
}

const usesStrokeBox = (style: Style): boolean =>
  /^(?:stroke|border)-box$/.test(style.keyword('transform-box'));

const CONTAINERS: ReadonlySet<string> = new Set(['g', 'a', 'svg', 'switch', 'use']);

/** What `<switch>` chooses among: graphics, whether or not they can be carried over. */
function isSwitchable(element: XmlElement): boolean {
  const { local } = element;
  return (
    isSvg(element) &&
    (SHAPES.has(local) || CONTAINERS.has(local) || /^(?:text|image|foreignObject)$/.test(local))
  );
}

function drawContainer(
  element: XmlElement,
  style: Style,
  ctm: Matrix,
  scope: Scope,
  context: Context,
): Drawn {
  const inside: Scope = { ...scope, style, ctm, depth: scope.depth + 1 };
  switch (element.local) {
    case 'use':
      return drawUse(element, style, ctm, scope, context);
    case 'switch': {
      const chosen = childElements(element).find(
        (child) => isSwitchable(child) && passesConditions(child, context),
      );
      return chosen === undefined ? NOTHING : context.draw(chosen, inside);
    }
    case 'svg': {
      const moved = style.declared('transform');
      if (moved !== undefined)
        context.report('uneven-support', { what: 'a transform on a nested <svg>' }, moved.span);
      const { viewport } = scope;
      const frame = {
        x: geometryLength(element, style, 'x', 'x', viewport, context, 0),
        y: geometryLength(element, style, 'y', 'y', viewport, context, 0),
        width: geometryLength(element, style, 'width', 'x', viewport, context, viewport.width),
        height: geometryLength(element, style, 'height', 'y', viewport, context, viewport.height),
      };
      return drawViewport(element, style, frame, ctm, scope, context);
    }
    default:
      return drawChildren(element, inside, context);
  }
}
