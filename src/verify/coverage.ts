import { pointAt } from '../geometry/segment.ts';
import type { Contour, Segment } from '../geometry/contour.ts';
import type { Point } from '../geometry/point.ts';
import type { FillRule } from '../ir.ts';

/** Samples a pixel, each way: those of the renderers of Skia's family, which take 16 to a pixel. */
const SAMPLES = 4;

/** Straight pieces that a curve is seen as, for each pixel it is long, and at most. */
const PIECES_A_PIXEL = 0.5;
const MOST_PIECES = 64;

/**
 * How much of each pixel is covered, 0 to 1, by shapes laid over each other: what an antialiasing renderer without
 * gamma makes of them, to within its own rounding. Coordinates are in pixels.
 *
 * It is no proof of anything: it tells how much of what moved an edge would see.
 */
export class Coverage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Float32Array;
  /** By sample row: where outlines cross it, as twice the x in samples, odd where they come from below. */
  readonly #crossings: number[][];

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.pixels = new Float32Array(width * height);
    this.#crossings = Array.from({ length: height * SAMPLES }, () => []);
  }

  /** Lays a shape of so opaque a paint, 0 to 1, over what is there. */
  add(contours: readonly Contour[], rule: FillRule, alpha = 1): void {
    for (const contour of contours) this.#trace(contour);
    const row = new Float32Array(this.width);
    for (let y = 0; y < this.height; y += 1) {
      let isTouched = false;
      for (let sample = 0; sample < SAMPLES; sample += 1) {
        const crossings = this.#crossings[y * SAMPLES + sample] as number[];
        if (crossings.length === 0) continue;
        isTouched = true;
        fillRow(row, crossings, rule);
        crossings.length = 0;
      }
      if (!isTouched) continue;
      for (let x = 0; x < this.width; x += 1) {
        const covered = (alpha * (row[x] as number)) / (SAMPLES * SAMPLES);
        const at = y * this.width + x;
        const below = this.pixels[at] as number;
        this.pixels[at] = below + covered * (1 - below);
        row[x] = 0;
      }
    }
  }

  #trace({ start, segments }: Contour): void {
    let at = start;
    for (const segment of segments) {
      for (const to of pointsOf(segment)) {
        this.#line(at, to);
        at = to;
      }
    }
    this.#line(at, start);
  }

  #line(from: Point, to: Point): void {
    const isDownwards = from.y < to.y;
    const [upper, lower] = isDownwards ? [from, to] : [to, from];
    // A row is crossed where its middle is.
    const first = Math.max(0, Math.ceil(upper.y * SAMPLES - 0.5));
    const last = Math.min(this.#crossings.length, Math.ceil(lower.y * SAMPLES - 0.5));
    const slope = (lower.x - upper.x) / (lower.y - upper.y);
    for (let row = first; row < last; row += 1) {
      const x = upper.x + ((row + 0.5) / SAMPLES - upper.y) * slope;
      this.#crossings[row]?.push(2 * Math.round(x * SAMPLES) + (isDownwards ? 0 : 1));
    }
  }
}

/** Adds the samples of one row to the pixels of `row`. */
function fillRow(row: Float32Array, crossings: number[], rule: FillRule): void {
  crossings.sort((a, b) => a - b);
  let winding = 0;
  let from = 0;
  for (const crossing of crossings) {
    const x = crossing >> 1;
    const wasInside = isInside(winding, rule);
    winding += crossing % 2 === 0 ? 1 : -1;
    if (wasInside && !isInside(winding, rule)) fillSpan(row, from, x);
    else if (!wasInside) from = x;
  }
}

const isInside = (winding: number, rule: FillRule): boolean =>
  rule === 'nonzero' ? winding !== 0 : winding % 2 !== 0;

function fillSpan(row: Float32Array, from: number, to: number): void {
  const start = Math.max(0, from);
  const end = Math.min(row.length * SAMPLES, to);
  for (let sample = start; sample < end;) {
    const pixel = Math.floor(sample / SAMPLES);
    const next = Math.min(end, (pixel + 1) * SAMPLES);
    row[pixel] = (row[pixel] as number) + next - sample;
    sample = next;
  }
}

function pointsOf(segment: Segment): Point[] {
  if (segment.kind === 'line') return [segment.to];
  const { from, to } = segment;
  const controls = segment.kind === 'quad' ? [segment.control] : [segment.control1, segment.control2];
  const length = [...controls, to].reduce(
    ({ sum, at }, next) => ({ sum: sum + Math.hypot(next.x - at.x, next.y - at.y), at: next }),
    { sum: 0, at: from },
  ).sum;
  const count = Math.min(MOST_PIECES, 4 + Math.ceil(length * PIECES_A_PIXEL));
  return Array.from({ length: count }, (_, index) => pointAt(segment, (index + 1) / count));
}
