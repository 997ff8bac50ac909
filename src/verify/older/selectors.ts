import type { AnPlusB, CssNode, Identifier, PseudoClassSelector, Selector } from 'css-tree';

import type { Budget } from '../../geometry/budget.ts';
import { childElements, type XmlElement } from '../../parse/tree.ts';

/** Ids; classes, attributes and states; types. */
export type Specificity = readonly [number, number, number];

/** A selector of which this does not know whether it matches. */
export class UnknownSelector extends Error {}

/**
 * Whether a selector, as css-tree parses it, matches an element of a still picture. Each element that is looked at is a
 * step of `work`: combinators may try every way there is.
 *
 * @throws {WorkLimitError} when `work` is spent
 * @see https://www.w3.org/TR/selectors-4/
 */
export function matchesSelector(selector: CssNode, element: XmlElement, work: Budget): boolean {
  return leads(partsOf(selector), element, work);
}

/** A class or id, as in a selector, that all it matches have; undefined where it asks for none. */
export function keyOf(selector: CssNode): string | undefined {
  const parts = partsOf(selector);
  const last = parts.slice(parts.map(({ type }) => type).lastIndexOf('Combinator') + 1);
  for (const part of last) {
    if (part.type === 'ClassSelector') return `.${part.name}`;
    if (part.type === 'IdSelector') return `#${part.name}`;
  }
  return undefined;
}

/** What `keyOf` may be for selectors that match an element. */
export function keysOf(element: XmlElement): readonly (string | undefined)[] {
  const value = (wanted: string): string =>
    element.attributes.find(({ name }) => name === wanted)?.value ?? '';
  const classes = value('class')
    .split(/\s+/)
    .map((name) => `.${name}`);
  return [undefined, ...new Set(classes), `#${value('id')}`];
}

const partsOf = (selector: CssNode): CssNode[] => {
  if (selector.type !== 'Selector') throw new UnknownSelector(selector.type);
  return selector.children.toArray();
};

/** Reads from the end: the last compound is the element's, and what its combinator leads to must match the rest. */
function leads(parts: readonly CssNode[], element: XmlElement, work: Budget): boolean {
  work.spend(1);
  let from = parts.length;
  while (from > 0 && parts[from - 1]?.type !== 'Combinator') from -= 1;
  if (!parts.slice(from).every((part) => matchesPart(part, element, work))) return false;
  const combinator = parts[from - 1];
  if (combinator?.type !== 'Combinator') return true;
  const rest = parts.slice(0, from - 1);
  return reached(combinator.name.trim(), element, work).some((other) => leads(rest, other, work));
}

function reached(combinator: string, element: XmlElement, work: Budget): readonly XmlElement[] {
  const before = (): readonly XmlElement[] => {
    const siblings = siblingsOf(element, work);
    return siblings.slice(0, siblings.indexOf(element));
  };
  switch (combinator) {
    case '>':
      return element.parent === undefined ? [] : [element.parent];
    case '+':
      return before().slice(-1);
    case '~':
      return before();
    case '': {
      const above: XmlElement[] = [];
      for (let at = element.parent; at !== undefined; at = at.parent) above.push(at);
      return above;
    }
    default:
      throw new UnknownSelector(combinator);
  }
}

function siblingsOf(element: XmlElement, work: Budget): readonly XmlElement[] {
  if (element.parent === undefined) return [element];
  work.spend(element.parent.children.length);
  return childElements(element.parent);
}

function matchesPart(part: CssNode, element: XmlElement, work: Budget): boolean {
  const value = (name: string): string | undefined =>
    element.attributes.find((attribute) => attribute.name === name)?.value;
  switch (part.type) {
    case 'TypeSelector': {
      const local = part.name.split('|').pop() as string;
      return local === '*' || local === element.local;
    }
    case 'IdSelector':
      return value('id') === part.name;
    case 'ClassSelector':
      return (value('class') ?? '').split(/\s+/).includes(part.name);
    case 'AttributeSelector': {
      const wanted = part.value?.type === 'String' ? part.value.value : part.value?.name;
      return matchesValue(value(part.name.name), part.matcher, wanted, part.flags);
    }
    case 'PseudoClassSelector':
      return matchesState(part, element, work);
    case 'PseudoElementSelector':
      return false;
    default:
      throw new UnknownSelector(part.type);
  }
}

function matchesValue(
  found: string | undefined,
  matcher: string | null,
  wanted: string | undefined,
  flags: string | null,
): boolean {
  if (found === undefined || matcher === null || wanted === undefined) return found !== undefined;
  const [is, due] =
    flags?.toLowerCase() === 'i' ? [found.toLowerCase(), wanted.toLowerCase()] : [found, wanted];
  switch (matcher) {
    case '=':
      return is === due;
    case '~=':
      return due !== '' && is.split(/\s+/).includes(due);
    case '|=':
      return is === due || is.startsWith(`${due}-`);
    case '^=':
      return due !== '' && is.startsWith(due);
    case '$=':
      return due !== '' && is.endsWith(due);
    case '*=':
      return due !== '' && is.includes(due);
    default:
      throw new UnknownSelector(matcher);
  }
}

/** What only a pointer, a keyboard or a form brings about. */
const NEVER =
  /^(?:hover|active|focus|focus-within|focus-visible|target|visited|checked|disabled|enabled|default|fullscreen)$/;

function matchesState(state: PseudoClassSelector, element: XmlElement, work: Budget): boolean {
  const name = state.name.toLowerCase();
  const siblings = (): readonly XmlElement[] => siblingsOf(element, work);
  const alike = (): readonly XmlElement[] => siblings().filter(({ local }) => local === element.local);
  const isFirst = (of: readonly XmlElement[]): boolean => of[0] === element;
  const isLast = (of: readonly XmlElement[]): boolean => of[of.length - 1] === element;
  switch (name) {
    case 'root':
      return element.parent === undefined;
    case 'empty':
      return element.children.every(({ kind }) => kind === 'comment' || kind === 'instruction');
    case 'first-child':
      return isFirst(siblings());
    case 'last-child':
      return isLast(siblings());
    case 'only-child':
      return siblings().length === 1;
    case 'first-of-type':
      return isFirst(alike());
    case 'last-of-type':
      return isLast(alike());
    case 'only-of-type':
      return alike().length === 1;
    case 'is':
    case 'where':
    case 'matches':
      return argumentsOf(state).some((selector) => matchesSelector(selector, element, work));
    case 'not':
      return !argumentsOf(state).some((selector) => matchesSelector(selector, element, work));
    case 'nth-child':
    case 'nth-last-child':
    case 'nth-of-type':
    case 'nth-last-of-type':
      return isNth(state, name.endsWith('type') ? alike() : siblings(), element, work);
    default:
      if (NEVER.test(name)) return false;
      throw new UnknownSelector(name);
  }
}

/** The selectors between a pseudo-class's parentheses. */
function argumentsOf(state: PseudoClassSelector): Selector[] {
  const found = (state.children?.toArray() ?? []).flatMap((node) =>
    node.type === 'SelectorList' ? node.children.toArray() : [node],
  );
  return found.map((node) => {
    if (node.type !== 'Selector') throw new UnknownSelector(node.type);
    return node;
  });
}

function isNth(
  state: PseudoClassSelector,
  among: readonly XmlElement[],
  element: XmlElement,
  work: Budget,
): boolean {
  const nth = state.children?.first;
  if (nth?.type !== 'Nth') throw new UnknownSelector(state.name);
  const chosen = nth.selector?.children.toArray();
  const counted =
    chosen === undefined ? among : among.filter((one) => chosen.some((s) => matchesSelector(s, one, work)));
  const index = counted.indexOf(element);
  if (index < 0) return false;
  const place = state.name.toLowerCase().includes('last') ? counted.length - index : index + 1;
  const [step, start] = progression(nth.nth);
  return step === 0 ? place === start : (place - start) / step >= 0 && (place - start) % step === 0;
}

function progression(nth: AnPlusB | Identifier): [step: number, start: number] {
  if (nth.type === 'Identifier') return nth.name.toLowerCase() === 'odd' ? [2, 1] : [2, 0];
  const step = nth.a === null ? '0' : nth.a;
  return [Number(/\d/.test(step) ? step : `${step}1`), Number(nth.b ?? 0)];
}

/** How much a selector counts against another. */
export function specificityOf(selector: CssNode): Specificity {
  let sum: Specificity = [0, 0, 0];
  const add = ([a, b, c]: Specificity): void => {
    sum = [sum[0] + a, sum[1] + b, sum[2] + c];
  };
  for (const part of partsOf(selector)) {
    if (part.type === 'IdSelector') add([1, 0, 0]);
    else if (part.type === 'ClassSelector' || part.type === 'AttributeSelector') add([0, 1, 0]);
    else if (part.type === 'PseudoElementSelector') add([0, 0, 1]);
    else if (part.type === 'TypeSelector') add([0, 0, part.name.endsWith('*') ? 0 : 1]);
    else if (part.type === 'PseudoClassSelector') {
      const name = part.name.toLowerCase();
      const nth = part.children?.first;
      if (/^(?:is|not|matches)$/.test(name)) add(most(argumentsOf(part)));
      else if (name !== 'where') {
        add([0, 1, 0]);
        if (nth?.type === 'Nth' && nth.selector) add(most(nth.selector.children.toArray()));
      }
    }
  }
  return sum;
}

function most(selectors: readonly CssNode[]): Specificity {
  const all = selectors.map((selector) => specificityOf(selector));
  return all.reduce((best, one) => (bySpecificity(one, best) > 0 ? one : best), [0, 0, 0] as const);
}

export const bySpecificity = (one: Specificity, other: Specificity): number =>
  one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
