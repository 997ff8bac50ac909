import { IDENTITY, type Matrix } from '../geometry/matrix.ts';
import type { Clip, Color, Group, Mask, Node } from '../ir.ts';
import type { Path } from '../path/command.ts';
import { pathFromContours } from '../path/from-contours.ts';
import { transformPath } from '../path/transform.ts';
import { clipOf, settleClips } from './clips.ts';
import { luminance } from './colors.ts';
import type { Context } from './context.ts';
import { foldOpacity } from './group-opacity.ts';
import { cutLayers, type Layer } from './layers.ts';
import { grade, type Grading } from './mask-gradient.ts';
import { LIMITS } from './options.ts';
import { isOpaque, outlineOfPiece, piecesOf, type Piece } from './pieces.ts';
import type { LowerNodes } from './shapes.ts';

/** A part of a mask: inside all its clips it lets `share` of 0 to 1 through, times what `grading` does. */
interface Level {
  readonly clips: readonly Clip[];
  readonly share: number;
  readonly grading?: Grading;
}

/**
 * Lowered `children` seen through `mask`: as clips, one where the mask is plain and one for each grey where it has
 * several; a gradient in the mask goes into the colors of the children. What has no such form is reported, and the mask
 * left out.
 */
export function applyMask(
  children: readonly Node[],
  mask: Mask,
  context: Context,
  lowerNodes: LowerNodes,
): Node[] {
  if (children.length === 0) return [];
  const refuse = (reason: string): Node[] => {
    context.report('unsupported-mask', { reason }, mask.span);
    return [...children];
  };
  const levels = levelsOf(mask, context, lowerNodes);
  if (typeof levels === 'string') return refuse(levels);
  const seen: Node[] = [];
  for (const { clips, share, grading } of levels) {
    const graded = grading === undefined ? [...children] : grade(children, grading, context);
    if (typeof graded === 'string') return refuse(graded);
    const faded = share < 1 ? foldOpacity(graded, share, mask.span, context) : graded;
    const group: Group = { kind: 'group', opacity: 1, clips, children: faded, span: mask.span };
    seen.push(...(clips.length === 0 ? faded : [group]));
  }
  return seen;
}

/** The levels of `mask`, or the reason why it has none. */
function levelsOf(mask: Mask, context: Context, lowerNodes: LowerNodes): Level[] | string {
  const own = settleClips(mask.clips, context);
  if (own === 'nothing') return [];
  const levels = pieceLevels(piecesOf(lowerNodes(mask.children, context)), mask, context);
  if (typeof levels === 'string') return levels;
  const outer = mask.mask === undefined ? [OPEN] : levelsOf(mask.mask, context, lowerNodes);
  if (typeof outer === 'string') return outer;
  const all = levels.flatMap((level) => outer.map((other) => both(level, other)));
  if (all.some((level) => level === undefined)) return 'it and the mask on it have gradients';
  if (all.length > LIMITS.greys) return `it has ${all.length} shades of grey`;
  return all.flatMap((level) => (level === undefined ? [] : [{ ...level, clips: [...own, ...level.clips] }]));
}

const OPEN: Level = { clips: [], share: 1 };

function both(one: Level, other: Level): Level | undefined {
  if (one.grading !== undefined && other.grading !== undefined) return undefined;
  const grading = one.grading ?? other.grading;
  return {
    clips: [...one.clips, ...other.clips],
    share: one.share * other.share,
    ...(grading === undefined ? {} : { grading }),
  };
}

function pieceLevels(pieces: readonly Piece[], mask: Mask, context: Context): Level[] | string {
  const share = (color: Color): number =>
    mask.kind === 'alpha' ? color.a : color.a * luminance(color, mask.space);
  if (pieces.length > LIMITS.maskShapes) return `it has ${pieces.length} shapes`;
  // For an alpha mask all opaque paints are one.
  const known = pieces.map((piece): Piece => {
    const isPlain = mask.kind === 'alpha' && piece.color === undefined && isOpaque(piece);
    return isPlain ? { ...piece, color: OPAQUE } : piece;
  });
  const layers = cutLayers(known, context)?.layers;
  if (layers === undefined) return 'it has a translucent gradient over other shapes';
  const levels: Level[] = [];
  const shares = new Map<number, Layer[]>();
  for (const layer of layers) {
    if (layer.color !== undefined) {
      // Shares less than a level of 255 apart cannot be told apart.
      const key = Math.round(share(layer.color) * 255);
      if (key > 0) shares.set(key, [...(shares.get(key) ?? []), layer]);
      continue;
    }
    const { paint, opacity, shape } = layer.piece;
    if (paint.kind === 'solid' || paint.kind === 'pattern') return 'it has a pattern';
    const frame: Matrix = shape.stroke === undefined ? shape.transform : IDENTITY;
    const grading: Grading = {
      paint,
      frame,
      isLinear: mask.kind === 'alpha' || mask.space === 'sRGB',
      share,
    };
    levels.push({ clips: layerClips([layer], mask, context), share: opacity, grading });
  }
  for (const [key, same] of shares) {
    levels.push({ clips: layerClips(same, mask, context), share: key / 255 });
  }
  return levels;
}

const OPAQUE: Color = { r: 0, g: 0, b: 0, a: 1 };

/** What the layers show, as clips. A whole piece keeps its curves, and its clips need not be worked into it. */
function layerClips(layers: readonly Layer[], mask: Mask, context: Context): Clip[] {
  const [only] = layers;
  if (layers.length === 1 && only?.isWhole === true) {
    return [clipOf(pathOfPiece(only.piece, context), mask), ...only.piece.clips];
  }
  return [clipOf(pathFromContours(layers.flatMap(({ region }) => region)), mask)];
}

function pathOfPiece(piece: Piece, context: Context): Path {
  const { path, transform, fill } = piece.shape;
  if (fill?.rule === 'nonzero') return transformPath(path, transform);
  return pathFromContours(outlineOfPiece(piece, context));
}
