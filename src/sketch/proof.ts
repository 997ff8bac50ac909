import { compareFills, TOLERANCE } from '../repair/compare.ts';
import type { JoinRegions } from './boolean.ts';
import type { CurvePoint, Layer, ShapeGroupLayer, ShapeLayer } from './model.ts';
import { outline } from './outline.ts';

/**
 * Whether `layer` fills alike by nonzero, with the points of `reverse`, which are in it, the other way around. It is
 * drawn anew, since the rule of a group also counts for what goes into its boolean operations.
 */
export function fillsAlike(
  layer: ShapeLayer | ShapeGroupLayer,
  reverse: readonly ShapeLayer[],
  join: JoinRegions,
): boolean {
  try {
    const before = outline(layer, join).region;
    const turned = turn(layer, new Set(reverse));
    const after = outline({ ...turned, style: { ...layer.style, rule: 'nonzero' } }, join).region;
    return compareFills([before], [after]).thickness <= TOLERANCE;
  } catch {
    return false;
  }
}

function turn<T extends Layer>(layer: T, reverse: ReadonlySet<Layer>): T {
  if (layer.kind === 'shape-group')
    return { ...layer, layers: layer.layers.map((child) => turn(child, reverse)) };
  if (layer.kind !== 'shape' || !reverse.has(layer)) return layer;
  const points = layer.points.map(swapHandles).reverse();
  const first = layer.closed ? points.pop() : undefined;
  return { ...layer, points: first === undefined ? points : [first, ...points] };
}

function swapHandles({ from, to, ...rest }: CurvePoint): CurvePoint {
  return { ...rest, ...(to === undefined ? {} : { from: to }), ...(from === undefined ? {} : { to: from }) };
}
