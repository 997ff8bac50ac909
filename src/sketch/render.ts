import { printSvg } from '../emit/svg.ts';
import type { JoinRegions } from './boolean.ts';
import { drawExport, exportables } from './export.ts';
import { finding, type Finding } from './finding.ts';
import type { SketchDocument } from './model.ts';

/** One exportable layer as an SVG, ready for the pipeline. */
export interface RenderedExport {
  /** What Sketch would call the file, without an extension; a slash makes a folder. */
  readonly name: string;
  /** Page, artboard, groups, layer. */
  readonly where: readonly string[];
  /** Absent when there is nothing to see. What a finding refuses is left out of it. */
  readonly svg?: string;
  readonly findings: readonly Finding[];
}

export interface RenderedDocument {
  readonly exports: readonly RenderedExport[];
  /** About the document as a whole. */
  readonly findings: readonly Finding[];
}

/** Every exportable layer of `document` as SVG text, in the document's order. */
export function renderDocument(document: SketchDocument, join: JoinRegions): RenderedDocument {
  const { found, chosen } = exportables(document);
  const exports = found.map((exportable): RenderedExport => {
    const { name, where, icon, findings } = drawExport(document, exportable, join);
    return { name, where, findings, ...(icon === undefined ? {} : { svg: printSvg(icon) }) };
  });
  const count = exports.length;
  const findings = chosen === 'marked' ? [] : [finding('sketch-nothing-exportable', { count }, [])];
  return { exports, findings };
}
