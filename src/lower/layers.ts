import type { Contour } from '../geometry/contour.ts';
import { invert } from '../geometry/matrix.ts';
import { intersect, overlap, subtract } from '../geometry/region.ts';
import type { Color, Node, Shape } from '../ir.ts';
import { pathFromContours } from '../path/from-contours.ts';
import { transformPath } from '../path/transform.ts';
import { over } from './colors.ts';
import type { Context } from './context.ts';
import { LIMITS } from './options.ts';
import { filled, isOpaque, nodeOf, regionOfPiece, type Piece } from './pieces.ts';

/** Why it would take too long to cut `pieces` where they overlap; undefined where it would not. */
export function tooManyToCut(pieces: readonly Piece[]): string | undefined {
  if (pieces.length > LIMITS.overlaps) return `there are ${pieces.length} of them`;
  const segments = pieces
    .flatMap(({ shape }) => shape.path.contours)
    .reduce((sum, contour) => sum + contour.segments.length, 0);
  return segments > LIMITS.overlapSegments ? `they have ${segments} segments` : undefined;
}

/** A region of even or graded paint; `isWhole` while nothing was cut out of its piece. */
export interface Layer {
  readonly piece: Piece;
  readonly region: readonly Contour[];
  readonly color?: Color;
  readonly isWhole: boolean;
}

export interface CutLayers {
  readonly layers: readonly Layer[];
  /** The greatest product of the alphas of two layers that meet where one was cut; 0 where none was. */
  readonly meeting: number;
}

/** The same picture in layers that do not overlap; undefined where a mixture is not an even color. */
export function cutLayers(pieces: readonly Piece[], context: Context): CutLayers | undefined {
  const { tolerance } = context;
  let layers: Layer[] = [];
  let meeting = 0;
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
      if (left.length > 0) {
        next.push({ ...layer, region: left, isWhole: false });
        meeting = Math.max(meeting, densityOf(layer) * densityOver(piece, layer));
      }
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
  return { layers, meeting };
}

/** The alpha of an even color, the greatest of a graded one. */
function densityOf({ color, piece: { paint, opacity } }: Pick<Layer, 'color' | 'piece'>): number {
  if (color !== undefined) return color.a;
  if (paint.kind === 'solid' || paint.kind === 'pattern') return opacity;
  return opacity * Math.max(...paint.stops.map((stop) => stop.color.a));
}

/** The density where `piece` lies over `layer`. */
function densityOver(piece: Piece, layer: Layer): number {
  const { color } = piece;
  const [above, below] = [densityOf({ piece, ...(color === undefined ? {} : { color }) }), densityOf(layer)];
  return above + below * (1 - above);
}

/** The layer as a node, its opacity multiplied by `opacity`. */
export function layerNode(layer: Layer, opacity: number): Node {
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
