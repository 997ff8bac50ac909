import { IDENTITY } from '../geometry/matrix.ts';
import type { Icon, Node, Shape } from '../ir.ts';
import { transformPath } from '../path/transform.ts';

/** `icon` with strokes that do not scale drawn where they do not have to: along a path in the viewport's units. */
export function plainStrokes(icon: Icon): Icon {
  return { ...icon, children: icon.children.flatMap(plain) };
}

function plain(node: Node): Node[] {
  if (node.kind === 'group') return [{ ...node, children: node.children.flatMap(plain) }];
  const { fill, stroke, ...shape } = node;
  // A paint other than a color is laid out in the shape's own units.
  if (stroke?.nonScaling !== true || stroke.paint.kind !== 'solid') return [node];
  const filled: Shape[] = fill === undefined ? [] : [{ ...shape, fill }];
  const path = transformPath(shape.path, shape.transform);
  return [...filled, { ...shape, path, transform: IDENTITY, stroke: { ...stroke, nonScaling: false } }];
}
