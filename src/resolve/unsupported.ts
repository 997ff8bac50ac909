import {
  attributeOf,
  elementsOf,
  hrefOf,
  isSvg,
  textOf,
  type SvgDocument,
  type XmlElement,
} from '../parse/tree.ts';
import type { Context, Scope } from './context.ts';
import type { Report } from './report.ts';
import type { Style } from './style/style.ts';
import { geometryLength } from './units.ts';

/** Says that an element which no geometry can stand for is left out, unless it draws nothing anyway. */
export function reportUnsupportedElement(
  element: XmlElement,
  style: Style,
  scope: Scope,
  context: Context,
): void {
  switch (element.local) {
    case 'text':
      if (isVisibleText(element, style)) context.report('unsupported-text', {}, element.open);
      return;
    case 'image': {
      const isHidden = style.keyword('visibility') !== 'visible';
      const isLinked = (hrefOf(element)?.value.trim() ?? '') !== '';
      if (!isHidden && isLinked && !isFlat(element, style, scope, context))
        context.report('unsupported-image', {}, element.open);
      return;
    }
    case 'foreignObject':
    case 'canvas':
    case 'video':
    case 'audio':
    case 'iframe':
      if (element.children.length === 0 && element.local === 'foreignObject') return;
      context.report('unsupported-foreign', { name: element.name }, element.open);
      return;
    default:
      if (!isKnown(element.local)) context.report('unknown-element', { name: element.name }, element.open);
  }
}

const ANIMATIONS: ReadonlySet<string> = new Set([
  'animate',
  'animateColor',
  'animateMotion',
  'animateTransform',
  'set',
  'discard',
]);

/** Says what makes a document more than one picture. These elements may stand anywhere, inside shapes too. */
export function reportMovingParts(document: SvgDocument, report: Report): void {
  for (const element of elementsOf(document.root)) {
    if (!isSvg(element)) continue;
    const says = element.attributes.length > 0 || element.children.length > 0;
    if (ANIMATIONS.has(element.local) && says)
      report('animation', { name: `<${element.name}>` }, element.open);
    else if (element.local === 'script' && says) report('script', {}, element.open);
  }
}

/** Elements of SVG that draw nothing by themselves where they stand. */
function isKnown(local: string): boolean {
  const isPart = /^(?:fe[A-Z]|font-face|glyph|altGlyph|[hv]kern$|missing-glyph|mesh|hatch)/.test(local);
  return isPart || ANIMATIONS.has(local) || /^(?:script|tspan|tref|textPath|mpath|source|track)$/.test(local);
}

function isVisibleText(element: XmlElement, style: Style): boolean {
  const refers = element.local === 'tref' || element.children.some((child) => child.kind === 'element');
  if (textOf(element).trim() === '' && !(refers && hasReference(element))) return false;
  // Parts inside may differ in size and paint.
  if (refers) return true;
  if (style.fontSize === 0) return false;
  const isPainted = style.keyword('fill') !== 'none' || style.keyword('stroke') !== 'none';
  return isPainted && style.keyword('visibility') === 'visible';
}

function hasReference(element: XmlElement): boolean {
  if (element.local === 'tref') return true;
  return element.children.some((child) => child.kind === 'element' && hasReference(child));
}

function isFlat(element: XmlElement, style: Style, scope: Scope, context: Context): boolean {
  const isZero = (name: 'width' | 'height'): boolean =>
    attributeOf(element, name) !== undefined &&
    !(geometryLength(element, style, name, name === 'width' ? 'x' : 'y', scope.viewport, context, 1) > 0);
  return isZero('width') || isZero('height');
}
