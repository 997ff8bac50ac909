import {
  boundsContain,
  boundsOf,
  boundsOverlap,
  EMPTY_BOUNDS,
  grow,
  intersectBounds,
  uniteBounds,
  type Bounds,
} from '../geometry/bounds.ts';
import type { Contour } from '../geometry/contour.ts';
import { determinant, IDENTITY } from '../geometry/matrix.ts';
import { intersect, normalize, unite } from '../geometry/region.ts';
import type { Clip, ClipShape, Node } from '../ir.ts';
import type { Path } from '../path/command.ts';
import { pathFromContours } from '../path/from-contours.ts';
import { transformContours, transformPath } from '../path/transform.ts';
import type { Context } from './context.ts';

/** Clips of one path each, in viewport units; `nothing` where no point is left to see. */
export function settleClips(clips: readonly Clip[], context: Context): Clip[] | 'nothing' {
  const settled: Clip[] = [];
  for (const clip of clips) {
    const parts = settleClip(clip, context);
    if (parts === 'nothing') return 'nothing';
    settled.push(...parts.filter((part) => !covers(part, context.visible)));
  }
  return settled;
}

function settleClip(clip: Clip, context: Context): Clip[] | 'nothing' {
  const seen = clip.shapes.filter((shape) => {
    const bounds = boundsOf(transformContours(shape.path.contours, shape.transform));
    return determinant(shape.transform) !== 0 && boundsOverlap(bounds, context.visible);
  });
  const [first] = seen;
  if (first === undefined) return 'nothing';
  if (seen.length === 1) {
    // A clip on the only shape is one more clip.
    const own = settleClips(first.clips, context);
    if (own === 'nothing') return 'nothing';
    return [{ shapes: [placed(first)], span: clip.span }, ...own];
  }
  const regions = seen.map((shape) => regionOf(shape, context));
  const union = unite(regions, context.tolerance);
  if (union.length === 0) return 'nothing';
  return [clipOf(pathFromContours(union), clip)];
}

/** A clip that is `path`, in viewport units. */
export function clipOf(path: Path, { span }: Pick<Clip, 'span'>): Clip {
  return { shapes: [{ path, transform: IDENTITY, rule: 'nonzero', clips: [], span }], span };
}

function placed(shape: ClipShape): ClipShape {
  return { ...shape, path: transformPath(shape.path, shape.transform), transform: IDENTITY, clips: [] };
}

/** What a clip's shape shows, its own clips applied: contours for the nonzero rule, in viewport units. */
function regionOf(shape: ClipShape, context: Context): readonly Contour[] {
  const clips = settleClips(shape.clips, context);
  if (clips === 'nothing') return [];
  const contours = transformContours(shape.path.contours, shape.transform);
  const filled = shape.rule === 'evenodd' ? normalize(contours, context.tolerance, 'evenodd') : contours;
  return cutBy(filled, clips, context);
}

/** `region` cut by settled clips. */
export function cutBy(
  region: readonly Contour[],
  clips: readonly Clip[],
  context: Context,
): readonly Contour[] {
  return clips.reduce((left, clip) => intersect(left, clipRegion(clip, context), context.tolerance), region);
}

function clipRegion(clip: Clip, context: Context): readonly Contour[] {
  const [shape] = clip.shapes;
  if (shape === undefined) return [];
  return shape.rule === 'evenodd'
    ? normalize(shape.path.contours, context.tolerance, 'evenodd')
    : shape.path.contours;
}

/** Leaves out clips that cut nothing off `children`. */
export function withoutIdleClips(
  clips: readonly Clip[],
  children: readonly Node[],
  context: Context,
): Clip[] {
  if (clips.length === 0) return [];
  const bounds = nodesBounds(children);
  const seen = intersectBounds(bounds, context.visible);
  return clips.filter((clip) => !covers(clip, seen));
}

/** Whether `clip` is one upright rectangle about all of `bounds`. */
function covers(clip: Clip, bounds: Bounds): boolean {
  const [shape] = clip.shapes;
  if (clip.shapes.length !== 1 || shape === undefined || shape.path.contours.length !== 1) return false;
  const [contour] = shape.path.contours;
  return contour !== undefined && isUprightRectangle(contour) && boundsContain(boundsOf([contour]), bounds);
}

function isUprightRectangle({ start, segments }: Contour): boolean {
  if (segments.length < 3 || segments.length > 4) return false;
  const points = [start, ...segments.map(({ to }) => to)];
  const { minX, minY, maxX, maxY } = boundsOf([{ start, segments, closed: true }]);
  const corners = new Set(points.map(({ x, y }) => `${x} ${y}`));
  return (
    segments.every((s) => s.kind === 'line' && (s.from.x === s.to.x || s.from.y === s.to.y)) &&
    corners.size === 4 &&
    [minX, maxX].every((x) => [minY, maxY].every((y) => corners.has(`${x} ${y}`)))
  );
}

/** A box about all that lowered `nodes` draw, miters and all, clips left out of account. */
export function nodesBounds(nodes: readonly Node[]): Bounds {
  return nodes.map(nodeBounds).reduce(uniteBounds, EMPTY_BOUNDS);
}

function nodeBounds(node: Node): Bounds {
  if (node.kind === 'group') return nodesBounds(node.children);
  const bounds = boundsOf(transformContours(node.path.contours, node.transform));
  if (node.stroke === undefined) return bounds;
  return grow(
    bounds,
    (node.stroke.width / 2) * Math.max(1.5, node.stroke.join === 'miter' ? node.stroke.miterLimit : 0),
  );
}
