import { attributeOf, hrefOf, textOf, type XmlElement } from '../parse/tree.ts';
import type { Context, Scope } from './context.ts';
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
      context.report('unsupported-foreign', { name: element.name }, element.open);
      return;
    case 'script':
      context.report('script', {}, element.open);
      return;
    case 'animate':
    case 'animateColor':
    case 'animateMotion':
    case 'animateTransform':
    case 'set':
    case 'discard':
      context.report('animation', { name: `<${element.name}>` }, element.open);
      return;
    default:
      context.report('unknown-element', { name: element.name }, element.open);
  }
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
