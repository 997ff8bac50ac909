import type { Clip, Icon, Mask, Node, Paint } from '../ir.ts';

/** The icon with its geometry as it is and every rule nonzero: what a renderer draws that knows no even-odd. */
export function asNonzero(icon: Icon): Icon {
  return { ...icon, children: icon.children.map(nodeAsNonzero) };
}

function nodeAsNonzero(node: Node): Node {
  if (node.kind === 'group')
    return {
      ...node,
      clips: node.clips.map(clipAsNonzero),
      ...(node.mask === undefined ? {} : { mask: maskAsNonzero(node.mask) }),
      children: node.children.map(nodeAsNonzero),
    };
  const { fill, stroke } = node;
  return {
    ...node,
    ...(fill === undefined ? {} : { fill: { ...fill, rule: 'nonzero', paint: paintAsNonzero(fill.paint) } }),
    ...(stroke === undefined ? {} : { stroke: { ...stroke, paint: paintAsNonzero(stroke.paint) } }),
  };
}

function clipAsNonzero(clip: Clip): Clip {
  return {
    ...clip,
    shapes: clip.shapes.map((shape) => ({
      ...shape,
      rule: 'nonzero',
      clips: shape.clips.map(clipAsNonzero),
    })),
  };
}

function maskAsNonzero(mask: Mask): Mask {
  return {
    ...mask,
    clips: mask.clips.map(clipAsNonzero),
    children: mask.children.map(nodeAsNonzero),
    ...(mask.mask === undefined ? {} : { mask: maskAsNonzero(mask.mask) }),
  };
}

function paintAsNonzero(paint: Paint): Paint {
  return paint.kind === 'pattern' ? { ...paint, children: paint.children.map(nodeAsNonzero) } : paint;
}
