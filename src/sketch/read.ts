import type { Rect } from '../geometry/point.ts';
import { arrayOf, booleanOf, numberOf, objectOf, pointOf, stringOf, type JsonObject } from './json.ts';
import type {
  Background,
  BooleanOperation,
  CurvePoint,
  ExportFormat,
  GroupLayer,
  Layer,
  Override,
  Page,
  ShapeLayer,
  SketchDocument,
  Source,
  Style,
} from './model.ts';
import { readColor, readStyle } from './read-style.ts';

/** The parsed JSON of a .sketch file: `meta.json`, `document.json` and the pages by file name, in their order. */
export interface SketchJson {
  readonly meta: unknown;
  readonly document: unknown;
  readonly pages: readonly { readonly file: string; readonly json: unknown }[];
}

/** What a document that does not say its version is read as. */
export const NEWEST = 146;

/** Of documents that are unmanaged (0) or in sRGB (1), the numbers are taken as sRGB's. */
const DISPLAY_P3 = 2;

/** Layers nested deeper than this are read as unknown: no hand draws so, and recursion must end. */
const MAX_DEPTH = 200;

/**
 * Reads a document of any format from v93 on. Never throws: a member that is missing or of the wrong type has
 * Sketch's default.
 */
export function readDocument(json: SketchJson): SketchDocument {
  const pages: Page[] = json.pages.map(({ file, json: page }) => {
    const object = objectOf(page);
    return { name: stringOf(object['name'], file), layers: readLayers(object, { file, pointer: [] }, 0) };
  });
  const document = objectOf(json.document);
  const foreign = arrayOf(document['foreignSymbols']).map((entry, index) => {
    const pointer = ['foreignSymbols', index, 'symbolMaster'];
    return readLayer(objectOf(objectOf(entry)['symbolMaster']), { file: 'document.json', pointer }, 0);
  });
  const symbols = new Map<string, GroupLayer>();
  for (const layer of [...foreign, ...pages.flatMap((page) => page.layers)]) {
    if (layer.kind === 'group' && layer.symbolId !== undefined) symbols.set(layer.symbolId, layer);
  }
  const version = numberOf(objectOf(json.meta)['version'], NEWEST);
  const colorSpace = numberOf(document['colorSpace'], 0) === DISPLAY_P3 ? 'display-p3' : 'srgb';
  return { version, colorSpace, pages, symbols, styles: readSharedStyles(document) };
}

function readSharedStyles(document: JsonObject): Map<string, Style> {
  const own = arrayOf(objectOf(document['layerStyles'])['objects']);
  const foreign = arrayOf(document['foreignLayerStyles']).map((entry) => objectOf(entry)['localSharedStyle']);
  const styles = new Map<string, Style>();
  for (const entry of [...foreign, ...own]) {
    const shared = objectOf(entry);
    styles.set(stringOf(shared['do_objectID'], ''), readStyle({ style: shared['value'] }));
  }
  return styles;
}

function readLayers(parent: JsonObject, { file, pointer }: Source, depth: number): Layer[] {
  return arrayOf(parent['layers']).map((layer, index) =>
    readLayer(objectOf(layer), { file, pointer: [...pointer, 'layers', index] }, depth + 1),
  );
}

const OPERATIONS: readonly BooleanOperation[] = ['union', 'subtract', 'intersect', 'difference'];

function readBase(layer: JsonObject, source: Source) {
  const options = objectOf(layer['exportOptions']);
  const mask = booleanOf(layer['hasClippingMask'], false)
    ? numberOf(layer['clippingMaskMode'], 0) === 1
      ? 'alpha'
      : 'outline'
    : 'none';
  return {
    id: stringOf(layer['do_objectID'], ''),
    name: stringOf(layer['name'], ''),
    className: stringOf(layer['_class'], ''),
    source,
    frame: readRect(layer['frame']),
    rotation: numberOf(layer['rotation'], 0),
    flippedHorizontally: booleanOf(layer['isFlippedHorizontal'], false),
    flippedVertically: booleanOf(layer['isFlippedVertical'], false),
    visible: booleanOf(layer['isVisible'], true),
    operation: OPERATIONS[numberOf(layer['booleanOperation'], -1)] ?? 'none',
    mask,
    ignoresMask: booleanOf(layer['shouldBreakMaskChain'], false),
    resizing: numberOf(layer['resizingConstraint'], 63),
    style: readStyle(layer),
    exportFormats: arrayOf(options['exportFormats']).map(readExportFormat),
    exportOptions: {
      trim: booleanOf(options['shouldTrim'], false),
      groupContentsOnly: (numberOf(options['layerOptions'], 0) & 2) !== 0,
    },
  } as const;
}

function readLayer(layer: JsonObject, source: Source, depth: number): Layer {
  const base = readBase(layer, source);
  if (depth > MAX_DEPTH) return { ...base, kind: 'unknown' };
  switch (base.className) {
    case 'artboard':
    case 'group':
    case 'symbolMaster':
      return readGroup(layer, base, depth);
    case 'shapeGroup':
      return { ...base, kind: 'shape-group', layers: readLayers(layer, source, depth) };
    case 'rectangle':
    case 'oval':
    case 'triangle':
    case 'polygon':
    case 'star':
    case 'shapePath':
      return readShape(layer, base);
    case 'symbolInstance':
      return {
        ...base,
        kind: 'instance',
        symbolId: stringOf(layer['symbolID'], ''),
        scale: numberOf(layer['scale'], 1) || 1,
        overrides: readOverrides(layer),
      };
    case 'slice':
      return { ...base, kind: 'slice', ...readBackground(layer) };
    case 'text':
    case 'bitmap':
      return { ...base, kind: base.className };
    case 'MSImmutableHotspotLayer':
      return { ...base, kind: 'hotspot' };
    default:
      return { ...base, kind: 'unknown' };
  }
}

type Base = ReturnType<typeof readBase>;

function readGroup(layer: JsonObject, base: Base, depth: number): GroupLayer {
  const symbolId = base.className === 'symbolMaster' ? stringOf(layer['symbolID'], '') : undefined;
  return {
    ...base,
    kind: 'group',
    layers: readLayers(layer, base.source, depth),
    isSmart: stringOf(objectOf(layer['groupLayout'])['_class'], '') === 'MSImmutableInferredGroupLayout',
    ...(symbolId === undefined ? {} : { symbolId }),
    ...readBackground(layer),
  };
}

function readBackground(layer: JsonObject): { readonly background?: Background } {
  if (!booleanOf(layer['hasBackgroundColor'], false)) return {};
  return {
    background: {
      color: readColor(layer['backgroundColor']),
      inExport: booleanOf(layer['includeBackgroundColorInExport'], true),
      inInstance: booleanOf(layer['includeBackgroundColorInInstance'], false),
    },
  };
}

/** Before v102 the points sit in a `path` of their own. */
function readShape(layer: JsonObject, base: Base): ShapeLayer {
  const path = Array.isArray(layer['points']) ? layer : objectOf(layer['path']);
  const behaviour = numberOf(path['pointRadiusBehaviour'], numberOf(layer['pointRadiusBehaviour'], 0));
  const points = arrayOf(path['points'])
    .map((point) => readPoint(objectOf(point), behaviour === -1))
    .filter((point) => point !== undefined);
  return {
    ...base,
    kind: 'shape',
    points,
    closed: booleanOf(path['isClosed'], true),
    corners: behaviour === 2 ? 'smooth' : behaviour === 1 ? 'round' : 'legacy',
  };
}

const CORNERS = ['round', 'inverted', 'angled', 'squared'] as const;

function readPoint(point: JsonObject, radiusOff: boolean): CurvePoint | undefined {
  const at = pointOf(point['point']);
  if (at === undefined) return undefined;
  const from = booleanOf(point['hasCurveFrom'], false) ? pointOf(point['curveFrom']) : undefined;
  const to = booleanOf(point['hasCurveTo'], false) ? pointOf(point['curveTo']) : undefined;
  return {
    point: at,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    radius: radiusOff ? 0 : Math.max(0, numberOf(point['cornerRadius'], 0)),
    corner: CORNERS[numberOf(point['cornerStyle'], 0)] ?? 'round',
  };
}

/** `overrideValues` are `id/id_property` names; before v102 a dictionary of ids, nested once per instance. */
function readOverrides(layer: JsonObject): Override[] {
  const overrides: Override[] = [];
  for (const entry of arrayOf(layer['overrideValues'])) {
    const { overrideName, value } = objectOf(entry);
    const name = stringOf(overrideName, '');
    const cut = name.lastIndexOf('_');
    if (cut > 0)
      overrides.push({ path: name.slice(0, cut).split('/'), property: name.slice(cut + 1), value });
  }
  const old = objectOf(layer['overrides']);
  readOldOverrides(objectOf(old['0'] ?? old), [], overrides);
  return overrides;
}

function readOldOverrides(dictionary: JsonObject, path: readonly string[], into: Override[]): void {
  if (path.length > MAX_DEPTH) return;
  for (const [id, value] of Object.entries(dictionary)) {
    if (id === 'symbolID') into.push({ path, property: 'symbolID', value });
    else if (typeof value === 'string') into.push({ path: [...path, id], property: 'stringValue', value });
    else if (stringOf(objectOf(value)['_class'], '') !== '')
      into.push({ path: [...path, id], property: 'image', value });
    else readOldOverrides(objectOf(value), [...path, id], into);
  }
}

function readRect(value: unknown): Rect {
  const rect = objectOf(value);
  return {
    x: numberOf(rect['x'], 0),
    y: numberOf(rect['y'], 0),
    width: numberOf(rect['width'], 0),
    height: numberOf(rect['height'], 0),
  };
}

function readExportFormat(value: unknown): ExportFormat {
  const format = objectOf(value);
  return {
    format: stringOf(format['fileFormat'], ''),
    name: stringOf(format['name'], ''),
    prefix: numberOf(format['namingScheme'], 0) !== 0,
  };
}
