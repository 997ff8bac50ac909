import type { Span } from '../../diagnostics/span.ts';
import type { Color } from '../../ir.ts';
import type { XmlElement } from '../../parse/tree.ts';
import { parseColor } from '../color/parse.ts';
import { parseLength, toPixels, type LengthBase } from '../values/length.ts';
import { parseShare } from '../values/number.ts';
import type { Cascade, Declarations, Declared } from './cascade.ts';
import { isWideKeyword } from './cascade.ts';
import { PROPERTIES, type Property } from './properties.ts';
import { substituteVariables } from './variables.ts';

/** A property's value after inheritance. */
export interface StyleValue {
  readonly text: string;
  /** Where it was declared; the element's open tag for an initial value. */
  readonly span: Span;
  /** The style of the element that declared it, against whose font em is measured. */
  readonly owner: Style;
  readonly css: boolean;
}

/** What every style of a document shares. */
export interface StyleEnvironment {
  readonly cascade: Cascade;
  /** What `currentColor` means where the document does not say. */
  readonly currentColor: Color;
}

const DEFAULT_FONT_SIZE = 16;

/** The computed style of an element as it stands under one parent: under `<use>`, an element has several. */
export class Style {
  readonly element: XmlElement;
  readonly parent: Style | undefined;
  readonly #environment: StyleEnvironment;
  readonly #declarations: Declarations;
  readonly #values = new Map<Property, StyleValue>();
  #fontSize: number | undefined;

  constructor(element: XmlElement, parent: Style | undefined, environment: StyleEnvironment) {
    this.element = element;
    this.parent = parent;
    this.#environment = environment;
    this.#declarations = environment.cascade.declarationsOf(element);
  }

  /** The style of an element that inherits from this one. */
  child(element: XmlElement): Style {
    return new Style(element, this, this.#environment);
  }

  value(property: Property): StyleValue {
    let value = this.#values.get(property);
    if (value === undefined) {
      value = this.#compute(property);
      this.#values.set(property, value);
    }
    return value;
  }

  /** The value's text in lower case, for properties that take keywords. */
  keyword(property: Property): string {
    return this.value(property).text.toLowerCase();
  }

  /** What the element itself declares, before inheritance; undefined for nothing, `inherit` resolved. */
  declared(property: Property): StyleValue | undefined {
    return this.#declarations.has(property) ? this.value(property) : undefined;
  }

  /** Whether the element itself declares one of `properties` or more. */
  declaresAny(properties: ReadonlySet<string>): boolean {
    for (const name of this.#declarations.keys()) if (properties.has(name)) return true;
    return false;
  }

  share(property: Property): number {
    return parseShare(this.value(property).text) ?? 1;
  }

  /** The value of `color`. */
  color(): Color {
    const { text, owner } = this.value('color');
    if (!owner.#declarations.has('color')) return this.#environment.currentColor;
    return parseColor(text) ?? owner.parent?.color() ?? this.#environment.currentColor;
  }

  /** In pixels. */
  get fontSize(): number {
    this.#fontSize ??= this.#computeFontSize();
    return this.#fontSize;
  }

  get rootFontSize(): number {
    return this.parent === undefined ? this.fontSize : this.parent.rootFontSize;
  }

  #compute(property: Property): StyleValue {
    const spec = PROPERTIES[property];
    const declared = this.#declarations.get(property);
    const initial = (): StyleValue => ({
      text: spec.initial,
      span: declared?.span ?? this.element.open,
      owner: this,
      css: declared?.css ?? false,
    });
    const inherit = (): StyleValue => this.parent?.value(property) ?? initial();
    const fallBack = (): StyleValue => (spec.inherited ? inherit() : initial());
    if (declared === undefined) return fallBack();
    const text = this.#substitute(property, declared);
    if (text === undefined) return fallBack();
    if (!isWideKeyword(text)) return { text, span: declared.span, owner: this, css: declared.css };
    if (/^inherit$/i.test(text)) return inherit();
    return /^initial$/i.test(text) ? initial() : fallBack();
  }

  /** Undefined when a variable leaves the value invalid: the property then counts as unset. */
  #substitute(property: Property, { text }: Declared): string | undefined {
    if (!/var\(/i.test(text)) return text;
    const value = substituteVariables(text, (name) => this.#variable(name));
    if (value === undefined || isWideKeyword(value)) return value;
    return PROPERTIES[property].accepts(value) ? value : undefined;
  }

  #variable(name: string): string | undefined {
    const own = this.#declarations.get(name);
    if (own !== undefined && !isWideKeyword(own.text)) return own.text;
    return this.parent === undefined ? undefined : this.parent.#variable(name);
  }

  #computeFontSize(): number {
    const { text, owner } = this.value('font-size');
    if (owner !== this) return owner.fontSize;
    const outer = this.parent?.fontSize ?? DEFAULT_FONT_SIZE;
    const keyword = FONT_SIZES[text.toLowerCase()];
    if (keyword !== undefined) return keyword;
    if (/^larger$/i.test(text)) return outer * 1.2;
    if (/^smaller$/i.test(text)) return outer / 1.2;
    const length = parseLength(text);
    if (length === undefined || length.value < 0) return outer;
    const rootFontSize = this.parent?.rootFontSize ?? DEFAULT_FONT_SIZE;
    const base: LengthBase = { fontSize: outer, rootFontSize, root: { width: 0, height: 0 }, whole: outer };
    return toPixels(length, base);
  }
}

const FONT_SIZES: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: DEFAULT_FONT_SIZE,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
};
