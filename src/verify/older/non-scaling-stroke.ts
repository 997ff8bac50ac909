import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import { invert, stretch, type Matrix } from '../../geometry/matrix.ts';
import { setAttribute } from '../../parse/edit.ts';
import { elementsOf, type SvgDocument, type XmlElement } from '../../parse/tree.ts';
import {
  hasUses,
  inheritedValue,
  ownValue,
  plainNumber,
  sheetHas,
  styleWith,
  type OlderForm,
} from './form.ts';
import { hasMarker } from './markers.ts';
import { placeIn, printMatrix, unitsPerPixel } from './matrices.ts';
import { contoursOf, outlineData, writtenData } from './outlines.ts';
import { strokeBeside } from './stroke-beside.ts';

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

function withScalingStroke(document: SvgDocument, element: XmlElement): TextEdit[] | undefined {
  const place = placeIn(element, document.root);
  const unit = unitsPerPixel(document.root);
  const isPlain = ownValue(element, 'vector-effect') === 'non-scaling-stroke';
  // A `<use>` draws it under another transform.
  if (place === undefined || unit === undefined || !isPlain || hasMarker(element) || hasUses(document))
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
  const outer = element.parent === undefined ? undefined : placeIn(element.parent, document.root);
  const back = outer === undefined ? undefined : invert(outer);
  if (data === undefined || pen === undefined || back === undefined) return undefined;
  return strokeBeside(document, element, {
    data: writtenData(contoursOf(data), place),
    style: { ...pen, 'vector-effect': 'none' },
    transform: printMatrix(back),
  });
}
