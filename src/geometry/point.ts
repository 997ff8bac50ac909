/** A point, or a vector, in whatever space its owner states. x grows right, y grows down, as in SVG. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rect extends Point, Size {}
