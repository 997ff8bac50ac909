import AdmZip from 'adm-zip';
import { joinRegions } from '../../../src/node/sketch/join.ts';
import { readDocument, type SketchJson } from '../../../src/sketch/read.ts';
import { renderDocument, type RenderedExport } from '../../../src/sketch/render.ts';
import type { LayerJson } from './layers.ts';

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
