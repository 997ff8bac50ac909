import { cornersOf, intersectBounds, type Bounds } from '../geometry/bounds.ts';
import { apply, IDENTITY, invert, multiply, translation, type Matrix } from '../geometry/matrix.ts';
import { shapesIn, type Clip, type Group, type Node, type PatternPaint } from '../ir.ts';
import { pathOf } from '../path/contours.ts';
import type { Context } from './context.ts';
import { LIMITS } from './options.ts';

/**
 * The copies of a pattern's tile that reach into `bounds` (viewport units), each cut to its tile, as nodes that lead to
 * the viewport. Too many copies, or shapes in them, are reported, and none is given.
 */
export function expandPattern(
  paint: PatternPaint,
  transform: Matrix,
  bounds: Bounds,
  context: Context,
): Node[] {
  const { tile, span } = paint;
  const whole = multiply(transform, paint.transform);
  const inverse = invert(whole);
  if (inverse === undefined || !(tile.width > 0) || !(tile.height > 0) || paint.children.length === 0)
    return [];
  const seen = intersectBounds(bounds, context.visible);
  if (!(seen.minX < seen.maxX && seen.minY < seen.maxY)) return [];
  const corners = cornersOf(seen).map((corner) => apply(inverse, corner));
  const [left, right] = range(
    corners.map(({ x }) => x),
    tile.x,
    tile.width,
  );
  const [top, bottom] = range(
    corners.map(({ y }) => y),
    tile.y,
    tile.height,
  );
  const count = (right - left) * (bottom - top);
  if (count > LIMITS.tiles) {
    context.report('unsupported-pattern', { reason: `it would take ${count} copies of its tile` }, span);
    return [];
  }
  const shapes = count * [...shapesIn(paint.children)].length;
  if (shapes > LIMITS.tiledShapes) {
    context.report('unsupported-pattern', { reason: `its tiles have ${shapes} shapes together` }, span);
    return [];
  }
  const edge = pathOf([
    { kind: 'move', to: { x: tile.x, y: tile.y } },
    { kind: 'line', to: { x: tile.x + tile.width, y: tile.y } },
    { kind: 'line', to: { x: tile.x + tile.width, y: tile.y + tile.height } },
    { kind: 'line', to: { x: tile.x, y: tile.y + tile.height } },
    { kind: 'close' },
  ]);
  const clip: Clip = {
    shapes: [{ path: edge, transform: IDENTITY, rule: 'nonzero', clips: [], span }],
    span,
  };
  const copy: Group = { kind: 'group', opacity: 1, clips: [clip], children: paint.children, span };
  const copies: Node[] = [];
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) {
      const shift = translation(column * tile.width, row * tile.height);
      copies.push(moveNode(copy, multiply(whole, shift)));
    }
  }
  return copies;
}

/** The first tile that reaches `values`, and the one behind the last. */
const range = (values: readonly number[], start: number, size: number): [number, number] => [
  Math.floor((Math.min(...values) - start) / size + 1e-9),
  Math.ceil((Math.max(...values) - start) / size - 1e-9),
];

/** `node`, whose transforms lead to some space, in the space that `m` leads to from there. */
function moveNode(node: Node, m: Matrix): Node {
  if (node.kind === 'shape') return { ...node, transform: multiply(m, node.transform) };
  const { mask } = node;
  return {
    ...node,
    clips: node.clips.map((clip) => moveClip(clip, m)),
    ...(mask === undefined ? {} : { mask: moveMask(mask, m) }),
    children: node.children.map((child) => moveNode(child, m)),
  };
}

function moveClip(clip: Clip, m: Matrix): Clip {
  return {
    ...clip,
    shapes: clip.shapes.map((shape) => ({
      ...shape,
      transform: multiply(m, shape.transform),
      clips: shape.clips.map((inner) => moveClip(inner, m)),
    })),
  };
}

type MaskOf = NonNullable<Group['mask']>;

function moveMask(mask: MaskOf, m: Matrix): MaskOf {
  return {
    ...mask,
    clips: mask.clips.map((clip) => moveClip(clip, m)),
    children: mask.children.map((child) => moveNode(child, m)),
    ...(mask.mask === undefined ? {} : { mask: moveMask(mask.mask, m) }),
  };
}
