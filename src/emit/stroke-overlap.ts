import { toContours } from '../path/contours.ts';
import { isOpaque, type VectorPath, type VectorStroke } from './android-tree.ts';
import { chordsOf, distance, type Chord } from './chords.ts';

/** Straight pieces that a curve is seen as. */
const PIECES = 8;

/** Sine of the angle below which two strokes run along each other: about 20°. */
const ALONG = 0.35;

/**
 * True when drawing `a` and `b` as one path shows nothing: the stroke is opaque, and nowhere do the two run along each
 * other. Where edges coincide, two antialiased strokes are darker than one.
 */
export function canJoinStrokes(a: VectorPath, b: VectorPath, stroke: VectorStroke): boolean {
  // A flat cap has an edge across the stroke, which may coincide with anything.
  if (!isOpaque(stroke.paint) || (stroke.cap !== 'round' && !isClosed(a, b))) return false;
  const others = chordsOf(b.commands, PIECES);
  return chordsOf(a.commands, PIECES).every((chord) =>
    others.every((other) => !runAlong(chord, other) || distance(chord, other) > 1.1 * stroke.width),
  );
}

function isClosed(...paths: readonly VectorPath[]): boolean {
  return paths.every(({ commands }) => toContours(commands).every(({ closed }) => closed));
}

function runAlong(a: Chord, b: Chord): boolean {
  const [ax, ay] = [a.to.x - a.from.x, a.to.y - a.from.y];
  const [bx, by] = [b.to.x - b.from.x, b.to.y - b.from.y];
  return Math.abs(ax * by - ay * bx) <= ALONG * Math.hypot(ax, ay) * Math.hypot(bx, by);
}
