import { translation } from '../geometry/matrix.ts';
import type { Icon, Node } from '../ir.ts';
import { transformPath } from '../path/transform.ts';
import { LONGER_SIDE } from '../verify/compare.ts';

/** In pixels of the picture that decides: more than what floats lose on the way there, and less than shows. */
const NUDGE = 1 / 100;

/**
 * `after` with those of its shapes that `before` does not have moved to the right by a hundredth of a pixel.
 *
 * Drawn edges often run exactly through the samples that renderers of Skia's family take of a pixel, as any diagonal
 * between whole numbers does; on which side of the edge such a sample lies is settled by a rule. An edge that was cut ends
 * at numbers that no decimals say, runs beside the samples, and every pixel along it may change by a quarter. A little to
 * the right it has them on the side where the rule puts them.
 */
export function steadied(after: Icon, before: Icon): Icon {
  const { width, height } = after.viewport;
  const right = translation((NUDGE * Math.max(width, height)) / LONGER_SIDE, 0);
  const known = new Set<Node>();
  const collect = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      known.add(node);
      if (node.kind === 'group') collect(node.children);
    }
  };
  collect(before.children);
  const moved = (node: Node): Node => {
    if (known.has(node)) return node;
    if (node.kind === 'group') return { ...node, children: node.children.map(moved) };
    return { ...node, path: transformPath(node.path, right) };
  };
  return { ...after, children: after.children.map(moved) };
}
