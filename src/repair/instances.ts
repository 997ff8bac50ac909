import type { FillRule } from '../ir.ts';
import { hrefOf, isSvg, type SvgDocument, type XmlElement } from '../parse/tree.ts';
import { indexIds, placeStyles } from '../resolve/context.ts';
import { Cascade } from '../resolve/style/cascade.ts';
import type { Style } from '../resolve/style/style.ts';

/**
 * One place where a shape counts. A shape has one where it stands, and one for each way that leads to it through
 * `<use>`.
 */
export interface Instance {
  readonly element: XmlElement;
  /** What the shape is here: part of a clip, or paint. */
  readonly kind: 'fill' | 'clip';
  /** The rule that its kind goes by. */
  readonly rule: FillRule;
  /** Whether it covers anything by that rule: a shape without fill does not. */
  readonly covers: boolean;
  readonly style: Style;
  /** The `<use>` elements that lead here, outermost first; empty where the shape stands. */
  readonly uses: readonly XmlElement[];
}

/** The elements that have a fill of their own. A `<line>` has none. */
const FILLED = new Set(['path', 'polygon', 'polyline', 'rect', 'circle', 'ellipse']);
/** What stands in these is drawn only by reference. */
const TEMPLATES = new Set(['defs', 'symbol']);

const BLACK = { r: 0, g: 0, b: 0, a: 1 };
const MOST_INSTANCES = 20_000;
const DEEPEST_USE = 32;

/**
 * Every instance of every filled shape, by element, in the order of the text.
 *
 * A shape that nothing draws, as in a sprite of symbols, counts where it stands. Undefined when `<use>` multiplies the
 * shapes beyond what an icon can mean.
 */
export function instancesOf(document: SvgDocument): Map<XmlElement, Instance[]> | undefined {
  // Faults of the style sheets are the resolver's to report, and colors do not matter here.
  const environment = { cascade: new Cascade(document, () => {}), currentColor: BLACK };
  const byId = indexIds(document);
  const placed = placeStyles(environment);
  const drawn = new Map<XmlElement, Instance[]>();
  const templates = new Map<XmlElement, Instance>();
  let count = 0;

  const visit = (
    element: XmlElement,
    style: Style,
    uses: readonly XmlElement[],
    inClip: boolean,
    isTemplate: boolean,
  ): void => {
    if (count > MOST_INSTANCES || !isSvg(element)) return;
    const clips = inClip || element.local === 'clipPath';
    if (FILLED.has(element.local)) {
      count += 1;
      const instance = instanceOf(element, style, uses, inClip);
      if (isTemplate) templates.set(element, instance);
      else drawn.set(element, [...(drawn.get(element) ?? []), instance]);
      return;
    }
    if (element.local === 'use') {
      const target = targetOf(element, byId);
      if (isTemplate || target === undefined || uses.length >= DEEPEST_USE || uses.includes(element)) return;
      visit(target, style.child(target), [...uses, element], clips, false);
      return;
    }
    // What a definition holds is reached through references; walked where it stands, it is only a template, but the
    // content of clips, masks, patterns and markers inherits from where it stands.
    const isOwnTree = ['clipPath', 'mask', 'pattern', 'marker'].includes(element.local);
    if (isOwnTree && uses.length > 0) return;
    const inner = isOwnTree
      ? false
      : isTemplate || (TEMPLATES.has(element.local) && !isTarget(element, uses, byId));
    for (const child of element.children)
      if (child.kind === 'element') visit(child, style.child(child), uses, clips, inner);
  };
  visit(document.root, placed(document.root), [], false, false);
  if (count > MOST_INSTANCES) return undefined;

  const instances = new Map(drawn);
  for (const [element, template] of templates) if (!drawn.has(element)) instances.set(element, [template]);
  return new Map([...instances].sort(([a], [b]) => a.span.start - b.span.start));
}

/** The element that a `<use>` of this document draws. */
export function targetOf(use: XmlElement, byId: ReadonlyMap<string, XmlElement>): XmlElement | undefined {
  const href = hrefOf(use)?.value.trim() ?? '';
  return href.startsWith('#') ? byId.get(href.slice(1)) : undefined;
}

function isTarget(
  element: XmlElement,
  uses: readonly XmlElement[],
  byId: ReadonlyMap<string, XmlElement>,
): boolean {
  const last = uses[uses.length - 1];
  return last !== undefined && element.local === 'symbol' && targetOf(last, byId) === element;
}

function instanceOf(
  element: XmlElement,
  style: Style,
  uses: readonly XmlElement[],
  inClip: boolean,
): Instance {
  const kind = inClip ? 'clip' : 'fill';
  const rule = style.keyword(`${kind}-rule`) === 'evenodd' ? 'evenodd' : 'nonzero';
  const covers = inClip || style.keyword('fill') !== 'none';
  return { element, kind, rule, covers, style, uses };
}
