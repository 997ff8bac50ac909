import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import {
  elementsOf,
  textOf,
  type SvgDocument,
  type XmlAttribute,
  type XmlElement,
} from '../../parse/tree.ts';

/**
 * A feature that @resvg/resvg-js 2.6 does not know or draws as SVG 1.1 said, and how to write the same in older terms.
 *
 * It works on the source's text and knows nothing of how windproof reads a style or a transform, so that what proves an
 * output is independent of what made it.
 */
export interface OlderForm {
  /** As a reader of SVG calls it. */
  readonly feature: string;
  /** Reference fixtures in the suite of resvg that the renderer draws otherwise, below `tests/`, without `.svg`. */
  readonly fixtures: readonly string[];
  /** What turns the source into the older form; empty where the feature is absent, `unknown` where no form is known. */
  readonly rewrite: (document: SvgDocument) => readonly TextEdit[] | 'unknown';
}

export interface Declaration {
  readonly property: string;
  readonly value: string;
}

const IMPORTANT = '!important';

/** The value of a `style` attribute as declarations, in order. */
export function declarationsOf(style: string): Declaration[] {
  return style.split(';').flatMap((text) => {
    const colon = text.indexOf(':');
    if (colon < 0) return [];
    const said = text.slice(colon + 1).trim();
    const value = said.endsWith(IMPORTANT) ? said.slice(0, -IMPORTANT.length) : said;
    const property = text.slice(0, colon).trim();
    return [{ property: property.startsWith('--') ? property : property.toLowerCase(), value: value.trim() }];
  });
}

export const printDeclarations = (declarations: readonly Declaration[]): string =>
  declarations.map(({ property, value }) => `${property}:${value}`).join(';');

/** The declarations of an element's `style` with others in the place of some, which win over its attributes. */
export function styleWith(element: XmlElement, values: Readonly<Record<string, string>>): string {
  const kept = declarationsOf(attribute(element, 'style')?.value ?? '').filter(
    ({ property }) => !(property in values),
  );
  const added = Object.entries(values).map(([property, value]) => ({ property, value }));
  return printDeclarations([...kept, ...added]);
}

export function attribute(element: XmlElement, name: string): XmlAttribute | undefined {
  return element.attributes.find((one) => one.name === name);
}

/** What the element itself says of a property: its style before its attribute. */
export function ownValue(element: XmlElement, property: string): string | undefined {
  return styleOf(element).get(property) ?? attribute(element, property)?.value.trim();
}

const STYLES = new WeakMap<XmlElement, ReadonlyMap<string, string>>();

/** The declarations of an element's `style`, of which the last counts. All that is inside the element may ask for them. */
function styleOf(element: XmlElement): ReadonlyMap<string, string> {
  const known = STYLES.get(element);
  if (known !== undefined) return known;
  const style = new Map<string, string>();
  for (const { property, value } of declarationsOf(attribute(element, 'style')?.value ?? ''))
    style.set(property, value);
  STYLES.set(element, style);
  return style;
}

/** What a property is where the element stands in the text; what a `<use>` would add is not asked. */
export function inheritedValue(element: XmlElement | undefined, property: string): string | undefined {
  if (element === undefined) return undefined;
  const own = ownValue(element, property);
  return own === undefined || own === 'inherit' ? inheritedValue(element.parent, property) : own;
}

/** What is asked of a document for each of its elements. */
interface Index {
  /** The first element with each id. */
  readonly byId: ReadonlyMap<string, XmlElement>;
  readonly hasUses: boolean;
  readonly sheets: readonly string[];
}

const INDEXES = new WeakMap<XmlElement, Index>();

function indexOf({ root }: SvgDocument): Index {
  const known = INDEXES.get(root);
  if (known !== undefined) return known;
  const elements = elementsOf(root);
  const byId = new Map<string, XmlElement>();
  for (const element of elements) {
    const id = attribute(element, 'id')?.value;
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
  }
  const index: Index = {
    byId,
    hasUses: elements.some(({ local }) => local === 'use'),
    sheets: elements.filter(({ local }) => local === 'style').map(textOf),
  };
  INDEXES.set(root, index);
  return index;
}

/** The first element with an id. */
export const byId = (document: SvgDocument, id: string | undefined): XmlElement | undefined =>
  id === undefined ? undefined : indexOf(document).byId.get(id);

/** Whether the document draws anything in another place than it stands, where it inherits from elsewhere. */
export const hasUses = (document: SvgDocument): boolean => indexOf(document).hasUses;

/** Whether a style sheet of the document matches `pattern`. */
export const sheetHas = (document: SvgDocument, pattern: RegExp): boolean =>
  indexOf(document).sheets.some((css) => pattern.test(css));

/** A plain number, or undefined for anything else. */
export function plainNumber(value: string | undefined): number | undefined {
  if (value === undefined || !/^\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:px)?\s*$/.test(value)) return undefined;
  return Number.parseFloat(value);
}

/** The four numbers of a `viewBox`. */
export function viewBoxOf(element: XmlElement): readonly [number, number, number, number] | undefined {
  const numbers = (attribute(element, 'viewBox')?.value ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [x, y, width, height] = numbers;
  if (numbers.length !== 4 || numbers.some(Number.isNaN)) return undefined;
  return [x as number, y as number, width as number, height as number];
}

/** Where the words of a `transform-origin` are in a box, as shares of it. */
export const SHARES: Readonly<Record<string, number>> = { left: 0, top: 0, center: 0.5, right: 1, bottom: 1 };

/** The words of a `transform-origin` along x and y; undefined for one in depth. */
export function originWords(value: string): readonly [along: string, down: string] | undefined {
  const words = value.toLowerCase().split(/[\s,]+/);
  const [first = '', second = 'center'] = words;
  if (words.length > 2) return undefined;
  const isSwapped = /^(?:top|bottom)$/.test(first) || /^(?:left|right)$/.test(second);
  return isSwapped ? [second, first] : [first, second];
}
