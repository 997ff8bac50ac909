import type { TextEdit } from '../diagnostics/diagnostic.ts';
import { escapeValue } from '../parse/edit.ts';
import type { SvgDocument, XmlElement } from '../parse/tree.ts';
import type { Site } from './sites.ts';
import { splitFillAndStroke } from './stroke-copy.ts';
import { replacePathData } from './value-edits.ts';

/** What a shape's stroke needs besides the outline itself; they do not inherit, or belong to the old outline. */
const STROKE_ATTRIBUTES = ['pathLength', 'vector-effect'];

/** Edits that give a shape its repaired outline; none where it has it. */
export function replaceOutlines(
  document: SvgDocument,
  { element, outline, repair, copiesStroke, instances }: Site,
): { readonly edits: TextEdit[]; readonly copiesStroke: boolean } {
  if (outline.kind !== 'data' && outline.kind !== 'points') return { edits: [], copiesStroke: false };
  if (repair.method !== 'reversed' && repair.method !== 'split') return { edits: [], copiesStroke: false };
  if (copiesStroke) {
    const geometry = [outline.attribute.name, ...STROKE_ATTRIBUTES];
    const styles = instances.map(({ style }) => style);
    return {
      edits: splitFillAndStroke(document, element, repair.data, geometry, styles),
      copiesStroke: true,
    };
  }
  const edits =
    outline.kind === 'data'
      ? replacePathData(document, outline.attribute, repair.data)
      : toPath(element, outline.attribute.span, repair.data);
  return { edits, copiesStroke: false };
}

/** A polygon whose outline takes several subpaths is a path. */
function toPath(element: XmlElement, points: { start: number; end: number }, data: string): TextEdit[] {
  const name = `${element.name.slice(0, element.name.length - element.local.length)}path`;
  const rename = (start: number): TextEdit => ({
    span: { start, end: start + element.name.length },
    text: name,
  });
  return [
    rename(element.open.start + '<'.length),
    { span: points, text: `d="${escapeValue(data)}"` },
    ...(element.close === undefined ? [] : [rename(element.close.start + '</'.length)]),
  ];
}
