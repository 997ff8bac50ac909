import type { Contour } from '../geometry/contour.ts';
import { IDENTITY } from '../geometry/matrix.ts';
import { outlineStroke } from '../geometry/outline.ts';
import { normalize } from '../geometry/region.ts';
import type { Clip, Color, Group, Node, Paint, Shape } from '../ir.ts';
import { transformContours } from '../path/transform.ts';
import { cutBy } from './clips.ts';
import { fade } from './colors.ts';
import type { Context } from './context.ts';
import { penOf } from './strokes.ts';

/** One application of paint: a fill or a stroke, with the clips about it. */
export interface Piece {
  /** The fill or the stroke alone. */
  readonly shape: Shape;
  readonly clips: readonly Clip[];
  readonly paint: Paint;
  readonly opacity: number;
  /** Set where the paint is even. Its alpha has the opacity in it. */
  readonly color?: Color;
}

/** What lowered `nodes` paint, in order. */
export function piecesOf(nodes: readonly Node[], clips: readonly Clip[] = []): Piece[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'group') return piecesOf(node.children, [...clips, ...node.clips]);
    const { fill, stroke, ...shape } = node;
    const pieces: Piece[] = [];
    if (fill !== undefined) pieces.push(pieceOf({ ...shape, fill }, fill.paint, fill.opacity, clips));
    if (stroke !== undefined) pieces.push(pieceOf({ ...shape, stroke }, stroke.paint, stroke.opacity, clips));
    return pieces;
  });
}

function pieceOf(shape: Shape, paint: Paint, opacity: number, clips: readonly Clip[]): Piece {
  const color = paint.kind === 'solid' ? { color: fade(paint.color, opacity) } : {};
  return { shape, clips, paint, opacity, ...color };
}

export const isOpaque = ({ paint, opacity }: Pick<Piece, 'paint' | 'opacity'>): boolean => {
  if (opacity < 1) return false;
  if (paint.kind === 'solid') return paint.color.a === 1;
  return paint.kind !== 'pattern' && paint.stops.every(({ color }) => color.a === 1);
};

/** The contours that `piece` covers by the nonzero rule, in viewport units, its clips left out of account. */
export function outlineOfPiece({ shape }: Piece, context: Context): readonly Contour[] {
  if (shape.stroke !== undefined) {
    return outlineStroke(shape.path.contours, penOf(shape.stroke), context.tolerance);
  }
  const contours = transformContours(shape.path.contours, shape.transform);
  return shape.fill?.rule === 'evenodd' ? normalize(contours, context.tolerance, 'evenodd') : contours;
}

/** The region that `piece` is seen in. */
export function regionOfPiece(piece: Piece, context: Context): readonly Contour[] {
  return cutBy(outlineOfPiece(piece, context), piece.clips, context);
}

/** `piece` as a node, its opacity multiplied by `opacity`. */
export function nodeOf(piece: Piece, opacity: number): Node {
  const { shape, clips } = piece;
  const { fill, stroke } = shape;
  const faded: Shape = {
    ...shape,
    ...(fill === undefined ? {} : { fill: { ...fill, opacity: fill.opacity * opacity } }),
    ...(stroke === undefined ? {} : { stroke: { ...stroke, opacity: stroke.opacity * opacity } }),
  };
  if (clips.length === 0) return faded;
  const group: Group = { kind: 'group', opacity: 1, clips, children: [faded], span: shape.span };
  return group;
}

/** A fill of `paint` in the place of `piece`. */
export function filled(piece: Piece, path: Shape['path'], paint: Paint, opacity: number): Shape {
  const { stroke: _stroke, ...shape } = piece.shape;
  return { ...shape, path, transform: IDENTITY, fill: { paint, opacity, rule: 'nonzero' } };
}
