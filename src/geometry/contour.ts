import type { Point } from './point.ts';

/** One drawn piece of a contour, absolute. Arcs and shorthands are gone. */
export type Segment =
  | { readonly kind: 'line'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'quad'; readonly from: Point; readonly control: Point; readonly to: Point }
  | {
      readonly kind: 'cubic';
      readonly from: Point;
      readonly control1: Point;
      readonly control2: Point;
      readonly to: Point;
    };

/**
 * One subpath as drawn: segments end to end.
 *
 * `closed` says whether the author closed it, which a stroke shows. A fill closes every contour with a straight
 * line; that line is among the segments only when the author closed it and it has a length.
 * A contour without segments is a lone moveto: it fills nothing, and a round or square cap draws a dot only when
 * it is closed or has a zero-length segment.
 */
export interface Contour {
  readonly start: Point;
  readonly segments: readonly Segment[];
  readonly closed: boolean;
}
