import type { GroupLayer, InstanceLayer, Layer, Override, Paint, SketchDocument, Style } from './model.ts';
import { isObject } from './json.ts';
import { readColor } from './read-style.ts';
import { resizeLayers } from './resize.ts';

/** What an instance draws: its symbol's layers in the instance's own space, before `scale`. */
export interface Expanded {
  readonly master: GroupLayer;
  readonly layers: readonly Layer[];
  /** Properties of overrides that are not known. */
  readonly unknown: readonly string[];
}

/** What an override may change without changing any shape: text is refused as it stands. */
const HARMLESS = new Set([
  'stringValue',
  'textStyle',
  'flowDestination',
  'fontSize',
  'textColor',
  'textSize',
  'textWeight',
  'horizontalSizing',
  'verticalSizing',
]);

/** In a smart layout these move other layers. */
const MOVING = new Set(['isVisible', 'symbolID']);

const COLOR = /^color:(fill|border)-(\d+)$/;

/** The layers that `instance` shows, resized and overridden; undefined when its symbol is not in the document. */
export function expandInstance(instance: InstanceLayer, document: SketchDocument): Expanded | undefined {
  const master = document.symbols.get(instance.symbolId);
  if (master === undefined) return undefined;
  const unknown: string[] = [];
  const layers = master.layers.map((layer) => override(layer, instance.overrides, document, unknown));
  if (master.isSmart && instance.overrides.some(({ property }) => MOVING.has(property)))
    unknown.push('of what is seen, in a smart layout,');
  const size = {
    width: instance.frame.width / instance.scale,
    height: instance.frame.height / instance.scale,
  };
  return { master, layers: resizeLayers(layers, master.frame, size), unknown };
}

function override(
  layer: Layer,
  overrides: readonly Override[],
  document: SketchDocument,
  unknown: string[],
): Layer {
  let changed = layer;
  for (const entry of overrides) {
    if (entry.path[0] !== layer.id) continue;
    if (entry.path.length === 1) changed = apply(changed, entry, document, unknown);
    else if (changed.kind === 'instance')
      changed = { ...changed, overrides: [...changed.overrides, { ...entry, path: entry.path.slice(1) }] };
  }
  if (changed.kind !== 'group' && changed.kind !== 'shape-group') return changed;
  return {
    ...changed,
    layers: changed.layers.map((child) => override(child, overrides, document, unknown)),
  };
}

function apply(layer: Layer, entry: Override, document: SketchDocument, unknown: string[]): Layer {
  const { property, value } = entry;
  const color = COLOR.exec(property);
  if (property === 'symbolID' && layer.kind === 'instance' && typeof value === 'string') {
    // Swapping for nothing hides the instance.
    return value === '' ? { ...layer, visible: false } : { ...layer, symbolId: value };
  }
  if (property === 'layerStyle' && typeof value === 'string') {
    const style = document.styles.get(value);
    if (style !== undefined) return { ...layer, style: { ...style, rule: layer.style.rule } };
  } else if (property === 'isVisible') {
    return { ...layer, visible: value === true || value === 1 || value === '1' };
  } else if (color !== null && isObject(value)) {
    return { ...layer, style: recolor(layer.style, color[1] === 'fill', Number(color[2]), value) };
  } else if (HARMLESS.has(property)) return layer;
  unknown.push(property);
  return layer;
}

function recolor(style: Style, isFill: boolean, index: number, value: unknown): Style {
  const paint = (old: Paint): Paint => ({
    kind: 'color',
    color: readColor(value),
    opacity: old.opacity,
    blendMode: old.blendMode,
  });
  return isFill
    ? { ...style, fills: style.fills.map((fill, at) => (at === index ? paint(fill) : fill)) }
    : {
        ...style,
        borders: style.borders.map((border, at) =>
          at === index ? { ...border, paint: paint(border.paint) } : border,
        ),
      };
}
