import type { SvgDocument, XmlElement } from '../../parse/tree.ts';
import { pixelsOf } from './calculation.ts';
import { attribute, inheritedValue, plainNumber, viewBoxOf, type OlderForm } from './form.ts';
import { isOutermost } from './transforms.ts';
import { changeValues } from './values.ts';

/** By what a percentage of it is of. */
const ACROSS = ['x', 'width', 'cx', 'rx', 'x1', 'x2', 'fx', 'refX', 'markerWidth'];
const DOWN = ['y', 'height', 'cy', 'ry', 'y1', 'y2', 'fy', 'refY', 'markerHeight'];
const ALONG = ['r', 'stroke-width', 'stroke-dashoffset', 'stroke-dasharray'];
const SHARES = ['opacity', 'fill-opacity', 'stroke-opacity', 'stop-opacity', 'stroke-miterlimit'];
const NAMES = new Set([...ACROSS, ...DOWN, ...ALONG, ...SHARES]);

/** What SVG 1.1 lacks, and what the renderer takes another font size for. */
const NEWER = /\b(?:calc|min|max|clamp)\(|[\d.](?:q|em|ex|ch)\b/i;

const ABSOLUTE: Readonly<Record<string, number>> = {
  px: 1,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  pt: 96 / 72,
  pc: 16,
};

/** Sums, and units of fonts, in user units. */
export const lengths: OlderForm = {
  feature: 'calculated lengths',
  fixtures: [],
  rewrite: (document) => {
    let isUnknown = false;
    const edits = changeValues(document, NAMES, (property, value, element) => {
      if (!NEWER.test(value)) return undefined;
      const parts = property === 'stroke-dasharray' && !value.includes('(') ? value.split(/[\s,]+/) : [value];
      const size = (unit: string): number | undefined => unitSize(unit, property, element, document);
      const numbers = parts.map((part) => pixelsOf(part, size));
      if (numbers.includes(undefined)) isUnknown = true;
      // A sum that comes out below what is allowed counts as the least that is.
      const isSize = /^(?:width|height|r[xy]?|stroke-width)$/.test(property) && value.includes('(');
      return numbers.map((number) => String(isSize ? Math.max(0, number ?? 0) : number)).join(' ');
    });
    return isUnknown ? 'unknown' : edits;
  },
};

/** What a unit of a property's value is in user units; undefined where a font or a window decides. */
export function unitSize(
  unit: string,
  property: string,
  element: XmlElement,
  document: SvgDocument,
): number | undefined {
  const { root } = document;
  const absolute = ABSOLUTE[unit];
  if (absolute !== undefined) return SHARES.includes(property) ? undefined : absolute;
  const view = viewBoxOf(root);
  const width = plainNumber(attribute(root, 'width')?.value) ?? view?.[2];
  const height = plainNumber(attribute(root, 'height')?.value) ?? view?.[3];
  switch (unit) {
    case '%':
      if (SHARES.includes(property)) return 0.01;
      return isOutermost(element, root)
        ? share(property, view?.[2] ?? width, view?.[3] ?? height)
        : undefined;
    case 'em':
      return fontSize(inheritedValue(element, 'font-size') ?? '16px');
    case 'ex':
    case 'ch':
      return (fontSize(inheritedValue(element, 'font-size') ?? '16px') ?? Number.NaN) / 2;
    default:
      // Those of the window and the root are another length in every program.
      return undefined;
  }
}

function share(property: string, width: number | undefined, height: number | undefined): number | undefined {
  if (width === undefined || height === undefined) return undefined;
  if (ACROSS.includes(property)) return width / 100;
  return DOWN.includes(property) ? height / 100 : Math.hypot(width, height) / Math.SQRT2 / 100;
}

/** Only what no other font decides. */
const fontSize = (value: string): number | undefined => pixelsOf(value, (unit) => ABSOLUTE[unit]);
