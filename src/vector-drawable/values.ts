import { diagnostic, type Code, type Diagnostic, type MessageArgs } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/span.ts';
import type { XmlElement } from '../parse/tree.ts';
import { androidAttribute, isReference, parseDimension, parseFloatValue } from './attributes.ts';

/** Attributes read as numbers and dimensions; it keeps what is said of those that are none, and of all else that is read. */
export class Values {
  readonly diagnostics: Diagnostic[] = [];

  report<C extends Code>(code: C, args: MessageArgs<C>, span: Span): void {
    this.diagnostics.push(diagnostic(code, args, span));
  }

  number(element: XmlElement, name: string, usual: number): number {
    const attribute = androidAttribute(element, name);
    if (attribute === undefined) return usual;
    const value = parseFloatValue(attribute.value);
    if (value !== undefined) return value;
    this.#refuseValue(name, attribute.value, attribute.valueSpan);
    return usual;
  }

  dimension(element: XmlElement, name: string): number {
    const attribute = androidAttribute(element, name);
    if (attribute === undefined) return 0;
    const value = parseDimension(attribute.value);
    if (value === undefined) this.#refuseValue(name, attribute.value, attribute.valueSpan);
    return value ?? 0;
  }

  #refuseValue(name: string, value: string, span: Span): void {
    if (isReference(value)) this.report('resource-reference', { name, reference: value.trim() }, span);
    else this.report('vector-inflation', { detail: `'${value}' is no value for ${name}` }, span);
  }
}
