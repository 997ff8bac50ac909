import { multiply, rotation, scaling, translation, type Matrix } from '../geometry/matrix.ts';
import type { Layer } from './model.ts';

/**
 * From `layer`'s own space, whose origin is its frame's corner, to its parent's.
 *
 * A layer is first rotated and then flipped, both about the middle of its frame. Sketch counts counterclockwise.
 */
export function placeLayer(layer: Layer): Matrix {
  const { x, y, width, height } = layer.frame;
  if (layer.rotation === 0 && !layer.flippedHorizontally && !layer.flippedVertically)
    return translation(x, y);
  const flip = scaling(layer.flippedHorizontally ? -1 : 1, layer.flippedVertically ? -1 : 1);
  const turn = multiply(flip, rotation(-layer.rotation));
  return multiply(
    translation(x + width / 2, y + height / 2),
    multiply(turn, translation(-width / 2, -height / 2)),
  );
}
