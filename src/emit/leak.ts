import { boundsOfSize } from '../geometry/bounds.ts';
import type { Size } from '../geometry/point.ts';
import type { Command } from '../path/command.ts';
import { rectangleCommands } from '../path/rectangle.ts';
import type { VectorNode } from './android-tree.ts';

/**
 * `nodes` with clips put back where API 21 and 22 would still use the one of an earlier group.
 *
 * Those versions keep no clip per group: each clip replaces the one before it until the end of the drawable. So ahead
 * of what follows a clipped group the outer clip, or the whole viewport, is stated once more. Later versions intersect,
 * and such a clip cuts nothing there.
 */
export function guardLeaks(nodes: readonly VectorNode[], viewport: Size): VectorNode[] {
  const whole = rectangleCommands(boundsOfSize(viewport));
  let inForce: readonly Command[] = whole;
  const visit = (siblings: readonly VectorNode[], wanted: readonly Command[]): VectorNode[] =>
    siblings.flatMap((node): VectorNode[] => {
      if (node.kind === 'group' && node.transform === undefined) {
        const own = node.clips[node.clips.length - 1];
        if (own !== undefined) inForce = own;
        return [{ ...node, children: visit(node.children, own ?? wanted) }];
      }
      if (inForce === wanted) return [node];
      inForce = wanted;
      return [{ kind: 'clip', commands: wanted }, node];
    });
  return visit(nodes, whole);
}
