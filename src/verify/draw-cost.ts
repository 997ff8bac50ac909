import { IDENTITY, stretch } from '../geometry/matrix.ts';
import { arcLength } from '../geometry/measure.ts';
import { shapesIn, type Icon, type Shape, type Stroke } from '../ir.ts';
import { transformContours } from '../path/transform.ts';

/** Dashes that a renderer takes about a second for. */
const MOST_DASHES = 50_000;

/** Of the viewport's larger side: outlines of curves that far away keep the renderer busy for minutes. */
const WIDE = 250;

/** What the outline of one segment takes so far away, in dashes. */
const WIDE_SEGMENT = 5000;

/**
 * Why a renderer is not asked to draw `icon`: its strokes would take it very long, and nothing can interrupt it. Undefined
 * where it may be asked.
 */
export function tooMuchToDraw({ children, viewport }: Icon): string | undefined {
  const wide = WIDE * Math.max(viewport.width, viewport.height);
  let [dashes, segments] = [0, 0];
  for (const shape of shapesIn(children)) {
    const { stroke, path, transform } = shape;
    if (stroke === undefined) continue;
    dashes += dashCount(shape, stroke);
    const width = stroke.width * (stroke.nonScaling ? 1 : stretch(transform).major);
    // Not finite where it is too wide for a number.
    if (!(width <= wide)) for (const contour of path.contours) segments += contour.segments.length;
  }
  if (!(dashes + segments * WIDE_SEGMENT > MOST_DASHES)) return undefined;
  return dashes > MOST_DASHES
    ? `its strokes have ${Math.round(dashes)} dashes`
    : `its strokes are more than ${WIDE} times as wide as the icon`;
}

/** About as many dashes as the line has. */
function dashCount({ path, transform }: Shape, { dashes, nonScaling }: Stroke): number {
  const period = dashes.reduce((sum, length) => sum + length, 0);
  if (!(period > 0)) return 0;
  let length = 0;
  for (const { segments } of transformContours(path.contours, nonScaling ? transform : IDENTITY))
    for (const segment of segments) length += arcLength(segment);
  return (length / period) * (dashes.length / 2);
}
