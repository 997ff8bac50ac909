import {
  attributeOf,
  elementsOf,
  hrefOf,
  spanWithin,
  type SvgDocument,
  type XmlAttribute,
} from '../../parse/tree.ts';
import type { Span } from '../../diagnostics/span.ts';

/** A place that names another resource: `href="#a"`, `fill="url(#a)"`, `style="clip-path: url('#a')"`. */
export interface Reference {
  /** As written: `#a`, `icons.svg#a`, `https://…`. */
  readonly target: string;
  readonly attribute: XmlAttribute;
  readonly span: Span;
}

const URL = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"]*?))\s*\)/g;

/** Every reference that attributes make, in document order. */
export function* referencesOf(document: SvgDocument): Generator<Reference> {
  for (const element of elementsOf(document.root)) {
    const href = hrefOf(element);
    for (const attribute of element.attributes) {
      if (attribute === href && element.local !== 'a') {
        yield { target: attribute.value.trim(), attribute, span: attribute.valueSpan };
        continue;
      }
      for (const match of attribute.value.matchAll(URL)) {
        const target = (match[1] ?? match[2] ?? match[3] ?? '').trim();
        const start = match.index;
        yield { target, attribute, span: spanWithin(attribute, start, start + match[0].length) };
      }
    }
  }
}

/** The ids of a document. */
export function idsOf(document: SvgDocument): Set<string> {
  const ids = new Set<string>();
  for (const element of elementsOf(document.root)) {
    const id = attributeOf(element, 'id')?.value;
    if (id !== undefined && id !== '') ids.add(id);
  }
  return ids;
}
