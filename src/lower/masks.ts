import type { Contour } from '../geometry/contour.ts';
import { intersect, subtract, unite } from '../geometry/region.ts';
import type { Clip, Color, Group, Mask, Node } from '../ir.ts';
import { pathFromContours } from '../path/from-contours.ts';
import { clipOf, settleClips } from './clips.ts';
import { luminance, over } from './colors.ts';
import type { Context } from './context.ts';
import { foldOpacity } from './group-opacity.ts';
import { LIMITS } from './options.ts';
import { isOpaque, outlineOfPiece, piecesOf, regionOfPiece, type Piece } from './pieces.ts';
import type { LowerNodes } from './shapes.ts';

/** A part of a mask that lets the same share through everywhere: inside all its clips, `share` of 0 to 1. */
interface Level {
  readonly clips: readonly Clip[];
  readonly share: number;
}

/**
 * Lowered `children` seen through `mask`, as clips: one where the mask is plain, one for each grey where it has several.
 * A mask that has other than even colors is reported and left out.
 */
export function applyMask(
  children: readonly Node[],
  mask: Mask,
  context: Context,
  lowerNodes: LowerNodes,
): Node[] {
  if (children.length === 0) return [];
  const levels = levelsOf(mask, context, lowerNodes);
  if (typeof levels === 'string') {
    context.report('unsupported-mask', { reason: levels }, mask.span);
    return [...children];
  }
  return levels.flatMap(({ clips, share }) => {
    const seen = share < 1 ? foldOpacity(children, share, mask.span, context) : children;
    const group: Group = { kind: 'group', opacity: 1, clips, children: seen, span: mask.span };
    return clips.length === 0 ? seen : [group];
  });
}

/** The levels of `mask`, or the reason why it has none. */
function levelsOf(mask: Mask, context: Context, lowerNodes: LowerNodes): Level[] | string {
  const own = settleClips(mask.clips, context);
  if (own === 'nothing') return [];
  const pieces = piecesOf(lowerNodes(mask.children, context));
  const levels = pieceLevels(pieces, mask, context);
  if (typeof levels === 'string') return levels;
  const outer =
    mask.mask === undefined ? [{ clips: [], share: 1 }] : levelsOf(mask.mask, context, lowerNodes);
  if (typeof outer === 'string') return outer;
  const all = levels.flatMap((level) =>
    outer.map((other) => ({
      clips: [...own, ...level.clips, ...other.clips],
      share: level.share * other.share,
    })),
  );
  return all.length > LIMITS.greys ? `it has ${all.length} shades of grey` : all;
}

function pieceLevels(pieces: readonly Piece[], mask: Mask, context: Context): Level[] | string {
  const value = (color: Color): number =>
    mask.kind === 'alpha' ? color.a : color.a * luminance(color, mask.space);
  const isEven = (piece: Piece): boolean =>
    piece.color !== undefined || (mask.kind === 'alpha' && isOpaque(piece));
  if (!pieces.every(isEven)) return 'it has a gradient';
  const valued = pieces.map((piece) => ({ piece, color: piece.color ?? OPAQUE }));

  // One even shape keeps its curves; its clips need not be worked into it.
  const [only] = valued;
  if (only === undefined) return [];
  if (valued.length === 1) {
    const share = value(only.color);
    const path = pathFromContours(outlineOfPiece(only.piece, context));
    const whole = only.piece.shape.fill === undefined ? path : pathOfFill(only.piece, path);
    return share > 0 ? [{ clips: [clipOf(whole, mask), ...only.piece.clips], share }] : [];
  }

  let areas: { region: readonly Contour[]; color: Color }[] = [];
  for (const { piece, color } of valued) {
    const region = regionOfPiece(piece, context);
    if (region.length === 0) continue;
    const same = areas.every((area) => value(area.color) === 1) && value(color) === 1;
    const [first] = areas;
    if (same && first !== undefined) {
      areas = [{ region: unite([first.region, region], context.tolerance), color }];
      continue;
    }
    const next: typeof areas = [];
    let rest = region;
    for (const area of areas) {
      const left = subtract(area.region, region, context.tolerance);
      if (left.length > 0) next.push({ region: left, color: area.color });
      if (color.a === 1) continue;
      const both = intersect(area.region, region, context.tolerance);
      if (both.length > 0) next.push({ region: both, color: over(color, area.color) });
      rest = subtract(rest, area.region, context.tolerance);
    }
    if (rest.length > 0) next.push({ region: rest, color });
    areas = next;
  }
  return byShare(areas.map(({ region, color }) => ({ region, share: value(color) }))).map(
    ({ region, share }) => ({
      clips: [clipOf(pathFromContours(region), mask)],
      share,
    }),
  );
}

const OPAQUE: Color = { r: 0, g: 0, b: 0, a: 1 };

/** The piece's own commands, arcs and all, where its region is what they fill. */
function pathOfFill(piece: Piece, path: ReturnType<typeof pathFromContours>) {
  const { shape } = piece;
  const isPlain = shape.fill?.rule === 'nonzero' && shape.transform.a === 1 && shape.transform.b === 0;
  return isPlain ? shape.path : path;
}

/** Regions of one share put together; those that let nothing through left out. */
function byShare(areas: readonly { region: readonly Contour[]; share: number }[]) {
  const shares = new Map<number, Contour[]>();
  for (const { region, share } of areas) {
    // Shares less than a level of 255 apart cannot be told apart.
    const key = Math.round(share * 255);
    if (key === 0) continue;
    shares.set(key, [...(shares.get(key) ?? []), ...region]);
  }
  return [...shares].map(([key, region]) => ({ region, share: key / 255 }));
}
