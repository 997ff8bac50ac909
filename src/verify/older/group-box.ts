import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import type { Bounds } from '../../geometry/bounds.ts';
import { scaling, multiply, translation, type Matrix } from '../../geometry/matrix.ts';
import { escapeValue, insertAfter, setAttribute } from '../../parse/edit.ts';
import { elementsOf, type SvgDocument, type XmlElement } from '../../parse/tree.ts';
import { fillBox } from './fill-box.ts';
import {
  attribute,
  byId,
  hasUses,
  ownValue,
  plainNumber,
  sheetHas,
  styleWith,
  type OlderForm,
} from './form.ts';
import { matrixOf, printMatrix } from './matrices.ts';

/**
 * The box of a group with turned shapes, which renderers take for that of the shapes' own boxes, turned. Clips and
 * masks that are laid out in it are written in user units.
 *
 * @see https://www.w3.org/TR/SVG2/coords.html#BoundingBoxes
 */
export const groupBox: OlderForm = {
  feature: 'the bounding box of a group with turned shapes',
  fixtures: [],
  rewrite: (document) => {
    const edits: TextEdit[] = [];
    let looked = 0;
    for (const group of elementsOf(document.root)) {
      if (group.local !== 'g' || !PLACED.some((property) => laidOut(document, group, property) !== undefined))
        continue;
      const inside = elementsOf(group);
      looked += inside.length;
      if (looked > MOST_LOOKED) return 'unknown';
      if (!inside.some((one) => one !== group && isTurned(one))) continue;
      const copies: Record<string, string> = {};
      for (const property of PLACED) {
        const target = laidOut(document, group, property);
        if (target === undefined) continue;
        const box = fillBox(group);
        const isElsewhere = hasUses(document) || sheetHas(document, /\b(?:transform|clip-path|mask)\b/);
        const copy = box === undefined || isElsewhere ? undefined : inUserUnits(document, target, box, group);
        if (copy === undefined) return 'unknown';
        edits.push(insertAfter(target, copy.text));
        copies[property] = `url(#${copy.id})`;
      }
      if (Object.keys(copies).length > 0) edits.push(setAttribute(group, 'style', styleWith(group, copies)));
    }
    return edits;
  },
};

const PLACED = ['clip-path', 'mask'] as const;

/** Elements of groups inside one another, once for each group; a box of them takes as many outlines. */
const MOST_LOOKED = 50_000;

/** The clip or mask of a group whose box decides where that lies. */
function laidOut(document: SvgDocument, group: XmlElement, property: string): XmlElement | undefined {
  const id = /^url\(\s*#([^)\s]+)\s*\)$/.exec(ownValue(group, property) ?? '')?.[1];
  const target = byId(document, id);
  return target !== undefined && isLaidOut(target) ? target : undefined;
}

const isTurned = (element: XmlElement): boolean => {
  const matrix = matrixOf(attribute(element, 'transform')?.value ?? '');
  return matrix === undefined || matrix.b !== 0 || matrix.c !== 0;
};

const units = (element: XmlElement, name: string): string | undefined =>
  attribute(element, name)?.value.trim();

/** Whether the box of what it is for decides where its content, or a mask's region, lies. */
function isLaidOut(element: XmlElement): boolean {
  if (element.local === 'clipPath') return units(element, 'clipPathUnits') === 'objectBoundingBox';
  return (
    element.local === 'mask' &&
    (units(element, 'maskUnits') !== 'userSpaceOnUse' ||
      units(element, 'maskContentUnits') === 'objectBoundingBox')
  );
}

interface Copy {
  readonly id: string;
  readonly text: string;
}

function inUserUnits(
  { text }: SvgDocument,
  target: XmlElement,
  box: Bounds,
  group: XmlElement,
): Copy | undefined {
  if (target.close === undefined || !(box.maxX > box.minX && box.maxY > box.minY)) return undefined;
  const frame = multiply(translation(box.minX, box.minY), scaling(box.maxX - box.minX, box.maxY - box.minY));
  const id = `${attribute(target, 'id')?.value}-of-${group.span.start}`;
  const own = target.local === 'clipPath' ? clipAttributes(target, frame) : maskAttributes(target, frame);
  if (own === undefined) return undefined;
  const kept = target.attributes
    .filter(({ name }) => name !== 'id' && !(name in own))
    .map(({ span }) => text.slice(span.start, span.end));
  const written = Object.entries({ id, ...own }).map(([name, value]) => `${name}="${escapeValue(value)}"`);
  const content = text.slice(target.open.end, target.close.start);
  const isScaled = units(target, 'maskContentUnits') === 'objectBoundingBox';
  const inside = isScaled ? `<g transform="${printMatrix(frame)}">${content}</g>` : content;
  return { id, text: `<${target.name} ${[...kept, ...written].join(' ')}>${inside}</${target.name}>` };
}

function clipAttributes(target: XmlElement, frame: Matrix): Record<string, string> | undefined {
  const own = matrixOf(attribute(target, 'transform')?.value ?? '');
  if (own === undefined) return undefined;
  return { clipPathUnits: 'userSpaceOnUse', transform: printMatrix(multiply(own, frame)) };
}

function maskAttributes(target: XmlElement, frame: Matrix): Record<string, string> | undefined {
  const usual = { maskUnits: 'userSpaceOnUse', maskContentUnits: 'userSpaceOnUse' };
  if (units(target, 'maskUnits') === 'userSpaceOnUse') return usual;
  const share = (name: string, initial: number): number => {
    const value = attribute(target, name)?.value.trim();
    if (value === undefined) return initial;
    return value.endsWith('%')
      ? (plainNumber(value.slice(0, -1)) ?? Number.NaN) / 100
      : (plainNumber(value) ?? Number.NaN);
  };
  const sides = {
    x: frame.e + frame.a * share('x', -0.1),
    y: frame.f + frame.d * share('y', -0.1),
    width: frame.a * share('width', 1.2),
    height: frame.d * share('height', 1.2),
  };
  if (Object.values(sides).some(Number.isNaN)) return undefined;
  return {
    ...usual,
    ...Object.fromEntries(Object.entries(sides).map(([name, side]) => [name, String(side)])),
  };
}
