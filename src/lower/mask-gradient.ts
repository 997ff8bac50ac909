import { invert, isIdentity, type Matrix } from '../geometry/matrix.ts';
import type { Color, Fill, GradientStop, Node, Paint, PatternPaint, SolidPaint } from '../ir.ts';
import { pathFromContours } from '../path/from-contours.ts';
import { transformPath } from '../path/transform.ts';
import { areApart } from './apart.ts';
import { mix } from './colors.ts';
import type { Context } from './context.ts';
import { cutLayers, layerNode, tooManyToCut } from './layers.ts';
import { nodeOf, outlineOfPiece, piecesOf, type Piece } from './pieces.ts';

type GradientPaint = Exclude<Paint, SolidPaint | PatternPaint>;

/** A gradient in a mask: how much of what it masks is seen at each of its stops. */
export interface Grading {
  readonly paint: GradientPaint;
  /** From the gradient's space to the viewport. */
  readonly frame: Matrix;
  /** Whether the share runs straight between two stops as long as only color or only alpha changes. */
  readonly isLinear: boolean;
  readonly share: (color: Color) => number;
}

/**
 * Lowered `children` of even colors with the grading as the alpha of those colors, or the reason why there is no such
 * thing: one of them has a gradient itself, or too many overlap.
 */
export function grade(children: readonly Node[], grading: Grading, context: Context): Node[] | string {
  let pieces = piecesOf(children);
  if (!areApart(pieces, context)) {
    const tooMany = tooManyToCut(pieces);
    if (tooMany !== undefined) return `the shapes that it masks overlap, and ${tooMany}`;
    const layers = cutLayers(pieces, context)?.layers;
    if (layers === undefined) return BOTH_GRADED;
    pieces = piecesOf(layers.map((layer) => layerNode(layer, 1)));
  }
  const graded = pieces.map((piece) => gradePiece(piece, grading, context));
  return graded.every((node) => node !== undefined) ? graded : BOTH_GRADED;
}

const BOTH_GRADED = 'both it and what it masks have gradients';

function gradePiece(piece: Piece, grading: Grading, context: Context): Node | undefined {
  const { color, shape } = piece;
  if (color === undefined) return undefined;
  const paint: Paint = { ...grading.paint, stops: gradeStops(grading, color) };
  const local = invert(grading.frame);
  if (local === undefined) return undefined;
  const { fill, stroke, ...bare } = shape;
  if (stroke !== undefined && isIdentity(grading.frame)) {
    return nodeOf({ ...piece, shape: { ...shape, stroke: { ...stroke, paint, opacity: 1 } } }, 1);
  }
  const outline = fill === undefined ? pathFromContours(outlineOfPiece(piece, context)) : shape.path;
  const painted: Fill = { paint, opacity: 1, rule: fill?.rule ?? 'nonzero' };
  const path = transformPath(outline, local);
  return nodeOf({ ...piece, shape: { ...bare, path, transform: grading.frame, fill: painted } }, 1);
}

/** `color` with the share of each stop as its alpha, and stops in between where the share does not run straight. */
function gradeStops({ paint, share, isLinear }: Grading, color: Color): GradientStop[] {
  const { stops } = paint;
  const graded = ({ offset, color: own }: GradientStop): GradientStop => ({
    offset,
    color: { ...color, a: color.a * share(own) },
  });
  return stops.flatMap((stop, index) => {
    const previous = stops[index - 1];
    if (previous === undefined || previous.offset === stop.offset) return [graded(stop)];
    const [a, b] = [previous.color, stop.color];
    const isStraight = isLinear && (a.a === b.a || (a.r === b.r && a.g === b.g && a.b === b.b));
    const count = isStraight ? 1 : STEPS;
    return Array.from({ length: count }, (_, step) => {
      const t = (step + 1) / count;
      return graded({
        offset: previous.offset + (stop.offset - previous.offset) * t,
        color: mix(a, b, t),
      });
    });
  });
}

/** Enough that a curve of linearRGB luminance stays within two levels of 255 of its chords. */
const STEPS = 12;
