import { compile, type Options } from 'css-select';
import type { Atrule, CssNode, Declaration, Raw, Rule, Selector } from 'css-tree';
import generate from 'css-tree/generator';
import parse from 'css-tree/parser';

import type { Span } from '../../diagnostics/span.ts';
import { Budget, WorkLimitError } from '../../geometry/budget.ts';
import { isNestedDeep, withoutComments } from '../../parse/css-text.ts';
import type { XmlElement, XmlNode } from '../../parse/tree.ts';
import { textOf } from '../../parse/tree.ts';
import type { Report } from '../report.ts';

/** One declaration with where it stands in the document. */
export interface SheetDeclaration {
  readonly name: string;
  readonly text: string;
  readonly important: boolean;
  readonly span: Span;
}

/** One selector of a rule with the rule's declarations. */
export interface SheetRule {
  readonly matches: (element: XmlElement) => boolean;
  /** A class or id, as in a selector, that the elements it matches have: most rules name one and are ruled out by it. */
  readonly key?: string;
  /** Ids, classes and the like, types: compared in that order. */
  readonly specificity: readonly [number, number, number];
  /** The place of its cascade layer among the layers; what is in none is behind all. */
  readonly layer: number;
  readonly declarations: readonly SheetDeclaration[];
}

/** Where units `start` to `end` of a piece of CSS stand in the document. */
export type Place = (start: number, end: number) => Span;

/** What the sheets of one document share. */
export interface Sheets {
  /** The cascade layers named so far, with their places. */
  readonly layers: Map<string, number>;
  /** For the matching of all selectors, and for what nesting makes of them. */
  readonly work: Budget;
}

/** About a second. */
const MOST_WORK = 100_000_000;

export const newSheets = (): Sheets => ({ layers: new Map(), work: new Budget(MOST_WORK) });

/**
 * The rules of a style sheet, in order. Of at-rules, `@media` is asked as for a screen with a light color scheme, and
 * refused where something else decides; `@supports` blocks count as if they were not there.
 *
 * @throws {WorkLimitError} when nesting makes selectors too long, or brackets stand too deep in one another
 */
export function parseSheet(css: string, place: Place, report: Report, sheets: Sheets): SheetRule[] {
  if (isNestedDeep(css)) throw new WorkLimitError('Brackets in a style sheet stand too deep in one another.');
  const { layers, work } = sheets;
  const matcher = selectorMatcher(work);
  const rules: SheetRule[] = [];
  const spanOf = (node: CssNode): Span =>
    node.loc === undefined || node.loc === null
      ? place(0, css.length)
      : place(node.loc.start.offset, node.loc.end.offset);
  const read = (text: string, offset: number): readonly CssNode[] => {
    const tree = parse(text, {
      positions: true,
      offset,
      parseValue: false,
      parseCustomProperty: false,
      parseAtrulePrelude: false,
      onParseError: (error, fallback) => {
        // A nested rule that does not begin with `&`: it is read on its own.
        if (fallback.type === 'Raw' && fallback.value.includes('{')) return;
        const fault = (error as unknown as { offset: number }).offset;
        report('css-syntax', { detail: error.message }, place(fault, fault + 1));
      },
    });
    return tree.type === 'StyleSheet' ? tree.children.toArray() : [];
  };
  visitBlock(read(css, 0), { layer: undefined, parents: undefined });
  return rules;

  function visitBlock(nodes: readonly CssNode[], where: Enclosing): void {
    let own: Declaration[] = [];
    const settle = (): void => {
      if (where.parents !== undefined && own.length > 0) addRules(where.parents, own, where.layer);
      own = [];
    };
    for (const node of nodes) {
      if (node.type === 'Declaration') own.push(node);
      else settle();
      if (node.type === 'Rule') visitRule(node, where);
      else if (node.type === 'Atrule') visitAtRule(node, where);
      else if (node.type === 'Raw' && node.value.includes('{')) {
        const skipped = (/^[\s;]*/.exec(node.value) as RegExpExecArray)[0].length;
        visitBlock(read(node.value.slice(skipped), (node.loc?.start.offset ?? 0) + skipped), where);
      }
    }
    settle();
  }

  function visitAtRule(node: Atrule, where: Enclosing): void {
    const name = node.name.toLowerCase();
    const prelude = node.prelude === null ? '' : generate(node.prelude).trim();
    const applies = judgeAtRule(name, prelude);
    if (applies === 'import') report('external-style-sheet', { address: prelude }, spanOf(node));
    else if (applies === 'refused')
      report('unsupported-css', { property: `@${name}`, value: prelude }, spanOf(node));
    else if (applies !== 'ignored' && (node.block !== null || applies === 'unknown'))
      report(
        'css-at-rule',
        { rule: `@${node.name} ${prelude}`.trim(), applied: applies === 'applied' },
        spanOf(node),
      );
    if (applies !== 'applied') return;
    const inside = name === 'layer' ? { ...where, layer: enterLayer(prelude, where, spanOf(node)) } : where;
    if (node.block !== null) visitBlock(node.block.children.toArray(), inside);
  }

  /** Layers count in the order they are first named; those within others are refused. */
  function enterLayer(prelude: string, where: Enclosing, span: Span): number {
    if (where.layer !== undefined || prelude.includes('.'))
      report('unsupported-css', { property: '@layer', value: prelude }, span);
    const names = prelude === '' ? [`#${layers.size}`] : prelude.split(',').map((name) => name.trim());
    for (const name of names) if (!layers.has(name)) layers.set(name, layers.size);
    return layers.get(names[0] as string) as number;
  }

  function visitRule(rule: Rule, where: Enclosing): void {
    if (rule.prelude.type !== 'SelectorList') {
      report('css-syntax', { detail: `'${generate(rule.prelude)}' is no selector` }, spanOf(rule.prelude));
      return;
    }
    const parents = rule.prelude.children
      .toArray()
      .flatMap((selector) => nestedSelector(selector, where.parents, work));
    visitBlock(rule.block.children.toArray(), { ...where, parents });
  }

  function addRules(
    selectors: readonly CssNode[],
    nodes: readonly Declaration[],
    layer = Number.MAX_SAFE_INTEGER,
  ): void {
    const declarations = nodes.map((node) => toDeclaration(node, spanOf(node)));
    for (const selector of selectors) {
      const text = generate(selector);
      const matches = matcher(text);
      if (matches === undefined)
        report('css-syntax', { detail: `the selector '${text}' is not supported` }, spanOf(selector));
      else
        rules.push({
          matches,
          ...keyOf(selector),
          specificity: specificityOf(selector),
          layer,
          declarations,
        });
    }
  }
}

/** What a rule stands in. */
interface Enclosing {
  readonly layer: number | undefined;
  /** The selectors that a nested rule's own are about. */
  readonly parents: readonly CssNode[] | undefined;
}

/** Of a nested selector's characters, which are read and compiled. */
const WORK_PER_CHARACTER = 100;

/** @see https://www.w3.org/TR/css-nesting-1/#nest-selector */
function nestedSelector(selector: CssNode, parents: readonly CssNode[] | undefined, work: Budget): CssNode[] {
  if (parents === undefined) return [selector];
  const parent = `:is(${parents.map((one) => generate(one)).join()})`;
  const own = generate(selector);
  // Each level may hold the one above several times.
  work.spend(WORK_PER_CHARACTER * (own.length + Math.max(1, own.split('&').length - 1) * parent.length));
  const text = own.includes('&') ? own.replace(/&/g, parent) : `${parent} ${own}`;
  const list = parse(text, { context: 'selectorList' });
  return list.type === 'SelectorList' ? list.children.toArray() : [];
}

type Judgement = 'applied' | 'skipped' | 'ignored' | 'import' | 'refused' | 'unknown';

function judgeAtRule(name: string, prelude: string): Judgement {
  switch (name) {
    case 'import':
      return 'import';
    case 'charset':
    case 'namespace':
    case 'font-face':
    case 'keyframes':
    case '-webkit-keyframes':
    case 'page':
    case 'property':
    case 'starting-style':
      return 'ignored';
    case 'media':
      return judgeMedia(prelude);
    case 'supports':
      // What is asked for is nearly always there, but for what is asked about selectors.
      return /\bnot\b|\bselector\(/i.test(prelude) ? 'refused' : 'applied';
    case 'layer':
      return 'applied';
    case 'container':
    case 'scope':
      return 'refused';
    default:
      return 'unknown';
  }
}

/** What of a media query is so on a screen in a light color scheme; undefined for what something else decides. */
function holdsOnScreen(feature: string): boolean | undefined {
  if (/^(?:all|screen)?$/.test(feature)) return true;
  if (/^(?:print|speech)$/.test(feature)) return false;
  const [, name, value] = /^\(\s*prefers-([a-z-]+)\s*:\s*([a-z-]+)\s*\)$/.exec(feature) ?? [];
  if (name === undefined) return undefined;
  return value === 'light' || value === 'no-preference';
}

/** How a list of media queries is decided: `refused` where it depends on the device. */
export function judgeMedia(list: string): 'applied' | 'skipped' | 'refused' {
  const queries = list.split(',').map((query) => {
    const words = query.toLowerCase().trim().replace(/\s+/g, ' ');
    const [, not, plain = ''] = /^(?:only |(not) )?([^]*)$/.exec(words) ?? [];
    const parts = plain.split(' and ').map((part) => holdsOnScreen(part));
    const holds = parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
    return holds === undefined || not === undefined ? holds : !holds;
  });
  if (queries.includes(true)) return 'applied';
  return queries.includes(undefined) ? 'refused' : 'skipped';
}

/** The declarations of a `style` attribute. */
export function parseInline(css: string, place: Place, report: Report): SheetDeclaration[] {
  const tree = parse(css, {
    context: 'declarationList',
    positions: true,
    parseValue: false,
    parseCustomProperty: false,
    onParseError: (error) => {
      const { offset } = error as unknown as { offset: number };
      report('css-syntax', { detail: error.message }, place(offset, offset + 1));
    },
  });
  if (tree.type !== 'DeclarationList') return [];
  return tree.children.toArray().flatMap((node) => {
    if (node.type !== 'Declaration') return [];
    const { start, end } = node.loc ?? { start: { offset: 0 }, end: { offset: css.length } };
    return [toDeclaration(node, place(start.offset, end.offset))];
  });
}

function toDeclaration(node: Declaration, span: Span): SheetDeclaration {
  const isCustom = node.property.startsWith('--');
  const text = withoutComments((node.value as Raw).value).trim();
  return {
    name: isCustom ? node.property : node.property.toLowerCase(),
    text,
    important: node.important !== false,
    span,
  };
}

/** What css-select needs to know of our tree. Combinators may try every way there is, so each step is work. */
const adapterAt = (work: Budget): NonNullable<Options<XmlNode, XmlElement>['adapter']> => {
  const counted = <T>(nodes: readonly T[]): T[] => {
    work.spend(nodes.length + STEP);
    return [...nodes];
  };
  return {
    isTag: (node): node is XmlElement => node.kind === 'element',
    getAttributeValue: (element, name) =>
      element.attributes.find((attribute) => attribute.name === name)?.value,
    getChildren: (node) => (node.kind === 'element' ? counted(node.children) : []),
    getName: (element) => element.local,
    getParent: (element) => {
      work.spend(STEP);
      return element.parent ?? null;
    },
    getSiblings: (node) => counted(node.parent?.children ?? [node]),
    getText: (node) => (node.kind === 'element' ? textOf(node) : node.kind === 'text' ? node.value : ''),
    hasAttrib: (element, name) => element.attributes.some((attribute) => attribute.name === name),
    removeSubsets: (nodes) => nodes,
  };
};

/** What it takes to go to another element. */
const STEP = 5;

type Matches = SheetRule['matches'];

/**
 * What makes functions of selectors; undefined for those it does not know.
 *
 * The functions throw a WorkLimitError when `work` is spent.
 */
function selectorMatcher(work: Budget): (selector: string) => Matches | undefined {
  const options = { xmlMode: true, adapter: adapterAt(work), cacheResults: false };
  return (selector) => {
    try {
      const matches = compile<XmlNode, XmlElement>(selector, options);
      return (element) => {
        work.spend(STEP);
        return matches(element);
      };
    } catch {
      return undefined;
    }
  };
}

/** A class or id in the last compound of a selector; what is escaped is left to the matching. */
function keyOf(selector: CssNode): Pick<SheetRule, 'key'> {
  if (selector.type !== 'Selector') return {};
  for (const part of selector.children.toArray().reverse()) {
    if (part.type === 'Combinator') break;
    if (part.type !== 'ClassSelector' && part.type !== 'IdSelector') continue;
    if (/^[\w-]+$/.test(part.name)) return { key: `${part.type === 'IdSelector' ? '#' : '.'}${part.name}` };
  }
  return {};
}

/** The keys of rules that may match an element. */
export function keysOf(element: XmlElement): string[] {
  const valueOf = (wanted: string): string | undefined =>
    element.attributes.find(({ name }) => name === wanted)?.value;
  const [classes, id] = [valueOf('class'), valueOf('id')];
  return [
    ...new Set(classes?.split(/\s+/).map((name) => `.${name}`)),
    ...(id === undefined ? [] : [`#${id}`]),
  ];
}

/** @see https://www.w3.org/TR/selectors-4/#specificity-rules */
function specificityOf(selector: CssNode): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  const add = (other: readonly [number, number, number]): void => {
    for (const index of [0, 1, 2] as const) sum[index] += other[index];
  };
  if (selector.type !== 'Selector') return sum;
  for (const part of selector.children.toArray()) {
    if (part.type === 'IdSelector') sum[0] += 1;
    else if (part.type === 'ClassSelector' || part.type === 'AttributeSelector') sum[1] += 1;
    else if (part.type === 'TypeSelector') sum[2] += part.name === '*' ? 0 : 1;
    else if (part.type === 'PseudoElementSelector') sum[2] += 1;
    else if (part.type === 'PseudoClassSelector') {
      const name = part.name.toLowerCase();
      if (name === 'where') continue;
      const takesMost = name === 'not' || name === 'is' || name === 'has' || name === 'matches';
      if (takesMost) add(mostSpecific(part.children?.toArray() ?? []));
      else sum[1] += 1;
    }
  }
  return sum;
}

function mostSpecific(nodes: readonly CssNode[]): [number, number, number] {
  const selectors = nodes.flatMap((node): CssNode[] =>
    node.type === 'SelectorList' ? node.children.toArray() : [node],
  );
  let best: [number, number, number] = [0, 0, 0];
  for (const selector of selectors as Selector[]) {
    const candidate = specificityOf(selector);
    if (compareSpecificity(candidate, best) > 0) best = candidate;
  }
  return best;
}

export function compareSpecificity(
  a: readonly [number, number, number],
  b: readonly [number, number, number],
): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
