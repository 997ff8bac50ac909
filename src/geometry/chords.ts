import { pointAt } from './segment.ts';
import type { Contour, Segment } from './contour.ts';
import { piece } from './measure.ts';
import type { Point } from './point.ts';

/** A curve as chords between samples at even steps of its parameter. */
interface Sampled {
  readonly segment: Segment;
  readonly count: number;
  readonly points: readonly Point[];
}

interface Sample {
  readonly curve: Sampled;
  readonly index: number;
}

/** Steps of the grid that a crossing may lie off its chord. */
const OFF_CHORD = 3;

/**
 * Contours as polygons on an integer grid, and back: where a polygon runs along the samples of a curve, it gets that
 * piece of the curve again. Crossings fall on chords, so a curve's ends there are within the sampling tolerance.
 */
export class ChordGrid {
  readonly #scale: number;
  readonly #tolerance: number;
  /** By grid point, the samples inside curves; the first curve through a point counts. */
  readonly #samples = new Map<string, Sample>();

  /** `scale` is grid steps to a unit, `tolerance` how far a chord may be from its curve, in units. */
  constructor(scale: number, tolerance: number) {
    this.#scale = scale;
    this.#tolerance = tolerance;
  }

  toPolygon(contour: Contour): Point[] {
    const polygon: Point[] = [this.#place(contour.start)];
    for (const segment of contour.segments) {
      const count = chordCount(segment, this.#tolerance);
      const points = Array.from({ length: count + 1 }, (_, index) =>
        this.#place(pointAt(segment, index / count)),
      );
      const curve = { segment, count, points };
      points.forEach((point, index) => {
        if (index === 0) return;
        polygon.push(point);
        const name = `${point.x} ${point.y}`;
        if (index < count && !this.#samples.has(name)) this.#samples.set(name, { curve, index });
      });
    }
    return polygon;
  }

  toContour(polygon: readonly Point[]): Contour {
    const samples = polygon.map(({ x, y }) => this.#samples.get(`${x} ${y}`));
    // Begin where no curve runs through.
    const first = Math.max(0, samples.indexOf(undefined));
    const turn = <T>(list: readonly T[]): T[] => [...list.slice(first), ...list.slice(0, first)];
    const points = turn(polygon);
    const along = turn(samples);
    const closed = [...points, points[0] as Point];
    const segments: Segment[] = [];
    let at = 0;
    while (at < points.length) {
      const run = this.#run(closed, along, at);
      segments.push(run.segment);
      at = run.next;
    }
    return { start: this.#back(points[0] as Point), segments, closed: true };
  }

  /** The piece that starts at vertex `at`: a line to the next vertex, or the curve through the samples behind. */
  #run(
    closed: readonly Point[],
    along: readonly (Sample | undefined)[],
    at: number,
  ): { segment: Segment; next: number } {
    const from = closed[at] as Point;
    const next = along[at + 1];
    const line = { segment: this.#line(from, closed[at + 1] as Point), next: at + 1 };
    if (next === undefined) return line;
    let last = at + 1;
    let step = 0;
    for (;;) {
      const [a, b] = [along[last], along[last + 1]];
      if (a === undefined || b === undefined || b.curve !== next.curve) break;
      const change = Math.sign(b.index - a.index);
      if (change === 0 || (step !== 0 && change !== step)) break;
      step = change;
      last += 1;
    }
    const final = along[last] as Sample;
    const to = closed[last + 1] as Point;
    for (const direction of step === 0 ? [1, -1] : [step]) {
      const t0 = parameterBeside(next, -direction, from);
      const t1 = parameterBeside(final, direction, to);
      if (t0 === undefined) continue;
      const isWhole = t1 !== undefined;
      const end = isWhole ? to : (closed[last] as Point);
      const stop = t1 ?? final.index / final.curve.count;
      if (t0 === stop) continue;
      const cut = piece(next.curve.segment, t0, stop);
      return {
        segment: { ...cut, from: this.#back(from), to: this.#back(end) },
        next: isWhole ? last + 1 : last,
      };
    }
    return line;
  }

  #line(from: Point, to: Point): Segment {
    return { kind: 'line', from: this.#back(from), to: this.#back(to) };
  }

  #place(p: Point): Point {
    return { x: Math.round(p.x * this.#scale), y: Math.round(p.y * this.#scale) };
  }

  #back(p: Point): Point {
    return { x: p.x / this.#scale, y: p.y / this.#scale };
  }
}

/** The parameter of `p` on the chord that leaves `sample` in `direction`; undefined where it lies elsewhere. */
function parameterBeside({ curve, index }: Sample, direction: number, p: Point): number | undefined {
  const { points, count } = curve;
  const a = points[index] as Point;
  const b = points[index + direction] as Point;
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length === 0) return undefined;
  const along = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / (length * length);
  const across = ((p.x - a.x) * (b.y - a.y) - (p.y - a.y) * (b.x - a.x)) / length;
  const slack = OFF_CHORD / length;
  if (Math.abs(across) > OFF_CHORD || along < -slack || along > 1 + slack) return undefined;
  return (index + direction * Math.min(1, Math.max(0, along))) / count;
}

const second = (p0: number, p1: number, p2: number): number => Math.abs(p0 - 2 * p1 + p2);

/** Chords that keep within `tolerance` of a curve, from a bound on its second derivative. */
function chordCount(segment: Segment, tolerance: number): number {
  if (segment.kind === 'line') return 1;
  const { from, to } = segment;
  let bend: number;
  if (segment.kind === 'quad') {
    const { control: c } = segment;
    bend = 2 * Math.hypot(second(from.x, c.x, to.x), second(from.y, c.y, to.y));
  } else {
    const { control1: c, control2: d } = segment;
    bend =
      6 *
      Math.max(
        Math.hypot(second(from.x, c.x, d.x), second(from.y, c.y, d.y)),
        Math.hypot(second(c.x, d.x, to.x), second(c.y, d.y, to.y)),
      );
  }
  return Math.min(1000, Math.max(1, Math.ceil(Math.sqrt(bend / (8 * tolerance)))));
}
