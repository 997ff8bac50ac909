import { stretch } from '../geometry/matrix.ts';
import type { Icon, Node, Shape } from '../ir.ts';
import { applyEdits, removeElement } from '../parse/edit.ts';
import { elementsOf, type SvgDocument } from '../parse/tree.ts';
import { areApart, hullOf, unite, type Box } from '../path/bounds.ts';
import { transformContours } from '../path/transform.ts';

/**
 * The text of `document` without the elements that draw outside the canvas alone, wherever they are drawn; the text
 * itself where there are none.
 *
 * @param icon what `document` resolves to
 */
export function withoutOffCanvas(document: SvgDocument, icon: Icon): string {
  const { width, height } = icon.viewport;
  const canvas = { left: 0, top: 0, right: width, bottom: height };
  const isSeen = new Map<number, boolean>();
  for (const shape of shapesIn(icon.children)) {
    const { start } = shape.span;
    const box = reachOf(shape);
    isSeen.set(start, isSeen.get(start) === true || (box !== undefined && !areApart(box, canvas)));
  }
  const removed = [...elementsOf(document.root)].filter(
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

function* shapesIn(nodes: readonly Node[]): Generator<Shape> {
  for (const node of nodes) {
    if (node.kind === 'shape') yield node;
    else yield* shapesIn(node.children);
  }
}

/** A box that what the shape draws does not leave, in viewport units. */
function reachOf({ path, transform, stroke }: Shape): Box | undefined {
  const boxes = transformContours(path.contours, transform).map(hullOf);
  const [first, ...rest] = boxes;
  if (first === undefined) return undefined;
  const { left, top, right, bottom } = rest.reduce(unite, first);
  // As far as a square cap or the tip of a miter.
  const wide = stroke === undefined ? 0 : stroke.width * (stroke.nonScaling ? 1 : stretch(transform).major);
  const reach = stroke === undefined ? 0 : (wide / 2) * Math.max(stroke.miterLimit, Math.SQRT2);
  return { left: left - reach, top: top - reach, right: right + reach, bottom: bottom + reach };
}
