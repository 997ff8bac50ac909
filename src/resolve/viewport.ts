import { multiply, translation, type Matrix } from '../geometry/matrix.ts';
import type { Rect, Size } from '../geometry/point.ts';
import { attributeOf, type XmlElement } from '../parse/tree.ts';
import { NOTHING, type Context, type Drawn, type Scope } from './context.ts';
import { isClipping } from './overflow.ts';
import { holds, rectClip } from './region.ts';
import type { Style } from './style/style.ts';
import { DEFAULT_ASPECT, fitViewBox, parseAspect, parseViewBox, type Aspect } from './values/aspect.ts';

/** The viewBox an element states; undefined for none, or for one that is malformed, which is reported. */
export function viewBoxOf(element: XmlElement, context: Pick<Context, 'report'>): Rect | undefined {
  const attribute = attributeOf(element, 'viewBox');
  if (attribute === undefined || attribute.value.trim() === 'none') return undefined;
  const box = parseViewBox(attribute.value);
  if (box === undefined)
    context.report('invalid-value', { name: 'viewBox', value: attribute.value }, attribute.valueSpan);
  return box;
}

export function aspectOf(element: XmlElement, context: Pick<Context, 'report'>): Aspect {
  const attribute = attributeOf(element, 'preserveAspectRatio');
  if (attribute === undefined) return DEFAULT_ASPECT;
  const aspect = parseAspect(attribute.value);
  if (aspect === undefined)
    context.report(
      'invalid-value',
      { name: 'preserveAspectRatio', value: attribute.value },
      attribute.valueSpan,
    );
  return aspect ?? DEFAULT_ASPECT;
}

/**
 * The content of an element with a viewport of its own, a nested `<svg>` or a `<symbol>` in use: fitted into `frame`,
 * which is in the units of `ctm`, and cut off at its edges unless `overflow` says otherwise.
 */
export function drawViewport(
  element: XmlElement,
  style: Style,
  frame: Rect,
  ctm: Matrix,
  scope: Scope,
  context: Context,
): Drawn {
  if (!(frame.width > 0 && frame.height > 0)) return NOTHING;
  const view = viewBoxOf(element, context);
  if (view !== undefined && !(view.width > 0 && view.height > 0)) return NOTHING;
  const moved = multiply(ctm, translation(frame.x, frame.y));
  const inner =
    view === undefined ? moved : multiply(moved, fitViewBox(view, aspectOf(element, context), frame));
  const viewport: Size = view ?? frame;
  const content = drawChildren(
    element,
    { ...scope, style, ctm: inner, viewport, depth: scope.depth + 1 },
    context,
  );
  if (!isClipping(style) || content.nodes.length === 0 || holds(frame, ctm, content.nodes)) return content;
  const clips = [rectClip(frame, ctm, element.open)];
  return {
    nodes: [{ kind: 'group', opacity: 1, clips, children: content.nodes, span: element.span }],
    outlines: content.outlines,
  };
}

/** Draws the children of `element`; `scope` is that inside it. */
export function drawChildren(element: XmlElement, scope: Scope, context: Context): Drawn {
  const drawn: Drawn = { nodes: [], outlines: [] };
  const nodes = drawn.nodes as Drawn['nodes'][number][];
  const outlines = drawn.outlines as Drawn['outlines'][number][];
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    const one = context.draw(child, scope);
    for (const node of one.nodes) nodes.push(node);
    for (const outline of one.outlines) outlines.push(outline);
  }
  return drawn;
}
