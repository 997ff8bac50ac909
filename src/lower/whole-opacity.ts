import type { Icon, Node } from '../ir.ts';

/**
 * The same picture with the opacity of the group that holds everything as the icon's own, which Android applies to the
 * finished drawing; undefined where no translucent group holds everything.
 */
export function fadedAsWhole(icon: Icon): Icon | undefined {
  const [opacity, children] = withoutOpacity(icon.children);
  return opacity === 1 ? undefined : { ...icon, opacity: icon.opacity * opacity, children };
}

/** The opacities of groups that hold all of `nodes`, multiplied, and the nodes without; clips and masks commute with them. */
function withoutOpacity(nodes: readonly Node[]): [opacity: number, nodes: readonly Node[]] {
  const [only] = nodes;
  if (only?.kind !== 'group' || nodes.length > 1) return [1, nodes];
  const [inner, children] = withoutOpacity(only.children);
  return [only.opacity * inner, [{ ...only, opacity: 1, children }]];
}
