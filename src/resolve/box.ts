import { boundsOf, cornersOf, grow, isEmptyBounds, uniteBounds, type Bounds } from '../geometry/bounds.ts';
import { apply, invert, multiply, stretch, type Matrix } from '../geometry/matrix.ts';
import type { Rect } from '../geometry/point.ts';
import type { Node, Shape } from '../ir.ts';
import { transformContours } from '../path/transform.ts';
import type { Outline } from './context.ts';

/** The object bounding box of `outlines` in the units that `ctm` leads from; undefined when they have no points. */
export function boxOf(outlines: readonly Outline[], ctm: Matrix): Rect | undefined {
  const toLocal = invert(ctm);
  if (toLocal === undefined) return undefined;
  let all: Bounds | undefined;
  for (const { path, transform } of outlines) {
    // Through the viewport and back would blur a box that needs no transform.
    const matrix = transform === ctm ? undefined : multiply(toLocal, transform);
    const contours = matrix === undefined ? path.contours : transformContours(path.contours, matrix);
    const bounds = boundsOf(contours);
    if (!isEmptyBounds(bounds)) all = all === undefined ? bounds : uniteBounds(all, bounds);
  }
  return all === undefined ? undefined : toRect(all);
}

/**
 * Whether programs disagree about {@link boxOf}: most turn the box of each outline and take the box of those, which is
 * larger than that of what is turned.
 *
 * @see https://www.w3.org/TR/SVG2/coords.html#BoundingBoxes
 */
export function isBoxUneven(outlines: readonly Outline[], ctm: Matrix): boolean {
  const toLocal = invert(ctm);
  const box = boxOf(outlines, ctm);
  if (toLocal === undefined || box === undefined) return false;
  const loose = outlines
    .filter(({ path }) => !isEmptyBounds(boundsOf(path.contours)))
    .flatMap(({ path, transform }) =>
      cornersOf(boundsOf(path.contours)).map((corner) => apply(multiply(toLocal, transform), corner)),
    );
  const slack = Math.max(box.width, box.height) / 1000;
  const [xs, ys] = [loose.map(({ x }) => x), loose.map(({ y }) => y)];
  return (
    Math.min(...xs) < box.x - slack ||
    Math.min(...ys) < box.y - slack ||
    Math.max(...xs) > box.x + box.width + slack ||
    Math.max(...ys) > box.y + box.height + slack
  );
}

/** A box, in viewport units, that holds all that `nodes` paint: strokes at their widest. Undefined for no paint. */
export function paintedBounds(nodes: readonly Node[]): Bounds | undefined {
  let all: Bounds | undefined;
  for (const node of nodes) {
    const bounds = node.kind === 'group' ? paintedBounds(node.children) : knownBounds(node);
    if (bounds !== undefined) all = all === undefined ? bounds : uniteBounds(all, bounds);
  }
  return all;
}

/** Each of the groups and viewports around a shape asks for it. */
const BOUNDS = new WeakMap<Shape, { readonly bounds: Bounds | undefined }>();

function knownBounds(shape: Shape): Bounds | undefined {
  const known = BOUNDS.get(shape) ?? { bounds: shapeBounds(shape) };
  BOUNDS.set(shape, known);
  return known.bounds;
}

function shapeBounds({ path, transform, stroke }: Shape): Bounds | undefined {
  const bounds = boundsOf(transformContours(path.contours, transform));
  if (isEmptyBounds(bounds)) return undefined;
  if (stroke === undefined) return bounds;
  const tip = stroke.join === 'round' || stroke.join === 'bevel' ? 1 : Math.max(1, stroke.miterLimit);
  const reach = Math.max(tip, stroke.cap === 'square' ? Math.SQRT2 : 1);
  const scale = stroke.nonScaling ? 1 : stretch(transform).major;
  const margin = (stroke.width / 2) * reach * scale;
  return grow(bounds, margin);
}

/** `compute`, done when it is first asked for and no second time. */
export function memoize(compute: () => Rect | undefined): () => Rect | undefined {
  let known: { readonly box: Rect | undefined } | undefined;
  return () => (known ??= { box: compute() }).box;
}

const toRect = ({ minX, minY, maxX, maxY }: Bounds): Rect => ({
  x: minX,
  y: minY,
  width: maxX - minX,
  height: maxY - minY,
});
