import type { Contour, Segment } from '../geometry/contour.ts';
import { arcLength, directionAt, parameterAtLength, piece } from '../geometry/measure.ts';
import { pointAt } from '../geometry/segment.ts';

/** The dashes of a line, or how many there would have been where they are too many to draw. */
export type Dashes = { readonly contours: readonly Contour[] } | { readonly count: number };

/**
 * Cuts `contours` into the dashes that `pattern` (on, off, … lengths in the same units) draws, `offset` into it.
 *
 * The pattern starts anew on each contour. On a closed contour a dash that runs over the start is one piece. A dash of
 * no length becomes a piece of length `dot` along the line, which a round cap makes a dot; its caller outlines it
 * where another cap shows the direction. With a `dot` of zero such dashes are left out.
 *
 * @param most dashes that are drawn
 * @see https://www.w3.org/TR/SVG2/painting.html#StrokeShape
 */
export function dashContours(
  contours: readonly Contour[],
  pattern: readonly number[],
  offset: number,
  dot: number,
  most: number,
): Dashes {
  const period = pattern.reduce((sum, length) => sum + length, 0);
  if (!(period > 0)) return { contours };
  const lines = contours.map(measure);
  const total = lines.reduce((sum, line) => sum + line.length, 0);
  const count = Math.ceil((total / period) * (pattern.length / 2));
  if (count > most) return { count };
  const dashes = lines.flatMap((line) => dashLine(line, pattern, offset, period, dot));
  return { contours: dashes.filter((contour) => dot > 0 || contour.segments.some((s) => arcLength(s) > 0)) };
}

/** A contour with the distance at which each segment starts. */
interface MeasuredLine {
  readonly contour: Contour;
  readonly segments: readonly Segment[];
  readonly lengths: readonly number[];
  readonly length: number;
}

function measure(contour: Contour): MeasuredLine {
  const lengths = contour.segments.map((segment) => arcLength(segment));
  return {
    contour,
    segments: contour.segments,
    lengths,
    length: lengths.reduce((sum, length) => sum + length, 0),
  };
}

function dashLine(
  line: MeasuredLine,
  pattern: readonly number[],
  offset: number,
  period: number,
  dot: number,
): Contour[] {
  if (line.length === 0) return startsOn(pattern, offset, period) ? [line.contour] : [];
  const spans = onSpans(line.length, pattern, offset, period);
  const first = spans[0];
  const last = spans[spans.length - 1];
  if (first === undefined || last === undefined) return [];
  const around = [...cut(line, last.start, line.length), ...cut(line, 0, first.end)];
  const runsOver = line.contour.closed && first.start <= 0 && last.end >= line.length;
  if (runsOver && first !== last && around.length > 0) {
    return [...spans.slice(1, -1).map((span) => dash(line, span, dot)), open(around)];
  }
  return spans.map((span) => dash(line, span, dot));
}

interface DashSpan {
  readonly start: number;
  readonly end: number;
}

/** Where the line is on, as distances cut to 0 … length. */
function onSpans(length: number, pattern: readonly number[], offset: number, period: number): DashSpan[] {
  const spans: DashSpan[] = [];
  let at = -(((offset % period) + period) % period);
  for (let index = 0; at <= length; index += 1) {
    const size = pattern[index % pattern.length] as number;
    const end = at + size;
    const isOn = index % 2 === 0;
    // A dash that only touches an end of the line draws nothing there, but a dot may sit on either end.
    const isSeen = size === 0 ? at >= 0 : end > 0 && at < length;
    if (isOn && isSeen) {
      // Dashes without a gap between them stay apart: where two meet in a corner there is no join.
      spans.push({ start: Math.max(0, at), end: Math.min(length, end) });
    }
    at = end;
  }
  return spans;
}

/** Whether the pattern is on where a line starts: what decides over a line without length. */
function startsOn(pattern: readonly number[], offset: number, period: number): boolean {
  let left = ((offset % period) + period) % period;
  for (let index = 0; ; index += 1) {
    left -= pattern[index % pattern.length] as number;
    if (left < 0) return index % 2 === 0;
  }
}

function dash(line: MeasuredLine, span: DashSpan, dot: number): Contour {
  if (span.start <= 0 && span.end >= line.length && line.contour.closed) {
    // Drawn as an open line with two caps: the dash ends where it began.
    return open(line.segments);
  }
  const pieces = cut(line, span.start, span.end);
  if (pieces.length > 0) return open(pieces);
  const { point, direction } = locate(line, span.start);
  const half = dot / 2;
  return open([
    {
      kind: 'line',
      from: { x: point.x - direction.x * half, y: point.y - direction.y * half },
      to: { x: point.x + direction.x * half, y: point.y + direction.y * half },
    },
  ]);
}

function open(segments: readonly Segment[]): Contour {
  return { start: (segments[0] as Segment).from, segments, closed: false };
}

/** The pieces of `line` between two distances. */
function cut(line: MeasuredLine, start: number, end: number): Segment[] {
  const pieces: Segment[] = [];
  let before = 0;
  line.segments.forEach((segment, index) => {
    const length = line.lengths[index] as number;
    const from = Math.max(start - before, 0);
    const to = Math.min(end - before, length);
    if (to > from) {
      const t0 = parameterAtLength(segment, from, length);
      const t1 = parameterAtLength(segment, to, length);
      if (t1 > t0) pieces.push(piece(segment, t0, t1));
    }
    before += length;
  });
  return pieces;
}

function locate(line: MeasuredLine, distance: number) {
  let before = 0;
  for (const [index, segment] of line.segments.entries()) {
    const length = line.lengths[index] as number;
    if (length > 0 && distance <= before + length) {
      const t = parameterAtLength(segment, distance - before, length);
      return { point: pointAt(segment, t), direction: directionAt(segment, t) ?? { x: 1, y: 0 } };
    }
    before += length;
  }
  const last = line.segments[line.segments.length - 1] as Segment;
  return { point: last.to, direction: directionAt(last, 1) ?? { x: 1, y: 0 } };
}
