import { removeElement } from '../../parse/edit.ts';
import { elementsOf, hrefOf, type XmlElement } from '../../parse/tree.ts';
import { attribute, type OlderForm } from './form.ts';

/** Icons have a handful; each is followed by itself. */
const MOST_USES = 1_000;

/** A `<use>` that leads back to what it is in draws nothing; the renderer follows it until it gives up. */
export const cyclicUses: OlderForm = {
  feature: 'a <use> that leads back to itself',
  fixtures: [],
  rewrite: (document) => {
    const elements = elementsOf(document.root);
    const uses = elements.filter(isUse);
    if (uses.length > MOST_USES) return [];
    const ids = new Map<string | undefined, XmlElement>();
    for (const element of elements) {
      const id = attribute(element, 'id')?.value;
      if (!ids.has(id)) ids.set(id, element);
    }
    const cyclic = new Set(uses.filter((use) => leadsBack(use, ids)));
    // One within another goes with it.
    return [...cyclic].filter((use) => !isWithin(use, cyclic)).map((use) => removeElement(document, use));
  },
};

const isUse = ({ local }: XmlElement): boolean => local === 'use';

function isWithin({ parent }: XmlElement, others: ReadonlySet<XmlElement>): boolean {
  return parent !== undefined && (others.has(parent) || isWithin(parent, others));
}

function leadsBack(use: XmlElement, ids: ReadonlyMap<string | undefined, XmlElement>): boolean {
  const seen = new Set<XmlElement>();
  const open = [use];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const id = /^\s*#(.*\S)\s*$/.exec(hrefOf(next)?.value ?? '')?.[1];
    const target = id === undefined ? undefined : ids.get(id);
    if (target === undefined || seen.has(target)) continue;
    seen.add(target);
    const inner = elementsOf(target).filter(isUse);
    if (inner.includes(use)) return true;
    open.push(...inner);
  }
  return false;
}
