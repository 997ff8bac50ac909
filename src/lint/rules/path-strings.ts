import type { Span } from '../../diagnostics/span.ts';
import { attributeOf, elementsOf, type SvgDocument } from '../../parse/tree.ts';

/** Every string of path data in an SVG (`d`) or a VectorDrawable (`android:pathData`), in document order. */
export function* pathStringsOf(
  document: SvgDocument,
): Generator<{ readonly text: string; readonly span: Span }> {
  for (const element of elementsOf(document.root)) {
    const data =
      element.local === 'path' || element.local === 'clip-path'
        ? (attributeOf(element, 'd') ?? element.attributes.find(({ local }) => local === 'pathData'))
        : undefined;
    if (data !== undefined) yield { text: data.value, span: data.valueSpan };
  }
}
