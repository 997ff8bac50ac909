import { boundsOf, boundsOverlap, grow } from '../geometry/bounds.ts';
import { determinant, IDENTITY, invert, isIdentity } from '../geometry/matrix.ts';
import type { Fill, Group, Node, Shape, Stroke } from '../ir.ts';
import type { Path } from '../path/command.ts';
import { sameCommands } from '../path/same-commands.ts';
import { transformPath } from '../path/transform.ts';
import type { Context } from './context.ts';
import { settlePaint, type SettledPaint } from './gradients.ts';
import { expandPattern } from './patterns.ts';
import { outlineOf, settleStroke } from './strokes.ts';

export type LowerNodes = (nodes: readonly Node[], context: Context) => Node[];

/** One shape as shapes and groups that a VectorDrawable can say; none where it cannot be seen. */
export function lowerShape(shape: Shape, context: Context, lowerNodes: LowerNodes): Node[] {
  const isFlat = determinant(shape.transform) === 0 || !Number.isFinite(determinant(shape.transform));
  if (isFlat || shape.path.contours.length === 0) return [];
  const filled = shape.fill === undefined ? [] : lowerFill(shape, shape.fill, context, lowerNodes);
  const stroked = shape.stroke === undefined ? [] : lowerStroke(shape, shape.stroke, context, lowerNodes);
  return join(filled, stroked).filter((node) => isSeen(node, context));
}

function lowerFill(shape: Shape, fill: Fill, context: Context, lowerNodes: LowerNodes): Node[] {
  if (fill.opacity <= 0) return [];
  const paint = settlePaint(fill.paint, shape.transform, context);
  if (paint === undefined) return [];
  const path = transformPath(shape.path, shape.transform);
  return paintRegion(shape, path, fill, paint, context, lowerNodes);
}

function lowerStroke(shape: Shape, stroke: Stroke, context: Context, lowerNodes: LowerNodes): Node[] {
  if (stroke.opacity <= 0 || !(stroke.width > 0)) return [];
  const paint = settlePaint(stroke.paint, shape.transform, context);
  if (paint === undefined) return [];
  const settled = settleStroke(shape, stroke, context);
  const isPlain = paint.kind === 'solid' || (paint.kind === 'gradient' && isIdentity(paint.frame));
  if (settled.kind === 'line' && isPlain) {
    if (paint.kind === 'solid' && paint.color.a === 0) return [];
    const line = { ...settled.stroke, paint: paint.kind === 'solid' ? paint : paint.paint };
    return [{ ...bare(shape), path: settled.path, transform: IDENTITY, stroke: line }];
  }
  const region = { paint: stroke.paint, opacity: stroke.opacity, rule: 'nonzero' } as const;
  return paintRegion(shape, outlineOf(settled, context), region, paint, context, lowerNodes);
}

/** Paints what `path`, in viewport units, fills. */
function paintRegion(
  shape: Shape,
  path: Path,
  fill: Fill,
  paint: SettledPaint,
  context: Context,
  lowerNodes: LowerNodes,
): Node[] {
  const base = bare(shape);
  switch (paint.kind) {
    case 'solid':
      if (paint.color.a === 0) return [];
      return [{ ...base, path, transform: IDENTITY, fill: { ...fill, paint } }];
    case 'gradient': {
      const local = invert(paint.frame);
      if (local === undefined) return [];
      const framed = isIdentity(paint.frame) ? path : transformPath(path, local);
      return [{ ...base, path: framed, transform: paint.frame, fill: { ...fill, paint: paint.paint } }];
    }
    case 'rings': {
      const disc = (part: Path, color: typeof paint.background): Shape => ({
        ...base,
        path: part,
        transform: IDENTITY,
        fill: { paint: { kind: 'solid', color }, opacity: 1, rule: 'nonzero' },
      });
      const children = [
        disc(path, paint.background),
        ...paint.rings.map((ring) => disc(ring.path, ring.color)),
      ];
      return lowerNodes([within(shape, path, fill, children)], context);
    }
    case 'pattern': {
      const tiles = expandPattern(paint, shape.transform, boundsOf(path.contours), context);
      return lowerNodes([within(shape, path, fill, tiles)], context);
    }
  }
}

/** `children` seen only where `path` fills. */
function within(shape: Shape, path: Path, fill: Fill, children: readonly Node[]): Group {
  const { span } = shape;
  const region = { path, transform: IDENTITY, rule: fill.rule, clips: [], span };
  return { kind: 'group', opacity: fill.opacity, clips: [{ shapes: [region], span }], children, span };
}

function bare({ fill: _fill, stroke: _stroke, ...shape }: Shape): Shape {
  return shape;
}

/** A fill and a stroke of one path in one space are one shape again. */
function join(filled: readonly Node[], stroked: readonly Node[]): Node[] {
  const [fill] = filled;
  const [stroke] = stroked;
  if (
    filled.length === 1 &&
    stroked.length === 1 &&
    fill?.kind === 'shape' &&
    stroke?.kind === 'shape' &&
    stroke.stroke !== undefined &&
    isIdentity(fill.transform) &&
    samePath(fill.path, stroke.path)
  ) {
    return [{ ...fill, stroke: stroke.stroke }];
  }
  return [...filled, ...stroked];
}

function samePath(one: Path, other: Path): boolean {
  return sameCommands(one.commands, other.commands);
}

function isSeen(node: Node, context: Context): boolean {
  if (node.kind === 'group') return node.children.length > 0;
  const bounds = boundsOf(transformPath(node.path, node.transform).contours);
  const reach =
    node.stroke === undefined ? 0 : (node.stroke.width / 2) * Math.max(1.5, node.stroke.miterLimit);
  if (!Number.isFinite(bounds.minX + bounds.maxX + bounds.minY + bounds.maxY)) return false;
  return boundsOverlap(grow(bounds, reach + context.tolerance), context.visible);
}
