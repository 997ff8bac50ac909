import type { Span } from '../diagnostics/span.ts';
import { unite } from '../geometry/region.ts';
import type { Node, Stroke } from '../ir.ts';
import { pathFromContours } from '../path/from-contours.ts';
import { sameColor } from './colors.ts';
import type { Context } from './context.ts';
import { areApart } from './apart.ts';
import { cutLayers, layerNode, tooManyToCut } from './layers.ts';
import { LIMITS } from './options.ts';
import { filled, nodeOf, outlineOfPiece, piecesOf, type Piece } from './pieces.ts';

/** Given to each shape, it changes no channel by more than 4 of 255, however many lie over each other. */
const NEARLY_OPAQUE = 1 - 4 / 255;

/**
 * Gives the opacity of a group to its lowered `children`.
 *
 * That is the same picture only where no two of them overlap. Where they do, pieces of one opaque color become one
 * shape; otherwise what lies beneath is cut out under an opaque piece, and under a translucent one gets the mixed color.
 * Where it leaves next to nothing to shine through, cutting would show more, along the cuts, than what it is for.
 */
export function foldOpacity(
  children: readonly Node[],
  opacity: number,
  span: Span,
  context: Context,
): Node[] {
  if (opacity >= NEARLY_OPAQUE) return fadeAll(children, opacity);
  const pieces = piecesOf(children);
  const refuse = (reason: string): Node[] => {
    context.report('unsupported-group-opacity', { reason }, span);
    return fadeAll(children, opacity);
  };
  if (pieces.length === 1) return fadeAll(children, opacity);
  if (areApart(pieces, context)) return fadeAll(children, opacity);
  const tooMany = tooManyToCut(pieces);
  if (tooMany !== undefined) return refuse(tooMany);
  const merged = mergeOneColor(pieces, opacity, context);
  if (merged !== undefined) return [merged];
  const cut = cutLayers(pieces, context);
  if (cut === undefined) return refuse('one of them is translucent and lies over a gradient, or is one');
  const seam = seamOf(cut.meeting, opacity);
  if (seam > LIMITS.seam) context.report('opacity-seam', { seam }, span);
  return cut.layers.map((layer) => layerNode(layer, opacity));
}

/**
 * How much less is covered in the middle of a pixel that two neighbors share than beside it. Of a pixel that the one
 * covers by c and the other by 1 - c, both antialiased on their own, a share of a1 c · a2 (1 - c) is counted twice.
 */
const seamOf = (meeting: number, opacity: number): number => (meeting * opacity ** 2) / 4;

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
