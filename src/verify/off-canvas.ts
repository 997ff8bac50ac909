import { boundsApart, boundsOfSize, grow, hullOf, uniteBounds, type Bounds } from '../geometry/bounds.ts';
import { stretch } from '../geometry/matrix.ts';
import { shapesIn, type Icon, type Shape } from '../ir.ts';
import { applyEdits, removeElement } from '../parse/edit.ts';
import { elementsOf, type SvgDocument } from '../parse/tree.ts';
import { transformContours } from '../path/transform.ts';

/**
 * The text of `document` without the elements that draw outside the canvas alone, wherever they are drawn; the text
 * itself where there are none.
 *
 * @param icon what `document` resolves to
 */
export function withoutOffCanvas(document: SvgDocument, icon: Icon): string {
  const canvas = boundsOfSize(icon.viewport);
  const isSeen = new Map<number, boolean>();
  for (const shape of shapesIn(icon.children)) {
    const { start } = shape.span;
    const box = reachOf(shape);
    isSeen.set(start, isSeen.get(start) === true || (box !== undefined && !boundsApart(box, canvas)));
  }
  const removed = elementsOf(document.root).filter(
    ({ open, children, fromEntity }) =>
      isSeen.get(open.start) === false &&
      fromEntity !== true &&
      children.every(({ kind }) => kind !== 'element'),
  );
  return applyEdits(
    document.text,
    removed.map((element) => removeElement(document, element)),
  );
}

/** A box that what the shape draws does not leave, in viewport units. */
function reachOf({ path, transform, stroke }: Shape): Bounds | undefined {
  const boxes = transformContours(path.contours, transform).map(hullOf);
  const [first, ...rest] = boxes;
  if (first === undefined) return undefined;
  // As far as a square cap or the tip of a miter.
  const wide = stroke === undefined ? 0 : stroke.width * (stroke.nonScaling ? 1 : stretch(transform).major);
  const reach = stroke === undefined ? 0 : (wide / 2) * Math.max(stroke.miterLimit, Math.SQRT2);
  return grow(rest.reduce(uniteBounds, first), reach);
}
