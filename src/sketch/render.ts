import type { Span } from '../diagnostics/span.ts';
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
  /** The layer that drew what lies at `span` of `svg`, or the export itself. */
  readonly locate: (span: Span) => readonly string[];
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
    const { name, where, icon, findings, layers } = drawExport(document, exportable, join);
    if (icon === undefined) return { name, where, findings, locate: () => where };
    const svg = printSvg(icon);
    const locate = (span: Span): readonly string[] => layers.get(idAt(svg, span) ?? '') ?? where;
    return { name, where, svg, findings, locate };
  });
  const count = exports.length;
  const findings = chosen === 'marked' ? [] : [finding('sketch-nothing-exportable', { count }, [])];
  return { exports, findings };
}

/** The id of the element on the line at `span`: an element is printed on a line of its own. */
function idAt(svg: string, { start }: Span): string | undefined {
  const from = svg.lastIndexOf('\n', start - 1) + 1;
  const to = svg.indexOf('\n', start);
  return / id="([^"]+)"/.exec(svg.slice(from, to === -1 ? undefined : to))?.[1];
}
