import { Budget } from '../geometry/budget.ts';
import type { Contour } from '../geometry/contour.ts';
import type { Point, Size } from '../geometry/point.ts';
import { pointsOf } from '../geometry/segment.ts';
import type { FillRule } from '../ir.ts';
import { chordsOf, GRID, onGrid } from './chords.ts';

/** Samples a pixel, each way: those of the renderers of Skia's family, which take 16 to a pixel. */
const SAMPLES = 4;

/** What an edge takes in a row of samples, in pixels laid over others. */
const CROSSING_STEPS = 8;

/** Parts that a slope is rounded to. */
const FINE = 65_536;

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
  /** Samples of the row of pixels that is being filled. */
  readonly #row: Float32Array;
  readonly #budget: Budget;
  /** The rows of samples that the shape being added crosses. */
  #first = 0;
  #last = 0;

  /** @param budget what is looked at is spent from it */
  constructor(width: number, height: number, budget: Budget = new Budget(Infinity)) {
    this.#budget = budget;
    this.width = width;
    this.height = height;
    this.pixels = new Float32Array(width * height);
    this.#row = new Float32Array(width);
    this.#crossings = Array.from({ length: height * SAMPLES }, () => []);
  }

  /** Lays a shape of so opaque a paint, 0 to 1, over what is there. */
  add(contours: readonly Contour[], rule: FillRule, alpha = 1): void {
    this.#first = this.#crossings.length;
    this.#last = 0;
    const picture = contours.every((contour) => this.#holds(contour)) ? undefined : this;
    for (const contour of contours) this.#trace(contour, picture);
    const opacity = alpha / (SAMPLES * SAMPLES);
    // Most shapes are small beside the picture: only the rows and pixels that they reach are looked at.
    const top = Math.floor(this.#first / SAMPLES);
    const bottom = Math.ceil(this.#last / SAMPLES);
    for (let y = top; y < bottom; y += 1) {
      const span = { from: this.width, to: 0 };
      for (let sample = y * SAMPLES; sample < (y + 1) * SAMPLES; sample += 1) {
        const crossings = this.#crossings[sample] as number[];
        if (crossings.length === 0) continue;
        this.#budget.spend(crossings.length * CROSSING_STEPS);
        fillRow(this.#row, crossings, rule, span);
        crossings.length = 0;
      }
      this.#budget.spend(Math.max(0, span.to - span.from));
      for (let x = span.from; x < span.to; x += 1) {
        const at = y * this.width + x;
        const below = this.pixels[at] as number;
        this.pixels[at] = below + opacity * (this.#row[x] as number) * (1 - below);
        this.#row[x] = 0;
      }
    }
  }

  #holds({ start, segments }: Contour): boolean {
    const { width, height } = this;
    const isIn = ({ x, y }: Point): boolean => x >= 0 && x <= width && y >= 0 && y <= height;
    return isIn(start) && segments.every((segment) => pointsOf(segment).every(isIn));
  }

  /** @param picture set where the shape that the contour belongs to reaches out of it */
  #trace({ start, segments }: Contour, picture: Size | undefined): void {
    let at = start;
    for (const segment of segments) {
      for (const [from, to] of chordsOf(segment, toSamples, picture)) this.#line(from, to);
      at = segment.to;
    }
    this.#line(onGrid(toSamples(at)), onGrid(toSamples(start)));
  }

  /** @param from on the grid, as `to` is */
  #line(from: Point, to: Point): void {
    const isDownwards = from.y < to.y;
    const [upper, lower] = isDownwards ? [from, to] : [to, from];
    // A row is crossed where its middle is; an edge that ends there is above it.
    const first = Math.max(0, Math.floor(upper.y / GRID + 0.5));
    const last = Math.min(this.#crossings.length, Math.floor(lower.y / GRID + 0.5));
    if (first >= last) return;
    this.#first = Math.min(this.#first, first);
    this.#last = Math.max(this.#last, last);
    const slope = Math.trunc(((lower.x - upper.x) / (lower.y - upper.y)) * FINE) / FINE;
    const top = Math.floor(upper.y / GRID + 0.5);
    const start = upper.x + Math.floor(((top + 0.5) * GRID - upper.y) * slope);
    for (let row = first; row < last; row += 1) {
      const x = start + (row - top) * GRID * slope;
      this.#crossings[row]?.push(2 * Math.floor(x / GRID + 0.5) + (isDownwards ? 0 : 1));
    }
  }
}

/** The pixels of a row that were touched. */
interface Touched {
  from: number;
  to: number;
}

const toSamples = ({ x, y }: Point): Point => ({ x: x * SAMPLES, y: y * SAMPLES });

/** Adds the samples of one row to the pixels of `row`. */
function fillRow(row: Float32Array, crossings: number[], rule: FillRule, touched: Touched): void {
  if (crossings.length > 2 || (crossings[0] as number) > (crossings[1] as number))
    crossings.sort((a, b) => a - b);
  let winding = 0;
  let from = 0;
  for (const crossing of crossings) {
    const x = crossing >> 1;
    const wasInside = isInside(winding, rule);
    winding += crossing % 2 === 0 ? 1 : -1;
    if (wasInside && !isInside(winding, rule)) fillSpan(row, from, x, touched);
    else if (!wasInside) from = x;
  }
}

const isInside = (winding: number, rule: FillRule): boolean =>
  rule === 'nonzero' ? winding !== 0 : winding % 2 !== 0;

function fillSpan(row: Float32Array, from: number, to: number, touched: Touched): void {
  const start = Math.max(0, from);
  const end = Math.min(row.length * SAMPLES, to);
  if (start >= end) return;
  touched.from = Math.min(touched.from, Math.floor(start / SAMPLES));
  touched.to = Math.max(touched.to, Math.ceil(end / SAMPLES));
  for (let sample = start; sample < end;) {
    const pixel = Math.floor(sample / SAMPLES);
    const next = Math.min(end, (pixel + 1) * SAMPLES);
    row[pixel] = (row[pixel] as number) + next - sample;
    sample = next;
  }
}
