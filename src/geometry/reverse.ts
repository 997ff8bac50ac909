import type { Contour, Segment } from './contour.ts';

/** The contour run backward; an open one starts at its old end. */
export function reverseContour(contour: Contour): Contour {
  const segments = contour.segments.map(reverseSegment).reverse();
  return { start: segments[0]?.from ?? contour.start, segments, closed: contour.closed };
}

export function reverseSegment(segment: Segment): Segment {
  const { from, to } = segment;
  if (segment.kind === 'line') return { kind: 'line', from: to, to: from };
  if (segment.kind === 'quad') return { kind: 'quad', from: to, control: segment.control, to: from };
  return { kind: 'cubic', from: to, control1: segment.control2, control2: segment.control1, to: from };
}
