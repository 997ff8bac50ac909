import type { Span } from '../../diagnostics/span.ts';
import {
  attributeOf,
  elementsOf,
  isSvg,
  spanWithin,
  SVG_NAMESPACE,
  type SvgDocument,
  type XmlElement,
  type XmlText,
} from '../../parse/tree.ts';
import type { Report } from '../report.ts';
import { isBeyondUs } from '../values/beyond.ts';
import { ATTRIBUTE_ALIASES, expandShorthand, isProperty, PROPERTIES } from './properties.ts';
import {
  compareSpecificity,
  judgeMedia,
  parseInline,
  parseSheet,
  type Place,
  type SheetDeclaration,
  type SheetRule,
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
  readonly #rules: readonly SheetRule[];
  readonly #report: Report;
  readonly #known = new Map<XmlElement, Declarations>();

  constructor(document: SvgDocument, report: Report) {
    this.#report = report;
    const rules: SheetRule[] = [];
    const layers: string[] = [];
    for (const node of document.nodes)
      if (node.kind === 'instruction' && node.target === 'xml-stylesheet')
        report('external-style-sheet', { address: node.value }, node.span);
    for (const element of elementsOf(document.root))
      if (element.local === 'style') rules.push(...readStyleElement(element, report, layers));
    // Sorting is stable: of equal specificity, the later rule wins by coming later.
    rules.sort((a, b) => a.layer - b.layer || compareSpecificity(a.specificity, b.specificity));
    this.#rules = rules;
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
    const declared = new Map<string, Declared>();
    const important = new Map<string, Declared>();
    for (const attribute of element.attributes) {
      if (attribute.namespace !== '') continue;
      const name = ATTRIBUTE_ALIASES[attribute.local] ?? attribute.local;
      const isPresentation = isProperty(name) && PROPERTIES[name].cssOnly !== true;
      const text = attribute.value.trim();
      if (!isPresentation || text === '') continue;
      if (this.#isValid(name, text, attribute.valueSpan))
        declared.set(name, { text, span: attribute.valueSpan, css: false });
    }
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
    const classes = new Set(element.attributes.find(({ name }) => name === 'class')?.value.split(/\s+/));
    for (const { className, matches, declarations, layer } of this.#rules)
      if ((className === undefined || classes.has(className)) && matches(element))
        declare(declarations, layer);
    const style = attributeOf(element, 'style');
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

  #isValid(name: string, text: string, span: Span): boolean {
    if (!isProperty(name) || isWideKeyword(text) || /var\(/i.test(text)) return true;
    if (PROPERTIES[name].accepts(text)) return true;
    if (isBeyondUs(text)) this.#report('unsupported-css', { property: name, value: text }, span);
    else this.#report('invalid-value', { name, value: text }, span);
    return false;
  }
}

export function isWideKeyword(text: string): boolean {
  return /^(?:inherit|initial|unset|revert|revert-layer)$/i.test(text);
}

/** The rules of a `<style>` element; none when it is of another language. */
export function readStyleElement(element: XmlElement, report: Report, layers: string[] = []): SheetRule[] {
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
  return parseSheet(css, place, report, layers);
}
