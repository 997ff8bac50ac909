import { compile, type Options } from 'css-select';
import type { CssNode, Declaration, Raw, Selector } from 'css-tree';
import generate from 'css-tree/generator';
import parse from 'css-tree/parser';

import type { Span } from '../../diagnostics/span.ts';
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
  /** Ids, classes and the like, types: compared in that order. */
  readonly specificity: readonly [number, number, number];
  readonly declarations: readonly SheetDeclaration[];
}

/** Where units `start` to `end` of a piece of CSS stand in the document. */
export type Place = (start: number, end: number) => Span;

/**
 * The rules of a style sheet, in order. Of at-rules, `@media` is asked as for a screen with a light color scheme and
 * `@layer` and `@supports` blocks count as if they were not there; all of these are reported, since renderers differ.
 */
export function parseSheet(css: string, place: Place, report: Report): SheetRule[] {
  const rules: SheetRule[] = [];
  const spanOf = (node: CssNode): Span =>
    node.loc === undefined || node.loc === null
      ? place(0, css.length)
      : place(node.loc.start.offset, node.loc.end.offset);
  const tree = parse(css, {
    positions: true,
    parseValue: false,
    parseCustomProperty: false,
    parseAtrulePrelude: false,
    onParseError: (error) => {
      const { offset } = error as unknown as { offset: number };
      report('css-syntax', { detail: error.message }, place(offset, offset + 1));
    },
  });
  if (tree.type === 'StyleSheet') visitBlock(tree.children.toArray());
  return rules;

  function visitBlock(nodes: readonly CssNode[]): void {
    for (const node of nodes) {
      if (node.type === 'Rule') visitRule(node);
      else if (node.type === 'Atrule') {
        const prelude = node.prelude === null ? '' : generate(node.prelude).trim();
        const applies = judgeAtRule(node.name.toLowerCase(), prelude);
        if (applies === 'import') report('external-style-sheet', { address: prelude }, spanOf(node));
        else if (applies !== 'ignored' && (node.block !== null || applies === 'unknown'))
          report(
            'css-at-rule',
            { rule: `@${node.name} ${prelude}`.trim(), applied: applies === 'applied' },
            spanOf(node),
          );
        if (applies === 'applied' && node.block !== null) visitBlock(node.block.children.toArray());
      }
    }
  }

  function visitRule(rule: Extract<CssNode, { type: 'Rule' }>): void {
    const declarations = rule.block.children.toArray().flatMap((node) => {
      if (node.type === 'Declaration') return [toDeclaration(node, spanOf(node))];
      if (node.type === 'Rule' || node.type === 'Atrule')
        report('css-syntax', { detail: 'nested rules are not read' }, spanOf(node));
      return [];
    });
    if (rule.prelude.type !== 'SelectorList') {
      report('css-syntax', { detail: `'${generate(rule.prelude)}' is no selector` }, spanOf(rule.prelude));
      return;
    }
    for (const selector of rule.prelude.children.toArray()) {
      if (selector.type !== 'Selector') continue;
      const matches = compileSelector(generate(selector));
      if (matches === undefined)
        report(
          'css-syntax',
          { detail: `the selector '${generate(selector)}' is not supported` },
          spanOf(selector),
        );
      else rules.push({ matches, specificity: specificityOf(selector), declarations });
    }
  }
}

type Judgement = 'applied' | 'skipped' | 'ignored' | 'import' | 'unknown';

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
      return 'ignored';
    case 'media':
      return prelude.split(',').some((query) => matchesScreen(query)) ? 'applied' : 'skipped';
    case 'layer':
    case 'supports':
      return 'applied';
    default:
      return 'unknown';
  }
}

/** Whether a media query holds on a screen in a light color scheme, as far as that alone decides it. */
function matchesScreen(query: string): boolean {
  return query
    .trim()
    .toLowerCase()
    .replace(/^only\s+/, '')
    .split(/\s+and\s+/)
    .every((part) => /^(?:all|screen|\(\s*prefers-color-scheme\s*:\s*light\s*\))$/.test(part));
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
  const text = (node.value as Raw).value.replace(/\/\*[^]*?\*\//g, ' ').trim();
  return {
    name: isCustom ? node.property : node.property.toLowerCase(),
    text,
    important: node.important !== false,
    span,
  };
}

/** What css-select needs to know of our tree. */
const ADAPTER: NonNullable<Options<XmlNode, XmlElement>['adapter']> = {
  isTag: (node): node is XmlElement => node.kind === 'element',
  getAttributeValue: (element, name) =>
    element.attributes.find((attribute) => attribute.name === name)?.value,
  getChildren: (node) => (node.kind === 'element' ? [...node.children] : []),
  getName: (element) => element.local,
  getParent: (element) => element.parent ?? null,
  getSiblings: (node) => [...(node.parent?.children ?? [node])],
  getText: (node) => (node.kind === 'element' ? textOf(node) : node.kind === 'text' ? node.value : ''),
  hasAttrib: (element, name) => element.attributes.some((attribute) => attribute.name === name),
  removeSubsets: (nodes) => nodes,
};

function compileSelector(selector: string): ((element: XmlElement) => boolean) | undefined {
  try {
    return compile<XmlNode, XmlElement>(selector, { xmlMode: true, adapter: ADAPTER, cacheResults: false });
  } catch {
    return undefined;
  }
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
