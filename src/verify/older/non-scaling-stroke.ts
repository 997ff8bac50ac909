import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import { invert, stretch, type Matrix } from '../../geometry/matrix.ts';
import { escapeValue, insertAfter, insertBefore, setAttribute } from '../../parse/edit.ts';
import { elementsOf, type SvgDocument, type XmlElement } from '../../parse/tree.ts';
import {
  attribute,
  hasUses,
  inheritedValue,
  ownValue,
  plainNumber,
  sheetHas,
  styleWith,
  type OlderForm,
} from './form.ts';
import { matrixOf, placeIn, printMatrix, unitsPerPixel } from './matrices.ts';
import { movedData, outlineData, OUTLINE_ATTRIBUTES } from './outlines.ts';

/**
 * Where circles stay circles, a pen as much smaller as everything is drawn larger; elsewhere a second element whose
 * outline is written in the root's units, so that nothing scales it.
 */
export const nonScalingStroke: OlderForm = {
  feature: 'the vector effect non-scaling-stroke',
  fixtures: [],
  rewrite: (document) => {
    if (sheetHas(document, /vector-effect\s*:\s*non-scaling-stroke/)) return 'unknown';
    const edits: TextEdit[] = [];
    for (const element of elementsOf(document.root)) {
      if (!/non-scaling-stroke/.test(ownValue(element, 'vector-effect') ?? '')) continue;
      // It is not inherited, and without a stroke there is nothing to scale.
      if (/^(?:svg|g|a|use|switch|symbol|defs)$/.test(element.local)) continue;
      if ((inheritedValue(element, 'stroke') ?? 'none') === 'none' && !hasUses(document)) continue;
      const found = withScalingStroke(document, element);
      if (found === undefined) return 'unknown';
      edits.push(...found);
    }
    return edits;
  },
};

const MARKERS = ['marker', 'marker-start', 'marker-mid', 'marker-end'];
/** What an element does as a whole, which two in its place would each do. */
const WHOLE = ['opacity', 'clip-path', 'mask', 'filter', 'mix-blend-mode'];

function withScalingStroke(document: SvgDocument, element: XmlElement): TextEdit[] | undefined {
  const place = placeIn(element, document.root);
  const unit = unitsPerPixel(document.root);
  const isPlain = ownValue(element, 'vector-effect') === 'non-scaling-stroke';
  const isMarked = MARKERS.some((name) => (inheritedValue(element, name) ?? 'none') !== 'none');
  // A `<use>` draws it under another transform.
  if (place === undefined || unit === undefined || !isPlain || isMarked || hasUses(document))
    return undefined;
  const { major, minor } = stretch(place);
  if (!(minor > 0)) return undefined;
  if (major - minor <= 1e-9 * major) {
    const pen = penTimes(element, unit / major);
    return pen === undefined
      ? undefined
      : [setAttribute(element, 'style', styleWith(element, { ...pen, 'vector-effect': 'none' }))];
  }
  return besideFill(document, element, place, unit);
}

/** The lengths of an element's pen, each times `factor`; undefined for one that is no plain number. */
function penTimes(element: XmlElement, factor: number): Record<string, string> | undefined {
  const width = plainNumber(inheritedValue(element, 'stroke-width') ?? '1');
  const dashes = inheritedValue(element, 'stroke-dasharray') ?? 'none';
  const offset = plainNumber(inheritedValue(element, 'stroke-dashoffset') ?? '0');
  const lengths = dashes === 'none' ? [] : dashes.split(/[\s,]+/).map(plainNumber);
  if (width === undefined || offset === undefined || lengths.includes(undefined)) return undefined;
  return {
    'stroke-width': String(width * factor),
    'stroke-dasharray':
      dashes === 'none' ? 'none' : lengths.map((length) => Number(length) * factor).join(' '),
    'stroke-dashoffset': String(offset * factor),
  };
}

function besideFill(
  document: SvgDocument,
  element: XmlElement,
  place: Matrix,
  unit: number,
): TextEdit[] | undefined {
  const data = outlineData(element);
  const pen = penTimes(element, unit);
  const own = matrixOf(attribute(element, 'transform')?.value ?? '');
  const outer = element.parent === undefined ? undefined : placeIn(element.parent, document.root);
  const back = outer === undefined ? undefined : invert(outer);
  const isWhole = WHOLE.some((name) => !/^(?:none|1|normal)$/.test(ownValue(element, name) ?? 'none'));
  // A gradient lies in the units of its shape.
  const isLaidOut = inheritedValue(element, 'stroke')?.includes('url(') === true;
  if (data === undefined || pen === undefined || own === undefined || back === undefined) return undefined;
  if (isWhole || isLaidOut) return undefined;
  const kept = element.attributes
    .filter(({ name }) => !OUTLINE_ATTRIBUTES.has(name) && !/^(?:id|transform|style)$/.test(name))
    .map(({ span }) => document.text.slice(span.start, span.end));
  const style = escapeValue(styleWith(element, { ...pen, fill: 'none', 'vector-effect': 'none' }));
  const prefix = element.name.slice(0, element.name.length - element.local.length);
  const line = `<${prefix}path ${kept.join(' ')} style="${style}" transform="${printMatrix(back)}" d="${movedData(data, place)}"/>`;
  const isBeneath = inheritedValue(element, 'paint-order')?.startsWith('stroke') === true;
  return [
    setAttribute(element, 'style', styleWith(element, { stroke: 'none', 'vector-effect': 'none' })),
    isBeneath ? insertBefore(element, line) : insertAfter(element, line),
  ];
}
