import type { Span } from '../diagnostics/span.ts';
import { boundsOf, boundsOverlap } from '../geometry/bounds.ts';
import type { Contour } from '../geometry/contour.ts';
import { invert } from '../geometry/matrix.ts';
import { intersect, overlap, subtract, unite } from '../geometry/region.ts';
import type { Color, Node, Shape, Stroke } from '../ir.ts';
import { pathFromContours } from '../path/from-contours.ts';
import { transformPath } from '../path/transform.ts';
import { over, sameColor } from './colors.ts';
import type { Context } from './context.ts';
import { LIMITS } from './options.ts';
import { filled, isOpaque, nodeOf, outlineOfPiece, piecesOf, regionOfPiece, type Piece } from './pieces.ts';

/**
 * Gives the opacity of a group to its lowered `children`.
 *
 * That is the same picture only where no two of them overlap. Where they do, pieces of one opaque color become one
 * shape; otherwise what lies beneath is cut out under an opaque piece, and under a translucent one gets the mixed color.
 */
export function foldOpacity(
  children: readonly Node[],
  opacity: number,
  span: Span,
  context: Context,
): Node[] {
  const pieces = piecesOf(children);
  const refuse = (reason: string): Node[] => {
    context.report('unsupported-group-opacity', { reason }, span);
    return fadeAll(children, opacity);
  };
  if (pieces.length === 1) return fadeAll(children, opacity);
  if (pieces.length > LIMITS.overlaps) {
    return areApart(pieces, context)
      ? fadeAll(children, opacity)
      : refuse(`there are ${pieces.length} of them`);
  }
  if (areApart(pieces, context)) return fadeAll(children, opacity);
  const merged = mergeOneColor(pieces, opacity, context);
  if (merged !== undefined) return [merged];
  const layers = cutLayers(pieces, context);
  if (layers === undefined) return refuse('one of them is translucent and lies over a gradient, or is one');
  return layers.map((layer) => layerNode(layer, opacity));
}

function fadeAll(nodes: readonly Node[], opacity: number): Node[] {
  return nodes.map((node) => {
    if (node.kind === 'group') return { ...node, children: fadeAll(node.children, opacity) };
    const { fill, stroke } = node;
    return {
      ...node,
      ...(fill === undefined ? {} : { fill: { ...fill, opacity: fill.opacity * opacity } }),
      ...(stroke === undefined ? {} : { stroke: { ...stroke, opacity: stroke.opacity * opacity } }),
    };
  });
}

function areApart(pieces: readonly Piece[], context: Context): boolean {
  const outlines = pieces.map((piece) => outlineOfPiece(piece, context));
  const bounds = outlines.map(boundsOf);
  return pieces.every((piece, i) =>
    pieces.slice(0, i).every((other, j) => {
      const [a, b] = [bounds[i], bounds[j]];
      if (a === undefined || b === undefined || !boundsOverlap(a, b)) return true;
      return !overlap(regionOfPiece(piece, context), regionOfPiece(other, context), context.tolerance);
    }),
  );
}

/** All pieces as one shape, where they are of one opaque color and nothing clips one of them apart. */
function mergeOneColor(pieces: readonly Piece[], opacity: number, context: Context): Node | undefined {
  const [first] = pieces;
  if (first?.color === undefined) return undefined;
  const { color } = first;
  const clips = JSON.stringify(first.clips);
  const isSame = pieces.every(
    (piece) =>
      piece.color !== undefined &&
      piece.color.a === 1 &&
      sameColor(piece.color, color) &&
      JSON.stringify(piece.clips) === clips,
  );
  if (!isSame) return undefined;
  const line = samePen(pieces);
  if (line !== undefined) {
    const commands = pieces.flatMap(({ shape }) => shape.path.commands);
    const contours = pieces.flatMap(({ shape }) => shape.path.contours);
    return nodeOf(
      { ...first, shape: { ...first.shape, path: { commands, contours }, stroke: line } },
      opacity,
    );
  }
  const region = unite(
    pieces.map((piece) => outlineOfPiece(piece, context)),
    context.tolerance,
  );
  const shape = filled(first, pathFromContours(region), first.paint, first.opacity);
  return nodeOf({ ...first, shape }, opacity);
}

/** The stroke that all pieces share; overlapping lines of one stroke are drawn once. */
function samePen(pieces: readonly Piece[]): Stroke | undefined {
  const line = pieces[0]?.shape.stroke;
  const text = JSON.stringify(line);
  return line !== undefined && pieces.every(({ shape }) => JSON.stringify(shape.stroke) === text)
    ? line
    : undefined;
}

/** A region of even or graded paint; `isWhole` while nothing was cut out of its piece. */
interface Layer {
  readonly piece: Piece;
  readonly region: readonly Contour[];
  readonly color?: Color;
  readonly isWhole: boolean;
}

/** The same picture in layers that do not overlap; undefined where a mixture is not an even color. */
function cutLayers(pieces: readonly Piece[], context: Context): Layer[] | undefined {
  const { tolerance } = context;
  let layers: Layer[] = [];
  for (const piece of pieces) {
    const region = regionOfPiece(piece, context);
    if (region.length === 0) continue;
    let rest = region;
    let isWhole = true;
    const next: Layer[] = [];
    for (const layer of layers) {
      if (!overlap(layer.region, region, tolerance)) {
        next.push(layer);
        continue;
      }
      const left = subtract(layer.region, region, tolerance);
      if (left.length > 0) next.push({ ...layer, region: left, isWhole: false });
      if (isOpaque(piece)) continue;
      if (piece.color === undefined || layer.color === undefined) return undefined;
      const both = intersect(layer.region, region, tolerance);
      next.push({ piece, region: both, color: over(piece.color, layer.color), isWhole: false });
      rest = subtract(rest, layer.region, tolerance);
      isWhole = false;
    }
    const color = piece.color === undefined ? {} : { color: piece.color };
    if (rest.length > 0) next.push({ piece, region: rest, isWhole, ...color });
    layers = next;
  }
  return layers;
}

function layerNode(layer: Layer, opacity: number): Node {
  const { piece, region, color, isWhole } = layer;
  if (isWhole) return nodeOf(piece, opacity);
  const path = pathFromContours(region);
  if (color !== undefined) {
    const { a, ...solid } = color;
    return filled(piece, path, { kind: 'solid', color: { ...solid, a: 1 } }, a * opacity);
  }
  const shape: Shape = filled(piece, path, piece.paint, piece.opacity * opacity);
  const local = invert(piece.shape.transform);
  // A deformed gradient keeps its space; the region moves into it.
  if (local === undefined) return shape;
  return { ...shape, path: transformPath(path, local), transform: piece.shape.transform };
}
