import type { Group, Node } from '../ir.ts';
import { settleClips, withoutIdleClips } from './clips.ts';
import type { Context } from './context.ts';
import { foldOpacity } from './group-opacity.ts';
import { applyMask } from './masks.ts';
import { lowerShape } from './shapes.ts';

/** Lowers `nodes` in order; what cannot be seen is left out. */
export function lowerNodes(nodes: readonly Node[], context: Context): Node[] {
  return nodes.flatMap((node) =>
    node.kind === 'shape' ? lowerShape(node, context, lowerNodes) : lowerGroup(node, context),
  );
}

/** A group is drawn, then masked, clipped and faded as one picture; the order of these three does not matter. */
function lowerGroup(group: Group, context: Context): Node[] {
  if (group.opacity <= 0) return [];
  const clips = settleClips(group.clips, context);
  if (clips === 'nothing') return [];
  let children = lowerNodes(group.children, context);
  if (group.opacity < 1) children = foldOpacity(children, group.opacity, group.span, context);
  if (group.mask !== undefined) children = applyMask(children, group.mask, context, lowerNodes);
  if (children.length === 0) return [];
  const cutting = withoutIdleClips(clips, children, context);
  if (cutting.length === 0 && group.id === undefined) return children;
  return [{ ...plain(group), clips: cutting, children }];
}

function plain({ mask: _mask, ...group }: Group): Group {
  return { ...group, opacity: 1 };
}
