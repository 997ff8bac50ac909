/** A drawn picture: premultiplied RGBA, rows from the top, no padding. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * Draws an SVG on transparent ground so that its longer side has `longerSide` pixels.
 *
 * The core has no renderer: an adapter passes one in. It draws static shapes only: no fonts, no external files.
 * Throws when the renderer fails; the caller turns that into a diagnostic.
 */
export type Draw = (svg: string, longerSide: number) => Picture;

/**
 * Whether the time for an icon is up; asked now and then while it is treated, and true for good once it is.
 *
 * The core has no clock: an adapter lends this that cannot end the work from outside.
 */
export type IsOverdue = () => boolean;
