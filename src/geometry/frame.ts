import type { Point } from './point.ts';

/**
 * The frame that analysis works in: the bounding box moved to the origin, scaled to size 1 and turned.
 *
 * The turn keeps edges that icons draw, which are mostly level, upright or diagonal, from running along the sweep
 * line; the scale makes every tolerance a plain number.
 */
export interface Frame {
  readonly x: number;
  readonly y: number;
  /** The larger side of the bounding box in user units; positive. */
  readonly size: number;
  readonly cos: number;
  readonly sin: number;
}

/** Turns to try, in radians. None is near a multiple of 15 degrees. */
export const TURNS: readonly number[] = [0.32749, 1.11293, 0.70631];

/** The frame of a bounding box. A box without extent gets size 1. */
export function frameOf(
  box: { minX: number; minY: number; maxX: number; maxY: number },
  turn: number = TURNS[0]!,
): Frame {
  const size = Math.max(box.maxX - box.minX, box.maxY - box.minY);
  return {
    x: box.minX,
    y: box.minY,
    size: size > 0 && Number.isFinite(size) ? size : 1,
    cos: Math.cos(turn),
    sin: Math.sin(turn),
  };
}

/** From the frame back to user units. */
export function fromFrame(frame: Frame, x: number, y: number): Point {
  return {
    x: frame.x + frame.size * (frame.cos * x + frame.sin * y),
    y: frame.y + frame.size * (frame.cos * y - frame.sin * x),
  };
}
