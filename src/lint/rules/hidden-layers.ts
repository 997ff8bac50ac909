import { attributeOf, elementsOf, isSvg, type SvgDocument, type XmlElement } from '../../parse/tree.ts';
import { Cascade } from '../../resolve/style/cascade.ts';
import { idsReferredTo } from './references.ts';

/**
 * The elements that `display: none` switches off, by an attribute, a style or a style sheet; not those inside another,
 * nor those that something in the document refers to.
 */
export function* hiddenLayersOf(document: SvgDocument): Generator<XmlElement> {
  if (!document.text.includes('display')) return;
  const cascade = new Cascade(document, () => {});
  const used = idsReferredTo(document);
  const off = new Set<XmlElement>();
  for (const element of elementsOf(document.root)) {
    if (element.parent === undefined || !isSvg(element)) continue;
    if (off.has(element.parent)) {
      off.add(element);
      continue;
    }
    if (cascade.declarationsOf(element).get('display')?.text.trim().toLowerCase() !== 'none') continue;
    const isReferred = elementsOf(element).some((inside) => used.has(attributeOf(inside, 'id')?.value ?? ''));
    if (isReferred) continue;
    off.add(element);
    yield element;
  }
}
