import { turnsOf } from '../geometry/bounds.ts';
import type { Segment } from '../geometry/contour.ts';
import { piece } from '../geometry/measure.ts';
import type { Point, Size } from '../geometry/point.ts';
import { pointsOf } from '../geometry/segment.ts';
import { cutToPicture } from './cut-curve.ts';

/** Parts of a sample that ends and controls lie on. */
export const GRID = 64;

/** In parts of a step of the grid: what the renderer adds up in. */
const FIXED = 1024;

/** A curve is seen as two to this power of chords at most. */
const MOST_HALVINGS = 6;

type Curve = Exclude<Segment, { readonly kind: 'line' }>;

/** The ends and controls of a curve, by one coordinate. */
type Controls = readonly [number, number, number] | readonly [number, number, number, number];

/**
 * The edges that resvg 2.6 makes of `segment`, in Skia's way: between a curve's highest and lowest points, at even steps
 * of its parameter, the more the further it bulges. So curves of one shape that are cut otherwise get other edges, which
 * shows in single samples all along them.
 *
 * @param scale from the segment's units to samples
 * @param picture set where the path reaches out of it, in the segment's units: its curves are then cut
 * @returns edges in steps of the grid
 * @see https://github.com/linebender/tiny-skia/blob/main/src/edge.rs
 */
export function chordsOf(
  segment: Segment,
  scale: (point: Point) => Point,
  picture: Size | undefined,
): [Point, Point][] {
  if (segment.kind === 'line') return [[onGrid(scale(segment.from)), onGrid(scale(segment.to))]];
  const parts = picture === undefined ? partsDown(segment) : cutToPicture(segment, picture);
  return parts.flatMap((ends) => {
    const part = ends.map((point) => onGrid(scale(point)));
    if (part.length === 2) return [part as [Point, Point]];
    const [start, end] = [part[0] as Point, part[part.length - 1] as Point];
    // All curves are gone down, which matters for what is rounded.
    const points = start.y > end.y ? pointsDown(part.reverse()).reverse() : pointsDown(part);
    return points.slice(1).map((point, step): [Point, Point] => [points[step] as Point, point]);
  });
}

/** The ends and controls of the pieces of `curve` that do not turn up or down. */
function partsDown(curve: Curve): Point[][] {
  const turns = turnsOf(curve, 'y').sort((a, b) => a - b);
  return [0, ...turns].map((t, index) => pointsOf(piece(curve, t, turns[index] ?? 1)));
}

/** `point`, in samples, in steps of the grid. */
export function onGrid({ x, y }: Point): Point {
  return { x: Math.trunc(Math.fround(x) * GRID), y: Math.trunc(Math.fround(y) * GRID) };
}

/** @param controls of a curve, none of which is above the one before */
function pointsDown(controls: readonly Point[]): Point[] {
  const xs = controls.map(({ x }) => x) as unknown as Controls;
  const ys = controls.map(({ y }) => y) as unknown as Controls;
  const halvings = halvingsOf(xs, ys);
  const down = stepsOf(ys, halvings);
  let lowest = -Infinity;
  const inner = stepsOf(xs, halvings).map((x, index) => {
    lowest = Math.max(lowest, down[index] as number);
    return { x: Math.floor(x / FIXED), y: Math.floor(lowest / FIXED) };
  });
  return [controls[0] as Point, ...inner, controls[controls.length - 1] as Point];
}

/** Each halving leaves a quarter of what a curve bulges; an eighth of a pixel is little enough. */
function halvingsOf(xs: Controls, ys: Controls): number {
  const [x, y] = [bulge(xs), bulge(ys)];
  const distance = Math.max(x, y) + shifted(Math.min(x, y), 1);
  const eighths = shifted(distance + 16, 5);
  const halvings = eighths === 0 ? 0 : (Math.floor(Math.log2(eighths)) + 1) >> 1;
  return Math.min(MOST_HALVINGS, xs.length === 3 ? Math.max(1, halvings) : 1 + halvings);
}

/** How far a quad is from its chord in the middle, or a cubic from its controls at the thirds; 19/512 stands for 1/27. */
function bulge([p, q, r, s]: Controls): number {
  if (s === undefined) return Math.abs(shifted(2 * q - p - r, 2));
  const third = shifted(19 * (8 * p - 15 * q + 6 * r + s), 9);
  const thirds = shifted(19 * (p + 6 * q - 15 * r + 8 * s), 9);
  return Math.max(Math.abs(third), Math.abs(thirds));
}

/** Inner values of a coordinate at even steps of the parameter, by differences that are rounded as the renderer does. */
function stepsOf([p, q, r, s]: Controls, halvings: number): number[] {
  const count = 2 ** halvings - 1;
  let at = p * FIXED;
  if (s === undefined) {
    // Half of the differences.
    const second = (p - 2 * q + r) * (FIXED / 2);
    let first = (q - p) * FIXED + shifted(second, halvings);
    return Array.from({ length: count }, () => {
      at += shifted(first, halvings - 1);
      first += shifted(second, halvings - 1);
      return at;
    });
  }
  const down = Math.max(0, halvings - 4);
  const up = 2 ** (down === 0 ? 10 - halvings : 6);
  const [b, c, d] = [3 * (q - p) * up, 3 * (p - 2 * q + r) * up, (s + 3 * (q - r) - p) * up];
  const third = shifted(3 * d, halvings - 1);
  let first = b + shifted(c, halvings) + shifted(d, 2 * halvings);
  let second = 2 * c + third;
  return Array.from({ length: count }, () => {
    at += shifted(first, down);
    first += shifted(second, halvings);
    second += third;
    return at;
  });
}

/** As integers are shifted to the right. */
const shifted = (value: number, by: number): number => Math.floor(value / 2 ** by);
