import type { Segment } from '../geometry/contour.ts';
import { multiply, rotation, scaling, translation, apply, determinant } from '../geometry/matrix.ts';
import { directionAt } from '../geometry/measure.ts';
import type { Point, Rect } from '../geometry/point.ts';
import type { Node } from '../ir.ts';
import { attributeOf, isSvg, type XmlElement } from '../parse/tree.ts';
import { arcToSegments } from '../path/arc.ts';
import type { Command, Path } from '../path/command.ts';
import { behindReference, followUrl, type Context, type PaintContext, type Scope } from './context.ts';
import { applyEffects } from './effects.ts';
import { isClipping } from './overflow.ts';
import { holds, rectClip } from './region.ts';
import { lengthOf, type Axis } from './units.ts';
import { DEFAULT_ASPECT, fitViewBox, parseAspect, parseViewBox } from './values/aspect.ts';
import { parseUrl } from './values/paint.ts';
import { parseAngle } from './values/transform-list.ts';

/** Shapes that SVG 1.1 put no markers on, and SVG 2 does. */
const NEWLY_MARKABLE: ReadonlySet<string> = new Set(['rect', 'circle', 'ellipse']);

/** A vertex with the directions in which the path comes and goes, as unit vectors. */
interface Vertex {
  readonly at: Point;
  incoming: Point | undefined;
  outgoing: Point | undefined;
  /** Which vertex of a closed subpath it is; between the two the path has no end. */
  joint?: 'first' | 'last';
}

/**
 * The markers of a shape as drawn: all starts, then the middles, then the end.
 *
 * @see https://www.w3.org/TR/SVG2/painting.html#Markers
 */
export function markersOf(element: XmlElement, path: Path, target: PaintContext, context: Context): Node[] {
  const { style } = target;
  const start = markerFor('marker-start', target, context);
  const middle = markerFor('marker-mid', target, context);
  const end = markerFor('marker-end', target, context);
  if (start === undefined && middle === undefined && end === undefined) return [];
  if (NEWLY_MARKABLE.has(element.local))
    context.report('uneven-support', { what: `markers on <${element.local}>` }, element.open);
  const vertices = verticesOf(quarterArcs(path.commands));
  const width = lengthOf(style.value('stroke-width'), 'diagonal', target.scope.viewport, context) ?? 1;
  const nodes: Node[] = [];
  let isTurnedAtJoint = false;
  vertices.forEach((vertex, index) => {
    const isLast = index === vertices.length - 1;
    const place = (marker: XmlElement | undefined, isStart: boolean): void => {
      if (marker === undefined) return;
      nodes.push(...drawMarker(marker, vertex, isStart, width, target, context));
      isTurnedAtJoint ||= isCorner(vertex) && orientOf(marker).startsWith('auto');
    };
    if (index === 0) place(start, true);
    else if (!isLast) place(middle, false);
    if (isLast) place(end, false);
  });
  if (isTurnedAtJoint)
    context.report('uneven-support', { what: 'how markers turn where a subpath closes' }, element.open);
  return nodes;
}

/** A corner where a subpath closes. Many programs take such a vertex for an end of the line. */
function isCorner({ joint, incoming, outgoing }: Vertex): boolean {
  if (joint === undefined || incoming === undefined || outgoing === undefined) return false;
  return Math.hypot(incoming.x - outgoing.x, incoming.y - outgoing.y) > 1e-3;
}

/** Markers stand at every quarter of an ellipse, which a path says in halves. */
function quarterArcs(commands: readonly Command[]): readonly Command[] {
  const [start, first, second] = commands;
  const isEllipse = commands.length === 4 && first?.kind === 'arc' && second?.kind === 'arc';
  if (!isEllipse || start?.kind !== 'move' || second.to.x !== start.to.x || second.to.y !== start.to.y)
    return commands;
  const { rx, ry } = first;
  const { x, y } = start.to;
  const quarter = (toX: number, toY: number): Command => ({ ...first, to: { x: toX, y: toY } });
  const close = commands[3] as Command;
  return [start, quarter(x - rx, y + ry), first, quarter(x - rx, y - ry), second, close];
}

function markerFor(
  property: 'marker-start' | 'marker-mid' | 'marker-end',
  target: PaintContext,
  context: Context,
): XmlElement | undefined {
  const { text, span } = target.style.value(property);
  const url = parseUrl(text);
  if (url === undefined) return undefined;
  const marker = followUrl(url.url, span, context);
  if (marker === undefined) return undefined;
  if (!isSvg(marker, 'marker')) {
    context.report('wrong-reference', { id: url.url.slice(1), found: marker.name, due: '<marker>' }, span);
    return undefined;
  }
  if (!target.scope.open.includes(marker)) return marker;
  context.report('reference-cycle', { name: marker.name }, span);
  return undefined;
}

function drawMarker(
  marker: XmlElement,
  vertex: Vertex,
  isStart: boolean,
  strokeWidth: number,
  target: PaintContext,
  context: Context,
): readonly Node[] {
  const style = context.placedStyle(marker);
  const viewBoxAttribute = attributeOf(marker, 'viewBox');
  const view = viewBoxAttribute === undefined ? undefined : parseViewBox(viewBoxAttribute.value);
  if (view !== undefined && (view.width === 0 || view.height === 0)) return [];
  const viewport = target.scope.viewport;
  const length = (name: string, axis: Axis, fallback: string, whole = viewport): number => {
    const attribute = attributeOf(marker, name);
    const span = attribute?.valueSpan ?? marker.open;
    const text = (attribute?.value ?? fallback).trim();
    const value = lengthOf(
      { text: REFERENCE_POINTS[text] ?? text, span, owner: style },
      axis,
      whole,
      context,
    );
    if (value === undefined) context.report('invalid-value', { name, value: text }, span);
    return value ?? 0;
  };
  const width = length('markerWidth', 'x', '3');
  const height = length('markerHeight', 'y', '3');
  if (!(width > 0 && height > 0)) return [];
  const whole = view ?? { width, height };
  const reference: Point = { x: length('refX', 'x', '0', whole), y: length('refY', 'y', '0', whole) };

  const units = attributeOf(marker, 'markerUnits')?.value.trim();
  const scale = units === 'userSpaceOnUse' ? 1 : strokeWidth;
  const aspect = parseAspect(attributeOf(marker, 'preserveAspectRatio')?.value ?? '') ?? DEFAULT_ASPECT;
  const fit = fitViewBox(view ?? { x: 0, y: 0, width, height }, aspect, { width, height });
  const anchor = apply(fit, reference);
  const turned = multiply(
    multiply(target.ctm, translation(vertex.at.x, vertex.at.y)),
    rotation(angleAt(marker, vertex, isStart, context)),
  );
  const outer = multiply(turned, multiply(scaling(scale), translation(-anchor.x, -anchor.y)));
  const ctm = multiply(outer, fit);
  if (determinant(ctm) === 0) return [];

  const scope: Scope = {
    style,
    ctm,
    viewport: view ?? { width, height },
    contextElement: target,
    ...behindReference(target.scope, marker),
    isolatedAt: target.scope.isolatedAt,
  };
  if (!context.spend(marker.open)) return [];
  const drawn = marker.children.flatMap((child) =>
    child.kind === 'element' ? [context.draw(child, scope)] : [],
  );
  const content = {
    nodes: drawn.flatMap(({ nodes }) => nodes),
    outlines: drawn.flatMap(({ outlines }) => outlines),
  };
  const region: Rect = { x: 0, y: 0, width, height };
  const clipped =
    isClipping(style) && !holds(region, outer, content.nodes)
      ? {
          ...content,
          nodes: [
            {
              kind: 'group' as const,
              opacity: 1,
              clips: [rectClip(region, outer, marker.open)],
              children: content.nodes,
              span: marker.span,
            },
          ],
        }
      : content;
  return applyEffects(marker, style, scope, ctm, clipped, context).nodes;
}

const REFERENCE_POINTS: Readonly<Record<string, string>> = {
  left: '0%',
  top: '0%',
  center: '50%',
  right: '100%',
  bottom: '100%',
};

const orientOf = (marker: XmlElement): string => attributeOf(marker, 'orient')?.value.trim() ?? '0';

/** In degrees. */
function angleAt(marker: XmlElement, vertex: Vertex, isStart: boolean, context: Context): number {
  const attribute = attributeOf(marker, 'orient');
  const text = orientOf(marker);
  if (text === 'auto') return directionOf(vertex);
  if (text === 'auto-start-reverse') return directionOf(vertex) + (isStart ? 180 : 0);
  const angle = parseAngle(text);
  if (angle === undefined && attribute !== undefined)
    context.report('invalid-value', { name: 'orient', value: attribute.value }, attribute.valueSpan);
  return angle ?? 0;
}

const degrees = ({ x, y }: Point): number => (Math.atan2(y, x) * 180) / Math.PI;

/** Half way between coming and going, in degrees. */
function directionOf({ incoming, outgoing, joint }: Vertex): number {
  if (incoming === undefined) return outgoing === undefined ? 0 : degrees(outgoing);
  if (outgoing === undefined) return degrees(incoming);
  // Nothing is half way between opposite directions; a line that turns back where it closes has two ends there.
  const isOpposite = Math.hypot(incoming.x + outgoing.x, incoming.y + outgoing.y) < 1e-9;
  if (isOpposite && joint !== undefined) return degrees(joint === 'first' ? outgoing : incoming);
  let first = degrees(incoming);
  const second = degrees(outgoing);
  // The shorter way round.
  if (Math.abs(first - second) > 180) first += first < second ? 360 : -360;
  return (first + second) / 2;
}

/**
 * The vertices of path data with their directions; those of zero-length segments come from their neighbors. A closed
 * subpath comes to its first vertex as it closes, and goes on from its last as what follows does: the next subpath,
 * where no moveto stands between, or else its own first segment.
 */
function verticesOf(commands: readonly Command[]): Vertex[] {
  const vertices: Vertex[] = [];
  let at: Point = { x: 0, y: 0 };
  let first: Vertex | undefined;
  let bound = 0;
  let before: Point | undefined;
  const finish = (): void => {
    spreadDirections(vertices.slice(bound), before);
    bound = vertices.length;
  };
  for (const command of commands) {
    if (command.kind === 'move') {
      finish();
      before = undefined;
      at = command.to;
      first = { at, incoming: undefined, outgoing: undefined };
      vertices.push(first);
      continue;
    }
    const last = vertices[vertices.length - 1];
    if (last === undefined || first === undefined) continue;
    const to = command.kind === 'close' ? first.at : command.to;
    const segments = toSegments(command, at, to);
    const [begin] = segments;
    const end = segments[segments.length - 1];
    const onward = begin === undefined ? undefined : directionAt(begin, 0);
    last.outgoing = last.joint === 'last' ? (onward ?? last.incoming) : onward;
    const next: Vertex = {
      at: to,
      incoming: end === undefined ? undefined : directionAt(end, 1),
      outgoing: undefined,
    };
    vertices.push(next);
    at = to;
    if (command.kind === 'close') {
      finish();
      if (first.joint === undefined) {
        first.joint = 'first';
        first.incoming = next.incoming;
      }
      next.joint = 'last';
      next.outgoing = first.outgoing;
      // Without a moveto the next subpath goes on from here.
      first = next;
      before = next.incoming;
    }
  }
  finish();
  return vertices;
}

function toSegments(command: Exclude<Command, { kind: 'move' }>, from: Point, to: Point): Segment[] {
  if (command.kind === 'close' || command.kind === 'line') return [{ kind: 'line', from, to }];
  if (command.kind === 'arc') return arcToSegments(from, command);
  return [{ ...command, from }];
}

function spreadDirections(vertices: readonly Vertex[], start: Point | undefined): void {
  let before = start;
  for (const vertex of vertices) {
    vertex.incoming ??= before;
    before = vertex.outgoing ?? vertex.incoming;
  }
  let after: Point | undefined;
  for (let index = vertices.length - 1; index >= 0; index -= 1) {
    const vertex = vertices[index] as Vertex;
    vertex.outgoing ??= after;
    after = vertex.outgoing ?? vertex.incoming;
  }
}
