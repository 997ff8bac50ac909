import { IDENTITY, multiply, type Matrix } from '../geometry/matrix.ts';
import type { Command } from '../path/command.ts';
import { transformCommands } from '../path/transform.ts';
import { joinChecked, type JoinRegions, type Region } from './boolean.ts';
import type { Layer, ShapeGroupLayer, ShapeLayer } from './model.ts';
import { placeLayer } from './place.ts';
import { shapeCommands } from './points.ts';

/** The path of a shape, and for each contour the shape that it was drawn from; none where shapes were joined. */
export interface Outline {
  readonly region: Region;
  readonly sources: readonly (ShapeLayer | undefined)[];
}

/** The path of a shape with its boolean operations done, in the layer's own space. Throws when they fail. */
export function outline(layer: ShapeLayer | ShapeGroupLayer, join: JoinRegions): Outline {
  return outlineUnder(layer, IDENTITY, join);
}

/** True where the path of `layer` ends apart from its start; what is combined counts as closed. */
export function isOpen(layer: Layer): boolean {
  return layer.kind === 'shape' && !layer.closed;
}

/** True where a path of `layer`, or of what it is made of, has ends that an arrow head could sit on. */
export function hasEnds(layer: Layer): boolean {
  if (layer.kind === 'shape-group') return layer.layers.some((child) => child.visible && hasEnds(child));
  return isOpen(layer);
}

function outlineUnder(layer: ShapeLayer | ShapeGroupLayer, matrix: Matrix, join: JoinRegions): Outline {
  const { rule } = layer.style;
  if (layer.kind === 'shape') {
    const commands = transformCommands(shapeCommands(layer), matrix);
    return { region: { commands, rule }, sources: commands.length === 0 ? [] : [layer] };
  }
  let commands: readonly Command[] = [];
  let sources: Outline['sources'] = [];
  let isFirst = true;
  for (const child of layer.layers) {
    if (!child.visible || (child.kind !== 'shape' && child.kind !== 'shape-group')) continue;
    const above = outlineUnder(child, multiply(matrix, placeLayer(child)), join);
    if (isFirst || child.operation === 'none') {
      commands = [...commands, ...above.region.commands];
      sources = [...sources, ...above.sources];
    } else {
      ({ commands } = joinChecked(join, { commands, rule }, above.region, child.operation));
      sources = commands.filter((command) => command.kind === 'move').map(() => undefined);
    }
    isFirst = false;
  }
  return { region: { commands, rule }, sources };
}
