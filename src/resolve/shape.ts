import { boundsOf, hullOf, type Bounds } from '../geometry/bounds.ts';
import { invert, multiply, type Matrix } from '../geometry/matrix.ts';
import { outlineStroke } from '../geometry/outline.ts';
import type { Fill, Node, Shape, Stroke } from '../ir.ts';
import { attributeOf, type XmlElement } from '../parse/tree.ts';
import { pathFromContours } from '../path/from-contours.ts';
import { boxOf } from './box.ts';
import { NOTHING, type Context, type Drawn, type Outline, type PaintContext, type Scope } from './context.ts';
import { markersOf } from './markers.ts';
import { resolvePaint } from './paint.ts';
import { outlineOf, type Outlined } from './shapes.ts';
import { strokeGeometry } from './stroke.ts';
import type { Style } from './style/style.ts';
import { localTransform } from './transform.ts';

/** A shape element as drawn, effects aside, and the map from its user units to the viewport. */
export function drawShape(
  element: XmlElement,
  style: Style,
  scope: Scope,
  context: Context,
): { readonly drawn: Drawn; readonly ctm: Matrix } {
  const outlined = outlineOf(element, style, scope.viewport, context);
  const path = outlined?.path;
  const box = (): ReturnType<typeof boxOf> =>
    path === undefined ? undefined : boxOf([{ path, transform: scope.ctm }], scope.ctm);
  const strokeBox = (): ReturnType<typeof boxOf> =>
    path === undefined ? undefined : (boxOfStroke(element, path, style, scope, context) ?? box());
  const ctm = multiply(scope.ctm, localTransform(style, scope, context, box, strokeBox));
  if (outlined === undefined) return { drawn: NOTHING, ctm };
  if (!isFinitePath(outlined.path, ctm)) {
    context.report('out-of-range', {}, outlined.dataSpan ?? element.open);
    return { drawn: NOTHING, ctm };
  }
  const outline: Outline = { path: outlined.path, transform: ctm };
  // What a singular transform flattens is not drawn.
  if (style.keyword('visibility') !== 'visible' || invert(ctm) === undefined)
    return { drawn: { nodes: [], outlines: [outline] }, ctm };
  const rendering = style.value('shape-rendering');
  if (/^(?:optimizespeed|crispedges)$/i.test(rendering.text))
    context.report('no-antialiasing', { value: rendering.text }, rendering.span);
  const target: PaintContext = { style, scope, ctm, box };
  const nodes = paintShape(element, outlined, target, context);
  return { drawn: { nodes, outlines: [outline] }, ctm };
}

/**
 * The box of a shape with its stroke, solid whatever its dashes; undefined where it has none.
 *
 * @see https://www.w3.org/TR/SVG2/coords.html#BoundingBoxes
 */
function boxOfStroke(
  element: XmlElement,
  path: Shape['path'],
  style: Style,
  scope: Scope,
  context: Context,
): ReturnType<typeof boxOf> {
  const { text, span } = style.value('stroke');
  const stroke = /^none$/i.test(text) ? undefined : strokeGeometry(element, path, style, scope, context);
  if (stroke === undefined) return undefined;
  if (stroke.nonScaling)
    context.report('unsupported-css', { property: 'transform-box', value: 'stroke-box' }, span);
  const outline = outlineStroke(path.contours, stroke, stroke.width / 1000);
  const whole = pathFromContours([...path.contours, ...outline]);
  return boxOf([{ path: whole, transform: scope.ctm }], scope.ctm);
}

/** Whether all of a path can be told apart from infinity, here and in the viewport. */
function isFinitePath(path: Shape['path'], ctm: Matrix): boolean {
  const scale = Math.abs(ctm.a) + Math.abs(ctm.b) + Math.abs(ctm.c) + Math.abs(ctm.d);
  const isNear = ({ minX, minY, maxX, maxY }: Bounds): boolean => {
    const reach = Math.max(1, Math.abs(minX), Math.abs(minY), Math.abs(maxX), Math.abs(maxY));
    return reach * scale + Math.abs(ctm.e) + Math.abs(ctm.f) < FARTHEST;
  };
  // Where the control points are near, so are the curves.
  return path.contours.every((contour) => isNear(hullOf(contour))) || isNear(boundsOf(path.contours));
}

/** Beyond this, single-precision renderers lose every digit of an icon. */
const FARTHEST = 1e30;

/** The shape's fill, stroke and markers in its paint order; a fill with the stroke right behind it is one shape. */
function paintShape(
  element: XmlElement,
  { path, dataSpan }: Outlined,
  target: PaintContext,
  context: Context,
): Node[] {
  const { style, ctm } = target;
  const id = attributeOf(element, 'id')?.value;
  const { span } = element;
  // Always the same properties: what reads shapes by the thousand is then compiled for one kind of object.
  const painted = (fill: Fill | undefined, stroke: Stroke | undefined): Shape => ({
    kind: 'shape',
    path,
    transform: ctm,
    fill,
    stroke,
    id,
    span,
    dataSpan,
  });
  const parts: Record<PaintLayer, () => Node[]> = {
    fill: () => {
      const fill = fillOf(target, context);
      return fill === undefined ? [] : [painted(fill, undefined)];
    },
    stroke: () => {
      const stroke = strokeOf(element, target, path, context);
      return stroke === undefined ? [] : [painted(undefined, stroke)];
    },
    markers: () => markersOf(element, path, target, context),
  };
  const nodes: Node[] = [];
  for (const layer of paintOrder(style)) {
    for (const node of parts[layer]()) {
      const last = nodes[nodes.length - 1];
      const follows =
        layer === 'stroke' && last?.kind === 'shape' && last.path === path && node.kind === 'shape';
      if (follows && node.stroke !== undefined) nodes[nodes.length - 1] = { ...last, stroke: node.stroke };
      else nodes.push(node);
    }
  }
  return nodes;
}

type PaintLayer = 'fill' | 'stroke' | 'markers';

const LAYERS: readonly PaintLayer[] = ['fill', 'stroke', 'markers'];

function paintOrder(style: Style): readonly PaintLayer[] {
  const order = style.keyword('paint-order');
  if (order === 'normal') return LAYERS;
  const said = order
    .split(/\s+/)
    .filter((word): word is PaintLayer => (LAYERS as readonly string[]).includes(word));
  return [...said, ...LAYERS.filter((layer) => !said.includes(layer))];
}

function fillOf(target: PaintContext, context: Context): Fill | undefined {
  const { style } = target;
  const opacity = style.share('fill-opacity');
  const paint = resolvePaint('fill', target, context);
  if (paint === undefined || opacity === 0) return undefined;
  return { paint, opacity, rule: style.keyword('fill-rule') as Fill['rule'] };
}

function strokeOf(
  element: XmlElement,
  target: PaintContext,
  path: Shape['path'],
  context: Context,
): Stroke | undefined {
  const { style, scope } = target;
  if (style.keyword('stroke') === 'none') return undefined;
  const geometry = strokeGeometry(element, path, style, scope, context);
  const opacity = style.share('stroke-opacity');
  if (geometry === undefined || opacity === 0) return undefined;
  const paint = resolvePaint('stroke', target, context);
  return paint === undefined ? undefined : { paint, opacity, ...geometry };
}
