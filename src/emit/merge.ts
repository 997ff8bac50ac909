import { boundsApart } from '../geometry/bounds.ts';
import { hullOfCommands } from '../path/rectangle.ts';
import { toContours } from '../path/contours.ts';
import type { VectorNode, VectorPath } from './android-tree.ts';
import { chordsOf, distance, turnsAbout, type Chord } from './chords.ts';
import { canJoinStrokes } from './stroke-overlap.ts';

/** Android's lint warns of longer path data; merging stops there. About the characters a command takes. */
const MOST_COMMANDS = 60;

/** Straight pieces to a curve: of the largest circle of a viewport, off by a tenth of what is kept between paths. */
const PIECES = 24;

/**
 * `nodes` with neighbors painted alike made one path, wherever that cannot show: opaque strokes, and paths that lie
 * apart by `gap` at least. Two edges within a pixel are blended otherwise by one path than by two, so `gap` should be
 * a pixel. Names stay with their paths.
 */
export function mergePaths(nodes: readonly VectorNode[], gap: number): VectorNode[] {
  const merged: VectorNode[] = [];
  for (const node of nodes) {
    const next = node.kind === 'group' ? { ...node, children: mergePaths(node.children, gap) } : node;
    const before = merged[merged.length - 1];
    if (next.kind === 'path' && before?.kind === 'path' && canMerge(before, next, gap))
      merged[merged.length - 1] = { ...before, commands: [...before.commands, ...next.commands] };
    else merged.push(next);
  }
  return merged;
}

function canMerge(a: VectorPath, b: VectorPath, gap: number): boolean {
  if (a.name !== undefined || b.name !== undefined || a.evenOdd || b.evenOdd) return false;
  if (a.commands.length + b.commands.length > MOST_COMMANDS) return false;
  if (paintKey(a) !== paintKey(b)) return false;
  if (a.fill === undefined && a.stroke !== undefined && canJoinStrokes(a, b, a.stroke)) return true;
  const [first, second] = [hullOfCommands(a.commands), hullOfCommands(b.commands)];
  if (first === undefined || second === undefined) return false;
  return boundsApart(first, second, reach(a) + gap / 2) || lieApart(a, b, 2 * reach(a) + gap);
}

/** Whether the outlines keep that distance and neither path fills where the other's outlines are, or only in its holes. */
function lieApart(a: VectorPath, b: VectorPath, gap: number): boolean {
  const isFilled = a.fill !== undefined;
  const [one, other] = [a, b].map(({ commands }) => chordsOf(commands, PIECES, isFilled)) as [
    Chord[],
    Chord[],
  ];
  if (one.some((chord) => other.some((next) => areNear(chord, next, gap)))) return false;
  if (!isFilled) return true;
  return fillsNothingAt(other, a) && fillsNothingAt(one, b);
}

/** Whether the fill that `chords` bound holds no subpath of `path`, none of which meets them. */
function fillsNothingAt(chords: readonly Chord[], path: VectorPath): boolean {
  return toContours(path.commands).every(({ start }) => turnsAbout(start, chords) === 0);
}

function areNear(a: Chord, b: Chord, gap: number): boolean {
  const isBeside = (axis: 'x' | 'y'): boolean =>
    Math.min(a.from[axis], a.to[axis]) - gap > Math.max(b.from[axis], b.to[axis]) ||
    Math.min(b.from[axis], b.to[axis]) - gap > Math.max(a.from[axis], a.to[axis]);
  return !isBeside('x') && !isBeside('y') && distance(a, b) < gap;
}

/** How far a stroke reaches beyond its path at most. */
export function reach({ stroke }: VectorPath): number {
  if (stroke === undefined) return 0;
  const tip = stroke.join === 'miter' ? Math.max(stroke.miterLimit, Math.SQRT2) : Math.SQRT2;
  return (stroke.width / 2) * tip;
}

function paintKey({ fill, stroke }: VectorPath): string {
  return JSON.stringify([fill, stroke]);
}
