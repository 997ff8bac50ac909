import type { Contour } from '../geometry/contour.ts';
import type { Point } from '../geometry/point.ts';
import type { FillRule } from '../ir.ts';
import { chordsOf, GRID, onGrid, pointsOf } from './chords.ts';

/** Samples a pixel, each way: those of the renderers of Skia's family, which take 16 to a pixel. */
const SAMPLES = 4;

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

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.pixels = new Float32Array(width * height);
    this.#crossings = Array.from({ length: height * SAMPLES }, () => []);
  }

  /** Lays a shape of so opaque a paint, 0 to 1, over what is there. */
  add(contours: readonly Contour[], rule: FillRule, alpha = 1): void {
    const isCut = !contours.every((contour) => this.#holds(contour));
    for (const contour of contours) this.#trace(contour, isCut);
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

  #holds({ start, segments }: Contour): boolean {
    const { width, height } = this;
    const isIn = ({ x, y }: Point): boolean => x >= 0 && x <= width && y >= 0 && y <= height;
    return isIn(start) && segments.every((segment) => pointsOf(segment).every(isIn));
  }

  /** @param isCut whether the shape it belongs to reaches out of the picture */
  #trace({ start, segments }: Contour, isCut: boolean): void {
    let at = start;
    for (const segment of segments) {
      for (const [from, to] of chordsOf(segment, toSamples, isCut)) this.#line(from, to);
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
    const slope = Math.trunc(((lower.x - upper.x) / (lower.y - upper.y)) * FINE) / FINE;
    const top = Math.floor(upper.y / GRID + 0.5);
    const start = upper.x + Math.floor(((top + 0.5) * GRID - upper.y) * slope);
    for (let row = first; row < last; row += 1) {
      const x = start + (row - top) * GRID * slope;
      this.#crossings[row]?.push(2 * Math.floor(x / GRID + 0.5) + (isDownwards ? 0 : 1));
    }
  }
}

const toSamples = ({ x, y }: Point): Point => ({ x: x * SAMPLES, y: y * SAMPLES });

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
