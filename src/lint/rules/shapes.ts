import {
  boundsOf,
  boundsOfSize,
  cornersOf,
  grow,
  hullOf,
  intersectBounds,
  isEmptyBounds,
  uniteBounds,
  type Bounds,
} from '../../geometry/bounds.ts';
import type { Contour } from '../../geometry/contour.ts';
import { apply, stretch, type Matrix } from '../../geometry/matrix.ts';
import { outlineStroke } from '../../geometry/outline.ts';
import type { Point } from '../../geometry/point.ts';
import type { Group, Icon, Node, Paint, Shape, Stroke } from '../../ir.ts';
import type { XmlElement } from '../../parse/tree.ts';
import { transformContours } from '../../path/transform.ts';

/** Containers whose content is drawn only through a reference, or by choice. */
const UNDRAWN = new Set(['defs', 'symbol', 'clipPath', 'mask', 'marker', 'pattern', 'switch']);

/** False inside what is drawn through a reference or by choice alone. */
export function isDrawnInPlace(element: XmlElement): boolean {
  for (let at = element.parent; at !== undefined; at = at.parent) if (UNDRAWN.has(at.local)) return false;
  return true;
}

/** A shape as it stands in the picture. */
export interface PlacedShape {
  readonly shape: Shape;
  /** Of all groups around it, multiplied. */
  readonly opacity: number;
  /** The innermost group around it whose clip or mask decides what of it is seen. */
  readonly cutBy: Group | undefined;
}

/** Every shape of an icon in painting order. Masks and clips are not painted. */
export function* shapesOf(nodes: readonly Node[], opacity = 1, cutBy?: Group): Generator<PlacedShape> {
  for (const node of nodes) {
    if (node.kind === 'shape') {
      yield { shape: node, opacity, cutBy };
      continue;
    }
    const isCut = node.clips.length > 0 || node.mask !== undefined;
    yield* shapesOf(node.children, opacity * node.opacity, isCut ? node : cutBy);
  }
}

/**
 * The box around what a shape paints, in viewport units: its outline, and its stroke with caps and joins, dashes taken
 * for a solid line. Undefined where it paints nothing.
 */
export function paintedBox({ path, transform, stroke }: Shape): Bounds | undefined {
  const outlines =
    stroke === undefined
      ? path.contours
      : [...path.contours, ...strokeOutline(path.contours, transform, stroke)];
  const box = boundsOf(
    transformContours(
      outlines.filter(({ segments }) => segments.length > 0),
      transform,
    ),
  );
  return isEmptyBounds(box) ? undefined : box;
}

/**
 * True where control points alone show that all a shape paints lies within `box`, in viewport units: most shapes of icons
 * are drawn so, and it takes a quarter of the time of the tight box. False says nothing.
 */
export function isPlainlyWithin({ path, transform, stroke }: Shape, box: Bounds): boolean {
  if (stroke?.nonScaling === true) return false;
  const reach = stroke === undefined ? 0 : (stroke.width / 2) * Math.max(Math.SQRT2, stroke.miterLimit);
  return path.contours.every((contour) =>
    cornersOf(grow(hullOf(contour), reach)).every((corner) => holds(box, apply(transform, corner))),
  );
}

const holds = ({ minX, minY, maxX, maxY }: Bounds, { x, y }: Point): boolean =>
  minX <= x && x <= maxX && minY <= y && y <= maxY;

/** In local user units; a non-scaling width is taken as the transform would leave it. */
function strokeOutline(contours: readonly Contour[], transform: Matrix, stroke: Stroke): Contour[] {
  const { major } = stretch(transform);
  const width = stroke.nonScaling && major > 0 ? stroke.width / major : stroke.width;
  return outlineStroke(
    contours,
    { width, cap: stroke.cap, join: stroke.join, miterLimit: stroke.miterLimit },
    width / 100,
  );
}

/** The box around all that an icon paints, cut at the viewport, in viewport units; undefined for an empty picture. */
export function artBox({ children, viewport }: Icon): Bounds | undefined {
  let box: Bounds | undefined;
  for (const placed of shapesOf(children)) {
    if (!isPainted(placed)) continue;
    const painted = paintedBox(placed.shape);
    if (painted === undefined) continue;
    box = uniteBounds(box ?? painted, painted);
  }
  return box && intersectBounds(box, boundsOfSize(viewport));
}

/** True where the shape's fill or stroke leaves anything to see, were it large enough. */
export function isPainted({ shape, opacity }: PlacedShape): boolean {
  return [shape.fill, shape.stroke].some(
    (coat) => coat !== undefined && coat.opacity * opacity > 0 && isVisible(coat.paint),
  );
}

function isVisible(paint: Paint): boolean {
  if (paint.kind === 'solid') return paint.color.a > 0 || paint.reference !== undefined;
  if (paint.kind === 'pattern') return paint.children.length > 0;
  return paint.stops.some(({ color }) => color.a > 0);
}
