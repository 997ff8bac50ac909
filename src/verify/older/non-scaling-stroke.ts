import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import { invert, stretch, type Matrix } from '../../geometry/matrix.ts';
import { applyEdits, setAttribute } from '../../parse/edit.ts';
import { elementsOf, type SvgDocument, type XmlElement } from '../../parse/tree.ts';
import { inheritedValue, ownValue, plainNumber, sheetHas, styleWith, type OlderForm } from './form.ts';
import { copyWithoutIds, isInPlace, isInside, targetOf, withoutUses } from './inline-uses.ts';
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
    if (!hasNonScaling(document.root)) return [];
    // A `<use>` draws it under another transform.
    const inlined = withoutUses(document, mayHaveNonScaling, (within, target) =>
      copyWithoutIds(within, target),
    );
    if (inlined === undefined) return 'unknown';
    const edits: TextEdit[] = [];
    for (const element of elementsOf(inlined.root)) {
      const isElsewhere = isInside(element, /^(?:mask|marker|pattern)$/);
      // What waits for a reference was copied to where it is drawn; in a clip there are no strokes.
      if (!isElsewhere && !isInPlace(element)) continue;
      if (isElsewhere && element.local === 'use') {
        const target = targetOf(inlined, element);
        if (target !== undefined && mayHaveNonScaling(target)) return 'unknown';
      }
      if (!isNonScaling(element) || (inheritedValue(element, 'stroke') ?? 'none') === 'none') continue;
      const found = withScalingStroke(inlined, element);
      if (found === undefined) return 'unknown';
      edits.push(...found);
    }
    if (inlined === document) return edits;
    return [{ span: { start: 0, end: document.text.length }, text: applyEdits(inlined.text, edits) }];
  },
};

/** It is not inherited. */
const isNonScaling = (element: XmlElement): boolean =>
  /non-scaling-stroke/.test(ownValue(element, 'vector-effect') ?? '') &&
  !/^(?:svg|g|a|use|switch|symbol|defs)$/.test(element.local);

const hasNonScaling = (root: XmlElement): boolean => elementsOf(root).some(isNonScaling);

/** Itself, or by a reference in it. */
const mayHaveNonScaling = (target: XmlElement): boolean =>
  elementsOf(target).some((element) => element.local === 'use' || isNonScaling(element));

function withScalingStroke(document: SvgDocument, element: XmlElement): TextEdit[] | undefined {
  const place = placeIn(element, document.root);
  const unit = unitsPerPixel(document.root);
  const isPlain = ownValue(element, 'vector-effect') === 'non-scaling-stroke';
  if (place === undefined || unit === undefined || !isPlain || hasMarker(element)) return undefined;
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
