import { IDENTITY, multiply, type Matrix } from '../geometry/matrix.ts';
import { transformCommands } from '../path/transform.ts';
import { joinChecked, type JoinRegions, type Region } from './boolean.ts';
import type { Layer, ShapeGroupLayer, ShapeLayer } from './model.ts';
import { placeLayer } from './place.ts';
import { shapeCommands } from './points.ts';

/** The path of a shape with its boolean operations done, in the layer's own space. Throws when they fail. */
export function outline(layer: ShapeLayer | ShapeGroupLayer, join: JoinRegions): Region {
  return outlineUnder(layer, IDENTITY, join);
}

/** True where the path of `layer` ends apart from its start; what is combined counts as closed. */
export function isOpen(layer: Layer): boolean {
  return layer.kind === 'shape' && !layer.closed;
}

function outlineUnder(layer: ShapeLayer | ShapeGroupLayer, matrix: Matrix, join: JoinRegions): Region {
  if (layer.kind === 'shape') {
    return { commands: transformCommands(shapeCommands(layer), matrix), rule: layer.style.rule };
  }
  const { rule } = layer.style;
  let region: Region | undefined;
  for (const child of layer.layers) {
    if (!child.visible || (child.kind !== 'shape' && child.kind !== 'shape-group')) continue;
    const above = outlineUnder(child, multiply(matrix, placeLayer(child)), join);
    if (region === undefined) region = { commands: above.commands, rule };
    else if (child.operation === 'none') region = { commands: [...region.commands, ...above.commands], rule };
    else region = { ...joinChecked(join, region, above, child.operation), rule };
  }
  return region ?? { commands: [], rule };
}
