import { InvariantError } from '../errors.ts';
import type { TextEdit } from '../diagnostics/diagnostic.ts';
import { applyEdits, replaceValue } from '../parse/edit.ts';
import { attributeOf, elementsOf, hrefOf, type SvgDocument, type XmlElement } from '../parse/tree.ts';
import { indexIds } from '../resolve/context.ts';
import { targetOf, type Instance } from './instances.ts';

/**
 * Edits that give the even-odd instances of a shape another copy of it than the nonzero ones have.
 *
 * Where one `<use>` is itself drawn under both rules, this makes two of what it stands in; then look again and repeat.
 * Undefined where no `<use>` of the document can be turned to a copy.
 */
export function unshare(document: SvgDocument, instances: readonly Instance[]): TextEdit[] | undefined {
  const byId = indexIds(document);
  const odd = instances.filter(({ rule }) => rule === 'evenodd').map(({ uses }) => uses);
  const rest = instances.filter(({ rule }) => rule !== 'evenodd').map(({ uses }) => uses);
  return separate(odd, rest, document, byId);
}

type Chain = readonly XmlElement[];

function separate(
  some: readonly Chain[],
  others: readonly Chain[],
  document: SvgDocument,
  byId: ReadonlyMap<string, XmlElement>,
): TextEdit[] | undefined {
  const last = (chain: Chain): XmlElement | undefined => chain[chain.length - 1];
  for (const use of some.map(last)) {
    if (use === undefined || !others.some((chain) => last(chain) === use)) continue;
    const above = (chains: readonly Chain[]): Chain[] =>
      chains.filter((chain) => last(chain) === use).map((chain) => chain.slice(0, -1));
    return separate(above(some), above(others), document, byId);
  }
  // Who draws the shape where it stands keeps it.
  const moving = some.some((chain) => chain.length === 0) ? others : some;
  const uses = [...new Set(moving.map(last))];
  if (uses.some((use) => use === undefined || use.fromEntity === true)) return undefined;
  return copyTargets(uses as XmlElement[], document, byId);
}

function copyTargets(
  uses: readonly XmlElement[],
  document: SvgDocument,
  byId: ReadonlyMap<string, XmlElement>,
): TextEdit[] | undefined {
  const taken = new Set(byId.keys());
  const edits: TextEdit[] = [];
  const copies = new Map<XmlElement, string>();
  for (const use of uses) {
    const target = targetOf(use, byId);
    const href = hrefOf(use);
    if (target === undefined || href === undefined || target.fromEntity === true) return undefined;
    let id = copies.get(target);
    if (id === undefined) {
      const copy = copyOf(target, document, taken);
      id = copy.id;
      copies.set(target, id);
      edits.push({ span: { start: target.span.end, end: target.span.end }, text: copy.markup });
    }
    edits.push(replaceValue(href, `#${id}`));
  }
  return edits;
}

/** The element's text under new ids, wrapped so that nothing draws it where it stands. */
function copyOf(
  target: XmlElement,
  document: SvgDocument,
  taken: Set<string>,
): { readonly id: string; readonly markup: string } {
  const renamed = new Map<string, string>();
  const edits: TextEdit[] = [];
  for (const element of elementsOf(target)) {
    const id = attributeOf(element, 'id');
    if (id === undefined || id.value === '') continue;
    const fresh = freshId(id.value, taken);
    renamed.set(id.value, fresh);
    edits.push(replaceValue(id, fresh));
  }
  for (const element of elementsOf(target)) {
    for (const attribute of element.attributes) {
      if (attribute.name === 'id') continue;
      const value = renameReferences(attribute.value, attribute.local === 'href', renamed);
      if (value !== attribute.value) edits.push(replaceValue(attribute, value));
    }
  }
  const { start, end } = target.span;
  const moved = edits.map(({ span, text }) => ({
    span: { start: span.start - start, end: span.end - start },
    text,
  }));
  const copy = applyEdits(document.text.slice(start, end), moved);
  const id = renamed.get(attributeOf(target, 'id')?.value ?? '');
  if (id === undefined) throw new InvariantError('repair', 'the target of a <use> has no id');
  return { id, markup: isDefinition(target) ? copy : `<defs>${copy}</defs>` };
}

function renameReferences(value: string, isHref: boolean, renamed: ReadonlyMap<string, string>): string {
  if (isHref) {
    const fresh = renamed.get(value.trim().slice(1));
    return value.trim().startsWith('#') && fresh !== undefined ? `#${fresh}` : value;
  }
  return value.replace(/url\(\s*(["']?)#([^"'()]+)\1\s*\)/g, (whole, _quote, id: string) => {
    const fresh = renamed.get(id.trim());
    return fresh === undefined ? whole : `url(#${fresh})`;
  });
}

function isDefinition(element: XmlElement): boolean {
  return element.local === 'symbol' || element.parent?.local === 'defs';
}

function freshId(id: string, taken: Set<string>): string {
  let fresh = `${id}-copy`;
  for (let count = 2; taken.has(fresh); count += 1) fresh = `${id}-copy-${count}`;
  taken.add(fresh);
  return fresh;
}
