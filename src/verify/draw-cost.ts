import { IDENTITY, multiply, stretch } from '../geometry/matrix.ts';
import { arcLength } from '../geometry/measure.ts';
import type { Icon, Node, Shape, Stroke } from '../ir.ts';
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
  for (const { shape, stroke, scale } of strokesIn(children)) {
    const { path, transform } = shape;
    dashes += dashCount(shape, stroke);
    const width = stroke.width * (stroke.nonScaling ? 1 : stretch(transform).major * scale);
    // Not finite where it is too wide for a number.
    if (!(width <= wide)) for (const contour of path.contours) segments += contour.segments.length;
  }
  if (!(dashes + segments * WIDE_SEGMENT > MOST_DASHES)) return undefined;
  return dashes > MOST_DASHES
    ? `its strokes have ${Math.round(dashes)} dashes`
    : `its strokes are more than ${WIDE} times as wide as the icon`;
}

interface Stroked {
  readonly shape: Shape;
  readonly stroke: Stroke;
  /** How large a unit that `shape.transform` leads to is in the viewport. */
  readonly scale: number;
}

/** All that is stroked for `nodes`, in masks and the tiles of patterns too. */
function* strokesIn(nodes: readonly Node[], scale = 1): Generator<Stroked> {
  for (const node of nodes) {
    if (node.kind === 'group') {
      for (let { mask } = node; mask !== undefined; mask = mask.mask) yield* strokesIn(mask.children, scale);
      yield* strokesIn(node.children, scale);
      continue;
    }
    const { fill, stroke, transform } = node;
    if (stroke !== undefined) yield { shape: node, stroke, scale };
    for (const paint of [fill?.paint, stroke?.paint])
      if (paint?.kind === 'pattern')
        yield* strokesIn(paint.children, scale * stretch(multiply(transform, paint.transform)).major);
  }
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
