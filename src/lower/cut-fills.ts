import { boundsContain, boundsOf, boundsOfSize, type Bounds } from '../geometry/bounds.ts';
import type { Contour } from '../geometry/contour.ts';
import { isIdentity } from '../geometry/matrix.ts';
import { outlineStroke } from '../geometry/outline.ts';
import { intersect, overlap, subtract } from '../geometry/region.ts';
import type { Clip, Group, Icon, Node, Shape } from '../ir.ts';
import type { Command, Path } from '../path/command.ts';
import { toContours } from '../path/contours.ts';
import { pathFromContours } from '../path/from-contours.ts';
import { rectangleCommands } from '../path/rectangle.ts';
import { toleranceFor } from './context.ts';
import { LIMITS } from './options.ts';

/** What can be seen, and how far an outline may be off. */
interface Scope {
  readonly visible: Bounds;
  readonly region: readonly Contour[];
  readonly tolerance: number;
  readonly isKept: (id: string | undefined) => boolean;
}

/**
 * The lowered `icon` with fills cut by the clips about them, and those clips gone; `icon` itself where there are none
 * such.
 *
 * Android up to 13 does not smooth the edges of a clip, and on Android 5 a clip leaks, so a fill's own edge is the better
 * one. A clip stays
 * - about anything but fills without a stroke or a transform of their own, and about what `keepIds` names;
 * - where two fills under it meet its edge in one place: each would be smoothed alone, and the lower shine through;
 * - where the pieces would take more to write than the fills and the clip do.
 */
export function cutFills(icon: Icon, keepIds: readonly string[] | 'all' = []): Icon {
  const visible = boundsOfSize(icon.viewport);
  const region = toContours(rectangleCommands(visible));
  const isKept: Scope['isKept'] = (id) => id !== undefined && (keepIds === 'all' || keepIds.includes(id));
  const children = cutNodes(icon.children, { visible, region, tolerance: toleranceFor(visible), isKept });
  return children === icon.children ? icon : { ...icon, children };
}

/** `nodes` itself where nothing was cut. */
function cutNodes(nodes: readonly Node[], scope: Scope): readonly Node[] {
  let isChanged = false;
  const cut = nodes.flatMap((node): Node[] => {
    if (node.kind === 'shape') return [node];
    const children = cutNodes(node.children, scope);
    const inner = children === node.children ? node : { ...node, children };
    const shapes = cutGroup(inner, scope);
    isChanged ||= shapes !== undefined || inner !== node;
    return shapes ?? [inner];
  });
  return isChanged ? cut : nodes;
}

/** The shapes that are left of a group; undefined where it stays a group. */
function cutGroup({ clips, children, id }: Group, scope: Scope): Shape[] | undefined {
  const regions = clips.flatMap(({ shapes }) => shapes);
  const fills = children.filter((child) => isPlainFill(child, scope));
  if (clips.length === 0 || scope.isKept(id) || fills.length < children.length) return undefined;
  if (regions.length > clips.length || regions.some(({ rule }) => rule !== 'nonzero')) return undefined;
  const before = [...fills, ...regions].map(({ path }) => path);
  if (fills.length > LIMITS.overlaps || countSegments(before) > LIMITS.cutSegments) return undefined;

  const cut = fills.map((shape) => ({ ...shape, path: cutPath(shape.path, regions, scope) }));
  const left = cut.filter(({ path }) => path.contours.length > 0);
  if (cost(left.map(({ path }) => path)) > cost(before) + MARKUP) return undefined;
  return shareEdge(left, clips, scope) ? undefined : left;
}

const isPlainFill = (node: Node, { isKept }: Scope): node is Shape =>
  node.kind === 'shape' &&
  node.fill?.rule === 'nonzero' &&
  node.stroke === undefined &&
  isIdentity(node.transform) &&
  !isKept(node.id);

/** `path` cut by `regions`: as it was where they take nothing from it, and one of them where it covers that. */
function cutPath(path: Path, regions: readonly { readonly path: Path }[], scope: Scope): Path {
  return regions.reduce(
    (left, region) => {
      const { tolerance } = scope;
      const [fill, clip] = [left.path.contours, region.path.contours];
      if (subtract(seen(fill, scope), clip, tolerance).length === 0) return left;
      if (subtract(seen(clip, scope), fill, tolerance).length === 0) return region;
      return { path: pathFromContours(intersect(fill, clip, tolerance)) };
    },
    { path },
  ).path;
}

function seen(contours: readonly Contour[], { visible, region, tolerance }: Scope): readonly Contour[] {
  return boundsContain(visible, boundsOf(contours)) ? contours : intersect(contours, region, tolerance);
}

/** Whether two of `shapes` lie over each other in a pixel, of a picture of 256, that an edge of a clip runs through. */
function shareEdge(shapes: readonly Shape[], clips: readonly Clip[], scope: Scope): boolean {
  if (shapes.length < 2) return false;
  const { visible, tolerance } = scope;
  const width = (2 * Math.max(visible.maxX - visible.minX, visible.maxY - visible.minY)) / 256;
  const pen = { width, cap: 'butt', join: 'miter', miterLimit: 4 } as const;
  const edges = clips.flatMap(({ shapes: regions }) =>
    regions.flatMap(({ path }) => outlineStroke(path.contours, pen, tolerance)),
  );
  const along = shapes.map(({ path }) => seen(intersect(path.contours, edges, tolerance), scope));
  return along.some((one, index) => along.slice(index + 1).some((other) => overlap(one, other, tolerance)));
}

const countSegments = (paths: readonly Path[]): number =>
  paths.reduce(
    (sum, { contours }) => sum + contours.reduce((all, { segments }) => all + segments.length, 0),
    0,
  );

/** What a group with a clip takes to write, in numbers of path data. */
const MARKUP = 10;

/** The numbers that each command takes to write. */
const NUMBERS: Readonly<Record<Command['kind'], number>> = {
  move: 2,
  line: 2,
  quad: 4,
  cubic: 6,
  arc: 5,
  close: 0,
};

const cost = (paths: readonly Path[]): number =>
  paths.reduce((sum, { commands }) => sum + commands.reduce((all, { kind }) => all + NUMBERS[kind], 0), 0);
