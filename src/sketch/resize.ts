import type { Size } from '../geometry/point.ts';
import type { Layer } from './model.ts';

// A set bit of resizingConstraint leaves that edge or size free.
const RIGHT = 1;
const WIDTH = 2;
const LEFT = 4;
const BOTTOM = 8;
const HEIGHT = 16;
const TOP = 32;

/** `layers` as they lie when their parent, drawn at `from`, is stretched to `to`. Corner radii and borders keep. */
export function resizeLayers(layers: readonly Layer[], from: Size, to: Size): readonly Layer[] {
  if (near(from.width, to.width) && near(from.height, to.height)) return layers;
  return layers.map((layer) => resizeLayer(layer, from, to));
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;

function resizeLayer(layer: Layer, from: Size, to: Size): Layer {
  const free = (bit: number): boolean => (layer.resizing & bit) !== 0;
  const { frame } = layer;
  const [x, width] = resizeAxis(frame.x, frame.width, from.width, to.width, {
    start: !free(LEFT),
    end: !free(RIGHT),
    size: !free(WIDTH),
  });
  const [y, height] = resizeAxis(frame.y, frame.height, from.height, to.height, {
    start: !free(TOP),
    end: !free(BOTTOM),
    size: !free(HEIGHT),
  });
  const resized = { ...layer, frame: { x, y, width, height } };
  if (resized.kind !== 'group' && resized.kind !== 'shape-group') return resized;
  return { ...resized, layers: resizeLayers(resized.layers, frame, resized.frame) };
}

/** New position and length of a piece at `at`, `length` long, on a line that goes from `from` to `to` units. */
function resizeAxis(
  at: number,
  length: number,
  from: number,
  to: number,
  pinned: { readonly start: boolean; readonly end: boolean; readonly size: boolean },
): [number, number] {
  const scale = from === 0 ? 1 : to / from;
  const after = from - at - length;
  if (pinned.start && pinned.end && !pinned.size) return [at, Math.max(0, to - at - after)];
  const size = pinned.size ? length : length * scale;
  if (pinned.start) return [at, size];
  if (pinned.end) return [to - after - size, size];
  return [(at + length / 2) * scale - size / 2, size];
}
