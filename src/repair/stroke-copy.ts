import type { TextEdit } from '../diagnostics/diagnostic.ts';
import { escapeValue } from '../parse/edit.ts';
import type { SvgDocument, XmlElement } from '../parse/tree.ts';
import type { Style } from '../resolve/style/style.ts';

/** Whether reversed subpaths would show in the stroke or the markers of a shape with this style. */
export function showsDirection(style: Style): boolean {
  if (hasMarkers(style)) return true;
  return hasStroke(style) && style.keyword('stroke-dasharray') !== 'none';
}

/** Whether cut and relinked subpaths would: every stroke has its joins and ends where the subpaths have theirs. */
export function showsJoins(style: Style): boolean {
  return hasStroke(style) || hasMarkers(style);
}

function hasStroke(style: Style): boolean {
  return style.keyword('stroke') !== 'none';
}

function hasMarkers(style: Style): boolean {
  return MARKERS.some((property) => style.keyword(property) !== 'none');
}

const MARKERS = ['marker-start', 'marker-mid', 'marker-end'] as const;
const FILL_ALONE = 'stroke:none';
/** Longhands, which renderers know that do not know the shorthand. */
const NO_MARKERS = MARKERS.map((property) => `;${property}:none`).join('');
const STROKE_ALONE = 'fill:none';

/**
 * Edits that make of a shape a group of two: the repaired fill, and the stroke on the path as it was.
 *
 * The group keeps the element's attributes, all but the geometry, so its id, transform and opacity hold for both.
 * `geometry` are the attributes that say the old path; they move, as written, to the stroke. `styles` are those the
 * shape is drawn in.
 */
export function splitFillAndStroke(
  document: SvgDocument,
  element: XmlElement,
  data: string,
  geometry: readonly string[],
  styles: readonly Style[],
): TextEdit[] {
  const moved = element.attributes.filter(({ name }) => geometry.includes(name));
  const written = moved.map(({ span }) => document.text.slice(span.start, span.end)).join(' ');
  const prefix = element.name.slice(0, element.name.length - element.local.length);
  const fill = `<${prefix}path d="${escapeValue(data)}" style="${FILL_ALONE}${styles.some(hasMarkers) ? NO_MARKERS : ''}"/>`;
  const stroke = `<${element.name} ${written} style="${STROKE_ALONE}"/>`;
  const strokeFirst = styles[0]?.keyword('paint-order').startsWith('stroke') === true;
  const parts = strokeFirst ? stroke + fill : fill + stroke;
  const nameStart = element.open.start + '<'.length;
  const edits: TextEdit[] = [
    { span: { start: nameStart, end: nameStart + element.name.length }, text: `${prefix}g` },
  ];
  for (const { span } of moved) {
    let { start } = span;
    while (/\s/.test(document.text[start - 1] ?? '')) start -= 1;
    edits.push({ span: { start, end: span.end }, text: '' });
  }
  if (element.close === undefined) {
    const slash = document.text.lastIndexOf('/', element.open.end - 1);
    edits.push({ span: { start: slash, end: element.open.end }, text: `>${parts}</${prefix}g>` });
  } else {
    const { start } = element.close;
    edits.push({ span: { start, end: start }, text: parts });
    const closeName = start + '</'.length;
    edits.push({ span: { start: closeName, end: closeName + element.name.length }, text: `${prefix}g` });
  }
  return edits;
}
