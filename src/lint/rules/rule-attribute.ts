import type { Span } from '../../diagnostics/span.ts';
import { attributeOf, elementsOf, type SvgDocument } from '../../parse/tree.ts';

/** Where the element at `span` says even-odd itself: its attribute, or `android:fillType`; else `span`. */
export function ruleAttributeSpan(document: SvgDocument, span: Span, name: 'fill-rule' | 'clip-rule'): Span {
  for (const element of elementsOf(document.root)) {
    if (element.span.start !== span.start) continue;
    const attribute =
      attributeOf(element, name) ?? element.attributes.find(({ local }) => local === 'fillType');
    if (/^\s*evenodd\s*$/i.test(attribute?.value ?? '')) return attribute?.span ?? span;
  }
  return span;
}
