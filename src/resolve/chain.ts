import { attributeOf, childElements, hrefOf, type XmlAttribute, type XmlElement } from '../parse/tree.ts';
import { followHref, isTooDeep, type Context } from './context.ts';

/** `first` and what its `href`, that one's `href` and so on name, of the given kinds. Ends before a cycle. */
export function referenceChain(first: XmlElement, kinds: readonly string[], context: Context): XmlElement[] {
  const chain: XmlElement[] = [first];
  for (let at = first, href = hrefOf(at); href !== undefined; href = hrefOf(at)) {
    const span = href.valueSpan;
    if (isTooDeep({ depth: chain.length }, span, context)) break;
    const address = href.value.trim();
    // No renderer looks for a template in another file.
    if (!address.startsWith('#')) {
      context.report('missing-reference', { id: address }, span);
      break;
    }
    const next = followHref(at, context);
    if (next === undefined) break;
    if (chain.includes(next)) {
      context.report('reference-cycle', { name: at.name }, span);
      break;
    }
    if (!kinds.includes(next.local)) {
      const id = attributeOf(next, 'id')?.value ?? '';
      context.report('wrong-reference', { id, found: next.name, due: `<${kinds.join('> or <')}>` }, span);
      break;
    }
    chain.push(next);
    at = next;
  }
  return chain;
}

/** The first of the chain to have the attribute, with the element that has it. */
export function inheritedAttribute(
  chain: readonly XmlElement[],
  name: string,
): { readonly element: XmlElement; readonly attribute: XmlAttribute } | undefined {
  for (const element of chain) {
    const attribute = attributeOf(element, name);
    if (attribute !== undefined) return { element, attribute };
  }
  return undefined;
}

/** The first of the chain to hold an element that `counts`. */
export function inheritedContent(
  chain: readonly XmlElement[],
  counts: (child: XmlElement) => boolean,
): XmlElement | undefined {
  return chain.find((element) => childElements(element).some((child) => counts(child)));
}
