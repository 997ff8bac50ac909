import type { Span } from '../../diagnostics/span.ts';
import {
  attributeOf,
  elementsOf,
  hrefOf,
  spanWithin,
  type SvgDocument,
  type XmlAttribute,
  type XmlElement,
  type XmlText,
} from '../../parse/tree.ts';

/** A place that names another resource: `href="#a"`, `fill="url(#a)"`, `style="clip-path: url('#a')"`. */
export interface Reference {
  /** As written: `#a`, `icons.svg#a`, `https://…`. */
  readonly target: string;
  readonly span: Span;
}

/** Of two parts that may be white space one behind the other, each could be tried at every length. */
const URL = /url\((?:\s*"([^"]*)"\s*|\s*'([^']*)'\s*|([^()'"]*))\)/gi;

/** Every reference that attributes and style sheets make, in document order. The target of a link is none. */
export function* referencesOf(document: SvgDocument): Generator<Reference> {
  for (const element of elementsOf(document.root)) {
    const href = hrefOf(element);
    for (const attribute of element.attributes) {
      if (attribute === href && element.local !== 'a')
        yield { target: attribute.value.trim(), span: attribute.valueSpan };
      else yield* urlsIn(attribute);
    }
    for (const text of sheetsOf(element)) yield* urlsIn(text);
  }
}

function* urlsIn(owner: XmlAttribute | XmlText): Generator<Reference> {
  if (!/url\(/i.test(owner.value)) return;
  for (const match of owner.value.matchAll(URL)) {
    const target = (match[1] ?? match[2] ?? match[3] ?? '').trim();
    yield { target, span: spanWithin(owner, match.index, match.index + match[0].length) };
  }
}

/** The texts of a `<style>`; none for any other element. */
export function sheetsOf(element: XmlElement): XmlText[] {
  if (element.local !== 'style') return [];
  return element.children.filter((child): child is XmlText => child.kind === 'text');
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

/** Attributes that name ids without a `#`. */
const LISTS = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'aria-details'];

/**
 * The ids that something in the document speaks of: references, descriptions (`aria-labelledby`), the triggers of
 * animations (`begin="a.click"`), and the selectors of style sheets, in which any `#word` counts.
 */
export function idsReferredTo(document: SvgDocument): Set<string> {
  const ids = new Set<string>();
  for (const { target } of referencesOf(document))
    if (target.startsWith('#')) ids.add(decodeFragment(target.slice(1)));
  for (const element of elementsOf(document.root)) {
    for (const name of LISTS)
      for (const [id] of (attributeOf(element, name)?.value ?? '').matchAll(/\S+/g)) ids.add(id);
    for (const name of ['begin', 'end'])
      for (const [, id] of (attributeOf(element, name)?.value ?? '').matchAll(/(?:^|;)\s*([^;.\s]+)\./g))
        ids.add(id as string);
    for (const text of sheetsOf(element))
      for (const [, id] of text.value.matchAll(/#([\w-]+)/g)) ids.add(id as string);
  }
  return ids;
}

/** The id that a reference's fragment names; as written where its escapes are broken. */
export function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
