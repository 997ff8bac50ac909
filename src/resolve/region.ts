import type { Span } from '../diagnostics/span.ts';
import { boundsContain, cornersOf, type Bounds } from '../geometry/bounds.ts';
import { apply, invert, type Matrix } from '../geometry/matrix.ts';
import type { Rect } from '../geometry/point.ts';
import type { Clip, Node } from '../ir.ts';
import { pathOf } from '../path/contours.ts';
import { paintedBounds } from './box.ts';
import { rectCommands } from './shapes.ts';

/** A rectangle of user units as a clip; `transform` leads to the viewport. An empty one hides everything. */
export function rectClip(rect: Rect, transform: Matrix, span: Span): Clip {
  const isEmpty = !(rect.width > 0 && rect.height > 0);
  const path = pathOf(rectCommands(rect.x, rect.y, rect.width, rect.height));
  return { shapes: isEmpty ? [] : [{ path, transform, rule: 'nonzero', clips: [], span }], span };
}

/** Whether a rectangle under `transform` cuts nothing off what `nodes` paint. */
export function holds(rect: Rect, transform: Matrix, nodes: readonly Node[]): boolean {
  const painted = paintedBounds(nodes);
  if (painted === undefined) return true;
  const toRect = invert(transform);
  if (toRect === undefined) return false;
  const corners = cornersOf(painted).map((corner) => apply(toRect, corner));
  // Rounding of the way there and back is no reason to clip.
  const slack = 1e-9 * Math.max(1, rect.width, rect.height);
  const outer: Bounds = {
    minX: rect.x - slack,
    minY: rect.y - slack,
    maxX: rect.x + rect.width + slack,
    maxY: rect.y + rect.height + slack,
  };
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  return boundsContain(outer, {
    minX: Math.min(...xs),
    minY: Math.min(...ys),
    maxX: Math.max(...xs),
    maxY: Math.max(...ys),
  });
}
