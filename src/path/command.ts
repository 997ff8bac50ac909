import type { Contour } from '../geometry/contour.ts';
import type { Point } from '../geometry/point.ts';

/**
 * One command of path data as written, made absolute and free of shorthands: H and V are lines, S is a cubic, T is
 * a quad. Arcs stay arcs. Coordinates are in the user units of whoever owns the path.
 */
export type Command =
  | { readonly kind: 'move'; readonly to: Point }
  | { readonly kind: 'line'; readonly to: Point }
  | { readonly kind: 'quad'; readonly control: Point; readonly to: Point }
  | { readonly kind: 'cubic'; readonly control1: Point; readonly control2: Point; readonly to: Point }
  | ArcCommand
  | { readonly kind: 'close' };

/** An elliptical arc. Radii are as written (SVG takes their absolute value and scales them up to reach `to`). */
export interface ArcCommand {
  readonly kind: 'arc';
  readonly rx: number;
  readonly ry: number;
  /** Of the ellipse's x axis, in degrees, clockwise on screen. */
  readonly rotation: number;
  readonly large: boolean;
  readonly sweep: boolean;
  readonly to: Point;
}

/** A command with its place in the text it was read from. */
export interface WrittenCommand {
  readonly command: Command;
  /** The letter in force, as written: lower case is relative. An implicit lineto after `m` has `l`. */
  readonly letter: string;
  /** True when the letter was left out because it repeats the one before (or follows a moveto). */
  readonly implicit: boolean;
  /** The current point before the command. */
  readonly from: Point;
  /** Offsets into the path data: from the letter (or the first number) to behind the last number. */
  readonly start: number;
  readonly end: number;
}

/** Both views of a path: commands as written, contours as drawn. Both are in the same user units. */
export interface Path {
  readonly commands: readonly Command[];
  readonly contours: readonly Contour[];
}
