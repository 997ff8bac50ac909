import type { Span } from '../../diagnostics/span.ts';
import {
  attributeOf,
  elementsOf,
  isSvg,
  spanWithin,
  SVG_NAMESPACE,
  type SvgDocument,
  type XmlAttribute,
  type XmlElement,
  type XmlText,
} from '../../parse/tree.ts';
import { WorkLimitError } from '../../geometry/budget.ts';
import type { Report } from '../report.ts';
import { isBeyondUs } from '../values/beyond.ts';
import { ATTRIBUTE_ALIASES, expandShorthand, isProperty, PROPERTIES } from './properties.ts';
import {
  compareSpecificity,
  judgeMedia,
  keysOf,
  newSheets,
  parseInline,
  parseSheet,
  type Place,
  type SheetDeclaration,
  type SheetRule,
  type Sheets,
} from './sheet.ts';

/** The declaration that won the cascade for a property of an element. */
export interface Declared {
  readonly text: string;
  readonly span: Span;
  /** True when it came from a style sheet or a `style` attribute, not from a presentation attribute. */
  readonly css: boolean;
}

/** By property, custom ones included. */
export type Declarations = ReadonlyMap<string, Declared>;

/** The style sheets of a document, and what they and the attributes declare for each of its elements. */
export class Cascade {
  /** By key; those without one under `undefined`. Each with its place among all, later over earlier. */
  readonly #rules: ReadonlyMap<string | undefined, readonly PlacedRule[]>;
  readonly #report: Report;
  readonly #known = new Map<XmlElement, Declarations>();
  #isTooComplex = false;

  constructor(document: SvgDocument, report: Report) {
    this.#report = report;
    const rules: SheetRule[] = [];
    const sheets = newSheets();
    for (const node of document.nodes)
      if (node.kind === 'instruction' && node.target === 'xml-stylesheet')
        report('external-style-sheet', { address: node.value }, node.span);
    for (const element of elementsOf(document.root))
      if (element.local === 'style')
        this.#within(element, () => {
          for (const rule of readStyleElement(element, report, sheets)) rules.push(rule);
        });
    // Sorting is stable: of equal specificity, the later rule wins by coming later.
    rules.sort((a, b) => a.layer - b.layer || compareSpecificity(a.specificity, b.specificity));
    this.#rules = byKey(rules);
  }

  /** Whether what the sheets declare is not known for all elements, which was reported. */
  get isTooComplex(): boolean {
    return this.#isTooComplex;
  }

  /** Does `work` until it is more than sheets may take. */
  #within(element: XmlElement, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof WorkLimitError)) throw error;
      if (!this.#isTooComplex) this.#report('css-too-complex', {}, element.open);
      this.#isTooComplex = true;
    }
  }

  declarationsOf(element: XmlElement): Declarations {
    let found = this.#known.get(element);
    if (found === undefined) {
      found = this.#cascade(element);
      this.#known.set(element, found);
    }
    return found;
  }

  #cascade(element: XmlElement): Declarations {
    const declared = this.#ofAttributes(element);
    const style = attributeOf(element, 'style');
    // Most icons have no style sheets.
    if (style === undefined && this.#rules.size === 0) return declared;
    return this.#withStyles(element, style, declared);
  }

  /** What the presentation attributes declare. */
  #ofAttributes(element: XmlElement): Map<string, Declared> {
    const declared = new Map<string, Declared>();
    for (const attribute of element.attributes) {
      if (attribute.namespace !== '') continue;
      const name = ATTRIBUTE_ALIASES[attribute.local] ?? attribute.local;
      const isPresentation = isProperty(name) && PROPERTIES[name].cssOnly !== true;
      const text = attribute.value.trim();
      if (!isPresentation || text === '') continue;
      if (this.#isValid(name, text, attribute.valueSpan))
        declared.set(name, { text, span: attribute.valueSpan, css: false });
    }
    return declared;
  }

  /** `declared` with what the sheets declare, and over that the `style` attribute. */
  #withStyles(
    element: XmlElement,
    style: XmlAttribute | undefined,
    declared: Map<string, Declared>,
  ): Declarations {
    const important = new Map<string, Declared>();
    // Of what is important, an earlier layer's counts.
    const layerOf = new Map<string, number>();
    const declare = (declarations: readonly SheetDeclaration[], layer = 0): void => {
      for (const { name, text, important: isImportant, span } of declarations) {
        const longhands: readonly (readonly [string, string])[] = name.startsWith('--')
          ? [[name, text]]
          : expandShorthand(name, text);
        for (const [longhand, value] of longhands) {
          const target = isImportant ? important : declared;
          if (isImportant && (layerOf.get(longhand) ?? layer) < layer) continue;
          if (this.#isValid(longhand, value, span)) {
            target.set(longhand, { text: value, span, css: true });
            if (isImportant) layerOf.set(longhand, layer);
          }
        }
      }
    };
    this.#within(element, () => {
      for (const { matches, declarations, layer } of this.#candidates(element))
        if (matches(element)) declare(declarations, layer);
    });
    if (style !== undefined) {
      const sheetImportant = new Map(important);
      important.clear();
      layerOf.clear();
      declare(parseInline(style.value, (start, end) => spanWithin(style, start, end), this.#report));
      for (const [name, value] of sheetImportant) if (!important.has(name)) important.set(name, value);
    }
    for (const [name, value] of important) declared.set(name, value);
    return declared;
  }

  /** The rules that may match, in the order in which they count. */
  #candidates(element: XmlElement): readonly SheetRule[] {
    const lists = [undefined, ...keysOf(element)].flatMap((key) => this.#rules.get(key) ?? []);
    if (lists.length > 1) lists.sort((a, b) => a.place - b.place);
    return lists.map(({ rule }) => rule);
  }

  #isValid(name: string, text: string, span: Span): boolean {
    if (!isProperty(name) || isWideKeyword(text) || /var\(/i.test(text)) return true;
    if (PROPERTIES[name].accepts(text)) return true;
    if (isBeyondUs(text)) this.#report('unsupported-css', { property: name, value: text }, span);
    else this.#report('invalid-value', { name, value: text }, span);
    return false;
  }
}

interface PlacedRule {
  readonly place: number;
  readonly rule: SheetRule;
}

function byKey(rules: readonly SheetRule[]): Map<string | undefined, PlacedRule[]> {
  const found = new Map<string | undefined, PlacedRule[]>();
  rules.forEach((rule, place) => {
    const list = found.get(rule.key);
    if (list === undefined) found.set(rule.key, [{ place, rule }]);
    else list.push({ place, rule });
  });
  return found;
}

export function isWideKeyword(text: string): boolean {
  return /^(?:inherit|initial|unset|revert|revert-layer)$/i.test(text);
}

/**
 * The rules of a `<style>` element; none when it is of another language.
 *
 * @throws {WorkLimitError} as `parseSheet`
 */
export function readStyleElement(
  element: XmlElement,
  report: Report,
  sheets: Sheets = newSheets(),
): SheetRule[] {
  if (!isSvg(element) && element.namespace !== SVG_NAMESPACE) return [];
  const type = attributeOf(element, 'type')?.value.trim().toLowerCase() ?? '';
  if (type !== '' && type !== 'text/css') return [];
  const media = attributeOf(element, 'media');
  const judgement = judgeMedia(media?.value ?? '');
  if (media !== undefined && judgement === 'refused')
    report('unsupported-css', { property: 'media', value: media.value }, media.valueSpan);
  if (judgement !== 'applied') return [];
  const texts = element.children.filter((child): child is XmlText => child.kind === 'text');
  const css = texts.map(({ value }) => value).join('');
  const place: Place = (start, end) => {
    let base = 0;
    for (const text of texts) {
      if (start <= base + text.value.length) return spanWithin(text, start - base, end - base);
      base += text.value.length;
    }
    return element.open;
  };
  return parseSheet(css, place, report, sheets);
}
