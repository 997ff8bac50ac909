import { translation, type Matrix } from '../geometry/matrix.ts';
import type { XmlElement } from '../parse/tree.ts';
import type { Context, Scope } from './context.ts';
import type { Style } from './style/style.ts';
import { geometryLength } from './units.ts';

/** A `<use>` is moved by its `x` and `y` as by a last transform, so its clip and mask move along. */
export function offsetOf(use: XmlElement, style: Style, { viewport }: Scope, context: Context): Matrix {
  const x = geometryLength(use, style, 'x', 'x', viewport, context, 0);
  const y = geometryLength(use, style, 'y', 'y', viewport, context, 0);
  return translation(x, y);
}
