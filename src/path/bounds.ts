import type { Contour } from '../geometry/contour.ts';
import type { Point } from '../geometry/point.ts';
import type { Command } from './command.ts';
import { toContours } from './contours.ts';

/** An upright box, edges included. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A box that holds all that `commands` draw, control points included; undefined when they draw nothing. */
export function boundsOf(commands: readonly Command[]): Box | undefined {
  const [first, ...others] = toContours(commands).map(hullOf);
  return first === undefined ? undefined : others.reduce(unite, first);
}

/** A box that holds what `contour` draws, control points included. */
export function hullOf({ start, segments }: Contour): Box {
  let [left, right] = [start.x, start.x];
  let [top, bottom] = [start.y, start.y];
  const take = ({ x, y }: Point): void => {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  };
  for (const segment of segments) {
    if (segment.kind === 'quad') take(segment.control);
    if (segment.kind === 'cubic') {
      take(segment.control1);
      take(segment.control2);
    }
    take(segment.to);
  }
  return { left, top, right, bottom };
}

/** The smallest box that holds both. */
export function unite(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/** True when the boxes have no point in common, each grown by `margin` on all sides. */
export function areApart(a: Box, b: Box, margin = 0): boolean {
  const gap = 2 * margin;
  return a.right + gap < b.left || b.right + gap < a.left || a.bottom + gap < b.top || b.bottom + gap < a.top;
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    outer.left <= inner.left &&
    outer.top <= inner.top &&
    outer.right >= inner.right &&
    outer.bottom >= inner.bottom
  );
}

/** The box that `commands` fill, when they fill exactly an upright rectangle. */
export function asRectangle(commands: readonly Command[]): Box | undefined {
  const contours = toContours(commands).filter(({ segments }) => segments.length > 0);
  const box = boundsOf(commands);
  const only = contours[0];
  if (box === undefined || only === undefined || contours.length !== 1) return undefined;
  const corners = [only.start, ...only.segments.map(({ to }) => to)];
  if (only.segments.some(({ kind }) => kind !== 'line') || corners.length > 5) return undefined;
  const last = corners[corners.length - 1] as { x: number; y: number };
  if (corners.length === 5 && (last.x !== only.start.x || last.y !== only.start.y)) return undefined;
  const ring = corners.slice(0, 4);
  const isUpright = ring.every((corner, index) => {
    const next = ring[(index + 1) % 4] as { x: number; y: number };
    const turnsX = index % 2 === 0 ? corner.x === next.x : corner.y === next.y;
    const turnsY = index % 2 === 0 ? corner.y === next.y : corner.x === next.x;
    const first = ring[1] as { x: number; y: number };
    return first.x === only.start.x ? turnsX : turnsY;
  });
  return ring.length === 4 && isUpright ? box : undefined;
}

export function rectangleCommands({ left, top, right, bottom }: Box): Command[] {
  return [
    { kind: 'move', to: { x: left, y: top } },
    { kind: 'line', to: { x: right, y: top } },
    { kind: 'line', to: { x: right, y: bottom } },
    { kind: 'line', to: { x: left, y: bottom } },
    { kind: 'close' },
  ];
}
