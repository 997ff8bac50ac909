import type { Block, CssNode, Declaration as CssDeclaration } from 'css-tree';
import generate from 'css-tree/generator';
import parse from 'css-tree/parser';

import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import { Budget, WorkLimitError } from '../../geometry/budget.ts';
import { isNestedDeep, withoutComments } from '../../parse/css-text.ts';
import { removeElement, setAttribute } from '../../parse/edit.ts';
import { elementsOf, SVG_NAMESPACE, textOf, type XmlElement } from '../../parse/tree.ts';
import { holdsOnScreen } from './at-rules.ts';
import { hasNewerColor } from './colors.ts';
import { attribute, printDeclarations, type Declaration, type OlderForm } from './form.ts';
import {
  bySpecificity,
  keyOf,
  keysOf,
  matchesSelector,
  specificityOf,
  UnknownSelector,
  type Specificity,
} from './selectors.ts';

/** What SVG 1.1's sheets do not have: rules at large, importance, states, functions, and properties of later years. */
const NEWER = new RegExp(
  [
    '@(?!charset|font-face|keyframes)',
    '!\\s*important',
    ':(?:nth|last|only|first-of|not|is|where|has|root|empty)\\b',
    '[;{\\s]--[\\w-]+\\s*:',
    '\\b(?:calc|min|max|clamp|var|path|polygon|circle|ellipse|inset|xywh|rect)\\(',
    ':\\s*(?:unset|revert|revert-layer)\\b',
    '[;{\\s](?:[xyrd]|[cr][xy]|width|height|marker|mask|mask-type|transform|transform-origin|transform-box)\\s*:',
    '[;{\\s](?:translate|rotate|scale|background|background-color|paint-order|vector-effect|color)\\s*:',
    '[\\d.](?:rem|vw|vh|vmin|vmax)\\b',
    '[+~](?!=)\\s*[.#*\\w[:]',
  ].join('|'),
  'i',
);

/** Elements that selectors are held against: more take longer than all the rest of a proof. */
const MOST_WORK = 1_000_000;

interface Rule {
  /** Undefined is what stands in no layer. */
  readonly layer: number | undefined;
  readonly selector: CssNode;
  readonly specificity: Specificity;
  readonly declarations: readonly Sheet[];
}

interface Sheet extends Declaration {
  readonly isImportant: boolean;
}

/** What is known of the sheets so far. */
interface Gathered {
  readonly rules: Rule[];
  /** Each cascade layer with its place. */
  readonly layers: Map<string, number>;
  readonly work: Budget;
}

/** The cascade, written down: each element's style says what the sheets would have given it. */
export const styleSheets: OlderForm = {
  feature: 'a style sheet of CSS 3 and later',
  fixtures: [],
  rewrite: (document) => {
    const sheets = elementsOf(document.root).filter(isSheet);
    if (!sheets.some((sheet) => isNewer(sheet))) return [];
    const gathered: Gathered = { rules: [], layers: new Map(), work: new Budget(MOST_WORK) };
    try {
      for (const sheet of sheets) {
        const media = attribute(sheet, 'media')?.value ?? '';
        const holds = holdsOnScreen(media);
        if (holds === undefined) return 'unknown';
        if (holds) collect(parseCss(textOf(sheet)), undefined, undefined, gathered);
      }
      const rulesFor = candidates(gathered.rules);
      const edits: TextEdit[] = sheets.map((sheet) => removeElement(document, sheet));
      for (const element of elementsOf(document.root)) {
        if (sheets.includes(element)) continue;
        const style = cascaded(element, rulesFor(element), gathered.work);
        if (style !== undefined) edits.push(setAttribute(element, 'style', style));
      }
      return edits;
    } catch (error) {
      if (error instanceof UnknownSelector || error instanceof WorkLimitError) return 'unknown';
      throw error;
    }
  },
};

function isSheet(element: XmlElement): boolean {
  const type = attribute(element, 'type')?.value.trim().toLowerCase() ?? '';
  return (
    element.local === 'style' && element.namespace === SVG_NAMESPACE && (type === '' || type === 'text/css')
  );
}

function isNewer(sheet: XmlElement): boolean {
  const css = withoutComments(textOf(sheet));
  return NEWER.test(css) || hasNewerColor(css) || attribute(sheet, 'media') !== undefined;
}

function parseCss(css: string): CssNode {
  if (isNestedDeep(css)) throw new UnknownSelector('brackets in brackets');
  return parse(css, { parseValue: false, parseCustomProperty: false, parseAtrulePrelude: false });
}

type Parent = readonly CssNode[] | undefined;

/** The rules under a node in order, conditions decided; `parent` is what a nested rule is in. */
function collect(node: CssNode, layer: string | undefined, parent: Parent, gathered: Gathered): void {
  const inside =
    'children' in node && node.children !== null ? [...(node.children as Iterable<CssNode>)] : [];
  let own: CssDeclaration[] = [];
  const flush = (): void => {
    if (parent === undefined || own.length === 0) return;
    addRules(parent, own, layerAt(layer, gathered.layers), gathered.rules);
    own = [];
  };
  for (const child of inside) {
    // The parser of rules takes only those for nested that begin with `&`, and leaves the others as they are.
    if (child.type === 'Raw' && child.value.includes('{')) {
      flush();
      collect(parseCss(child.value.replace(/^[\s;]+/, '')), layer, parent, gathered);
    }
    if (child.type === 'Declaration' && /[{}]/.test(generate(child)))
      throw new UnknownSelector(generate(child));
    if (child.type === 'Declaration') own.push(child);
    if (child.type !== 'Rule' && child.type !== 'Atrule') continue;
    flush();
    if (child.type === 'Rule') {
      if (child.prelude.type !== 'SelectorList') continue;
      collect(child.block, layer, nested(generate(child.prelude), parent, gathered.work), gathered);
    } else enter(child.name.toLowerCase(), child, layer, parent, gathered);
  }
  flush();
}

function enter(
  name: string,
  rule: { readonly prelude: CssNode | null; readonly block: Block | null },
  layer: string | undefined,
  parent: Parent,
  gathered: Gathered,
): void {
  const prelude = rule.prelude === null ? '' : generate(rule.prelude).trim();
  const { block } = rule;
  switch (name) {
    case 'charset':
    case 'font-face':
    case 'keyframes':
    case 'page':
    case 'property':
      return;
    case 'media': {
      const holds = holdsOnScreen(prelude);
      if (holds === undefined) throw new UnknownSelector(prelude);
      if (holds && block !== null) collect(block, layer, parent, gathered);
      return;
    }
    case 'supports':
      // What is asked for is nearly always there; where it is not, the pictures will differ.
      if (/^not\b|selector\(/.test(prelude)) throw new UnknownSelector(prelude);
      if (block !== null) collect(block, layer, parent, gathered);
      return;
    case 'layer': {
      const { layers } = gathered;
      const names = prelude === '' ? [`(${layers.size})`] : prelude.split(',').map((one) => one.trim());
      const full = names.map((one) => (layer === undefined ? one : `${layer}.${one}`));
      for (const one of full) layerAt(one, layers);
      if (block !== null) collect(block, full[0], parent, gathered);
      return;
    }
    default:
      throw new UnknownSelector(name);
  }
}

/** A layer's place among the layers; those inside another come before what stands in that one itself. */
function layerAt(name: string | undefined, layers: Map<string, number>): number | undefined {
  if (name === undefined) return undefined;
  if (name.includes('.')) throw new UnknownSelector(name);
  if (!layers.has(name)) layers.set(name, layers.size);
  return layers.get(name);
}

/** A nested rule's selectors: `&` is what the rule is in, and is meant where it is not written. */
function nested(selectors: string, parent: Parent, work: Budget): Parent {
  const above = parent === undefined ? undefined : `:is(${parent.map((one) => generate(one)).join(',')})`;
  const list = parse(selectors, { context: 'selectorList' });
  const written =
    'children' in list && list.children !== null ? [...(list.children as Iterable<CssNode>)] : [];
  if (above === undefined) return written;
  const own = written.map((one) => generate(one));
  // Each level may hold the one above several times.
  for (const one of own) work.spend(one.length + Math.max(1, one.split('&').length - 1) * above.length);
  const text = own
    .map((one) => (one.includes('&') ? one.split('&').join(above) : `${above} ${one}`))
    .join(',');
  const full = parse(text, { context: 'selectorList' });
  return 'children' in full && full.children !== null ? [...(full.children as Iterable<CssNode>)] : [];
}

function addRules(
  selectors: readonly CssNode[],
  written: readonly CssDeclaration[],
  layer: number | undefined,
  rules: Rule[],
): void {
  const declarations = written.map(toDeclaration);
  for (const selector of selectors)
    rules.push({ layer, selector, specificity: specificityOf(selector), declarations });
}

function toDeclaration({ property, value, important }: CssDeclaration): Sheet {
  const isCustom = property.startsWith('--');
  const text = value.type === 'Raw' ? value.value : generate(value);
  return {
    property: isCustom ? property : property.toLowerCase(),
    value: withoutComments(text).trim(),
    isImportant: important !== false,
  };
}

/** For each element those of the rules, in order, that a class or id does not rule out. */
function candidates(rules: readonly Rule[]): (element: XmlElement) => Rule[] {
  const byKey = new Map<string | undefined, (readonly [place: number, rule: Rule])[]>();
  rules.forEach((rule, place) => {
    const key = keyOf(rule.selector);
    const list = byKey.get(key) ?? [];
    byKey.set(key, list);
    list.push([place, rule]);
  });
  return (element) => {
    const found = keysOf(element).flatMap((key) => byKey.get(key) ?? []);
    found.sort(([one], [other]) => one - other);
    return found.map(([, rule]) => rule);
  };
}

/** The style an element ends up with, or undefined where sheets say nothing of it. */
function cascaded(element: XmlElement, rules: readonly Rule[], work: Budget): string | undefined {
  const matching = rules.filter(({ selector }) => matchesSelector(selector, element, work));
  const own = attribute(element, 'style')?.value ?? '';
  if (matching.length === 0 && !/!\s*important/i.test(own)) return undefined;
  const outside = Number.MAX_SAFE_INTEGER;
  const inOrder = (isImportant: boolean): Sheet[] => {
    const sorted = [...matching];
    const sign = isImportant ? -1 : 1;
    sorted.sort(
      (a, b) =>
        sign * ((a.layer ?? outside) - (b.layer ?? outside)) || bySpecificity(a.specificity, b.specificity),
    );
    return [...sorted.flatMap(({ declarations }) => [...declarations]), ...inline(own)].filter(
      (declaration) => declaration.isImportant === isImportant,
    );
  };
  const all = [...inOrder(false), ...inOrder(true)];
  // Of one property only the last declaration counts, at its own place among shorthands.
  const kept = all.filter(
    ({ property }, index) => !all.slice(index + 1).some((later) => later.property === property),
  );
  return printDeclarations(kept);
}

function inline(css: string): Sheet[] {
  const list = parse(css, { context: 'declarationList', parseValue: false, parseCustomProperty: false });
  if (list.type !== 'DeclarationList') return [];
  return list.children
    .toArray()
    .flatMap((node) => (node.type === 'Declaration' ? [toDeclaration(node)] : []));
}
