import type { Segment } from './contour.ts';
import type { Point } from './point.ts';

/** The point of `segment` at parameter `t`, 0 to 1; the ends are exact. */
export function pointAt(segment: Segment, t: number): Point {
  if (t === 0) return segment.from;
  if (t === 1) return segment.to;
  const s = 1 - t;
  const { from, to } = segment;
  if (segment.kind === 'line') return { x: s * from.x + t * to.x, y: s * from.y + t * to.y };
  if (segment.kind === 'quad') {
    const { control } = segment;
    return {
      x: s * s * from.x + 2 * s * t * control.x + t * t * to.x,
      y: s * s * from.y + 2 * s * t * control.y + t * t * to.y,
    };
  }
  const { control1, control2 } = segment;
  return {
    x: s * s * s * from.x + 3 * s * s * t * control1.x + 3 * s * t * t * control2.x + t * t * t * to.x,
    y: s * s * s * from.y + 3 * s * s * t * control1.y + 3 * s * t * t * control2.y + t * t * t * to.y,
  };
}

/** The ends and controls of `segment`. */
export function pointsOf(segment: Segment): Point[] {
  const { from, to } = segment;
  if (segment.kind === 'line') return [from, to];
  if (segment.kind === 'quad') return [from, segment.control, to];
  return [from, segment.control1, segment.control2, to];
}
