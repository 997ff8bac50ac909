import type { Contour } from '../geometry/contour.ts';
import { IDENTITY, stretch, type Matrix } from '../geometry/matrix.ts';
import { outlineStroke, type Pen } from '../geometry/outline.ts';
import type { Shape, Stroke } from '../ir.ts';
import type { Path } from '../path/command.ts';
import { pathFromContours } from '../path/from-contours.ts';
import { transformContours, transformPath } from '../path/transform.ts';
import type { Context } from './context.ts';
import { dashContours } from './dashes.ts';
import { LIMITS } from './options.ts';

/** A line as Android strokes it: solid, in viewport units, with one of Android's joins; or else its outline. */
export type SettledStroke =
  | { readonly kind: 'line'; readonly path: Path; readonly stroke: Stroke }
  | { readonly kind: 'outline'; readonly path: Path };

/**
 * Settles how `stroke` runs along `shape`'s path.
 *
 * Below API 24 and in AppCompat a group's uneven scale does not reach a stroke's width, so under such a transform the
 * line becomes its outline at every level: one output that is right everywhere.
 */
export function settleStroke(shape: Shape, stroke: Stroke, context: Context): SettledStroke {
  const path = stroke.nonScaling ? transformPath(shape.path, shape.transform) : shape.path;
  const transform = stroke.nonScaling ? IDENTITY : shape.transform;
  const { major, minor } = stretch(transform);
  const dashed = bakeDashes(path, stroke, shape, context);
  const isSimilar = major - minor <= 1e-5 * major;
  const isPlainJoin = stroke.join !== 'miter-clip';
  // A square cap on a dot shows the line's direction, which a line that short cannot keep in print.
  const hasSquareDots =
    stroke.cap === 'square' && stroke.dashes.some((length, index) => index % 2 === 0 && length === 0);
  if (!isSimilar || !isPlainJoin || hasSquareDots) {
    const contours = outlineStroke(dashed.contours, penOf(stroke), context.tolerance / Math.max(major, 1e-9));
    return { kind: 'outline', path: place(contours, transform) };
  }
  return {
    kind: 'line',
    path: transformPath(dashed, transform),
    stroke: { ...stroke, width: stroke.width * major, dashes: [], dashOffset: 0, nonScaling: false },
  };
}

/** The region a settled line covers, in viewport units. */
export function outlineOf(settled: SettledStroke, context: Context): Path {
  if (settled.kind === 'outline') return settled.path;
  return pathFromContours(outlineStroke(settled.path.contours, penOf(settled.stroke), context.tolerance));
}

export const penOf = (stroke: Stroke): Pen => ({
  width: stroke.width,
  cap: stroke.cap,
  join: stroke.join,
  miterLimit: stroke.miterLimit,
});

function place(contours: readonly Contour[], transform: Matrix): Path {
  return pathFromContours(transformContours(contours, transform));
}

function bakeDashes(path: Path, stroke: Stroke, shape: Shape, context: Context): Path {
  if (stroke.dashes.length === 0) return path;
  // A dash without length: nothing under a butt cap, long enough to be printed under a round one, outlined under a square.
  const dot = { butt: 0, round: stroke.width / 100, square: stroke.width / 1e4 }[stroke.cap];
  const most = Math.min(LIMITS.dashes, LIMITS.allDashes - context.drawn.dashes);
  const result = dashContours(path.contours, stroke.dashes, stroke.dashOffset, dot, most);
  if ('count' in result) {
    context.report('unsupported-dashes', { count: result.count }, shape.span);
    return path;
  }
  context.drawn.dashes += result.contours.length;
  return result.contours === path.contours ? path : pathFromContours(result.contours);
}
