import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import { removeAttribute, replaceValue } from '../../parse/edit.ts';
import { elementsOf, type SvgDocument, type XmlElement } from '../../parse/tree.ts';
import { grow, type Bounds } from '../../geometry/bounds.ts';
import { fillBox } from './fill-box.ts';
import {
  attribute,
  declarationsOf,
  hasUses,
  inheritedValue,
  originWords,
  ownValue,
  plainNumber,
  printDeclarations,
  sheetHas,
  SHARES,
  type OlderForm,
} from './form.ts';

/** An origin in the box of a shape's fill is a point; shapes are measured here by themselves. */
export const transformBox: OlderForm = {
  feature: 'transform-box',
  fixtures: [],
  rewrite: (document) => {
    if (sheetHas(document, /transform-(?:box|origin)\s*:/)) {
      return sheetHas(document, /transform-box\s*:\s*(?:fill|content|stroke|border)-box/) ||
        elementsOf(document.root).some(isUsed)
        ? 'unknown'
        : [];
    }
    const edits: TextEdit[] = [];
    for (const element of elementsOf(document.root).filter(isUsed)) {
      const found = originInBox(document, element);
      if (found === undefined) return 'unknown';
      edits.push(...found);
    }
    return edits;
  },
};

const isUsed = (element: XmlElement): boolean =>
  /(?:fill|content|stroke|border)-box/.test(ownValue(element, 'transform-box') ?? '');

function originInBox(document: SvgDocument, element: XmlElement): TextEdit[] | undefined {
  const list = attribute(element, 'transform');
  if (list === undefined) return [];
  const isStroked = /(?:stroke|border)-box/.test(ownValue(element, 'transform-box') ?? '');
  const box = isStroked ? strokeBox(element, document) : fillBox(element);
  const words = originWords(ownValue(element, 'transform-origin') ?? '0 0');
  if (box === undefined || words === undefined) return undefined;
  const [along, down] = words;
  const [x, y] = [place(along, box.minX, box.maxX), place(down, box.minY, box.maxY)];
  if (x === undefined || y === undefined) return undefined;
  const written = element.attributes.filter(({ name }) => /^transform-(?:box|origin)$/.test(name));
  const style = attribute(element, 'style');
  const kept = declarationsOf(style?.value ?? '').filter(
    ({ property }) => !/^transform-(?:box|origin)$/.test(property),
  );
  return [
    replaceValue(list, `translate(${x} ${y}) ${list.value} translate(${-x} ${-y})`),
    ...written.map((one) => removeAttribute(document, one)),
    ...(style === undefined ? [] : [replaceValue(style, printDeclarations(kept))]),
  ];
}

/** The box of a shape with its stroke, where that is as far out on all sides; undefined for any other. */
function strokeBox(element: XmlElement, document: SvgDocument): Bounds | undefined {
  const is = (name: string, value: string): boolean => inheritedValue(element, name) === value;
  const box = fillBox(element);
  if (element.local === 'g' || hasUses(document) || box === undefined) return undefined;
  if (is('stroke', 'none') || inheritedValue(element, 'stroke') === undefined) return box;
  const width = plainNumber(inheritedValue(element, 'stroke-width') ?? '1');
  const isSmooth = /^(?:circle|ellipse)$/.test(element.local);
  // The corners of a rectangle reach no farther than its sides.
  const isEven =
    isSmooth || element.local === 'rect' || (is('stroke-linejoin', 'round') && is('stroke-linecap', 'round'));
  return width === undefined || !isEven ? undefined : grow(box, width / 2);
}

/** A word of an origin between the sides of a box. */
function place(word: string, from: number, to: number): number | undefined {
  const share = SHARES[word] ?? (/^[-+.\d]+%$/.test(word) ? Number.parseFloat(word) / 100 : undefined);
  const offset = share === undefined ? plainNumber(word) : share * (to - from);
  return offset === undefined ? undefined : from + offset;
}
