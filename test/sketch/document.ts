import AdmZip from 'adm-zip';
import { joinRegions } from '../../src/node/sketch/join.ts';
import { readDocument, type SketchJson } from '../../src/sketch/read.ts';
import { renderDocument, type RenderedExport } from '../../src/sketch/render.ts';

/** A layer's JSON, as Sketch writes it but for what is left at its default. */
export type LayerJson = Record<string, unknown> & { _class: string };

type Frame = readonly [x: number, y: number, width: number, height: number];

let ids = 0;

export function layer(className: string, frame: Frame, more: Record<string, unknown> = {}): LayerJson {
  const [x, y, width, height] = frame;
  ids += 1;
  return {
    _class: className,
    do_objectID: `layer-${ids}`,
    name: className,
    isVisible: true,
    rotation: 0,
    isFlippedHorizontal: false,
    isFlippedVertical: false,
    booleanOperation: -1,
    frame: { _class: 'rect', x, y, width, height },
    ...more,
  };
}

export const SVG_EXPORT = {
  exportFormats: [{ _class: 'exportFormat', fileFormat: 'svg', name: '', scale: 1 }],
};

export function artboard(width: number, height: number, layers: LayerJson[], more = {}): LayerJson {
  return layer('artboard', [7, 11, width, height], {
    name: 'icon',
    exportOptions: SVG_EXPORT,
    layers,
    ...more,
  });
}

type PointJson = [x: number, y: number, more?: Record<string, unknown>];

/** A path through `points`, in parts of the frame. */
export function path(frame: Frame, points: PointJson[], more: Record<string, unknown> = {}): LayerJson {
  return layer('shapePath', frame, {
    isClosed: true,
    pointRadiusBehaviour: 1,
    points: points.map(([x, y, extra]) => ({
      _class: 'curvePoint',
      point: `{${x}, ${y}}`,
      curveFrom: `{${x}, ${y}}`,
      curveTo: `{${x}, ${y}}`,
      hasCurveFrom: false,
      hasCurveTo: false,
      cornerRadius: 0,
      curveMode: 1,
      ...extra,
    })),
    ...more,
  });
}

export function rectangle(frame: Frame, more: Record<string, unknown> = {}, radius = 0): LayerJson {
  const corner = { cornerRadius: radius };
  const corners: PointJson[] = [
    [0, 0, corner],
    [1, 0, corner],
    [1, 1, corner],
    [0, 1, corner],
  ];
  return { ...path(frame, corners, more), _class: 'rectangle' };
}

export function color(red: number, green: number, blue: number, alpha = 1) {
  return { _class: 'color', red, green, blue, alpha };
}

export function fill(paint = color(0, 0, 0)) {
  return { _class: 'fill', isEnabled: true, fillType: 0, color: paint };
}

/** The style of a shape filled black by `windingRule`: 0 nonzero, 1 even-odd. */
export function filled(windingRule = 1, more: Record<string, unknown> = {}) {
  return { style: { _class: 'style', fills: [fill()], windingRule, ...more } };
}

export function documentOf(layers: LayerJson[], document: Record<string, unknown> = {}): SketchJson {
  const page = { _class: 'page', do_objectID: 'page-1', name: 'Page', layers };
  return {
    meta: { version: 146 },
    document: { _class: 'document', pages: [{ _ref: 'pages/page-1' }], ...document },
    pages: [{ file: 'pages/page-1.json', json: page }],
  };
}

/** The bytes of a .sketch file of `json`, with a preview that nobody may touch. */
export function sketchFile(json: SketchJson): Uint8Array {
  const zip = new AdmZip(undefined, { noSort: true });
  zip.addFile('meta.json', Buffer.from(JSON.stringify(json.meta)));
  for (const page of json.pages) zip.addFile(page.file, Buffer.from(JSON.stringify(page.json)));
  zip.addFile('document.json', Buffer.from(JSON.stringify(json.document)));
  zip.addFile('previews/preview.png', Buffer.from([0x89, 0x50, 0x4e, 0x47]));
  return zip.toBuffer();
}

/** The one export of `json`. */
export function renderOne(json: SketchJson): RenderedExport {
  const { exports } = renderDocument(readDocument(json), joinRegions);
  const [only] = exports;
  if (only === undefined || exports.length > 1) throw new Error(`${exports.length} exports`);
  return only;
}
