import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import { escapeValue, insertAfter, insertBefore, setAttribute } from '../../parse/edit.ts';
import type { SvgDocument, XmlElement } from '../../parse/tree.ts';
import { inheritedValue, ownValue, styleWith } from './form.ts';
import { hasMarker } from './markers.ts';
import { OUTLINE_ATTRIBUTES } from './outlines.ts';

/** How the stroke of a shape is drawn by an element of its own. */
export interface Line {
  readonly data: string;
  /** Properties that it has otherwise than the shape. */
  readonly style: Readonly<Record<string, string>>;
  /** In the place of the shape's own. */
  readonly transform?: string;
}

/** The stroke of a shape as an element of its own, over or under its fill; undefined where more than paint is split. */
export function strokeBeside(
  document: SvgDocument,
  element: XmlElement,
  { data, style, transform }: Line,
): TextEdit[] | undefined {
  const is = (name: string, initial: RegExp): boolean => initial.test(ownValue(element, name) ?? 'none');
  const isAlone = inheritedValue(element, 'fill') === 'none';
  const isWhole = ['clip-path', 'mask', 'filter'].every((name) => is(name, /^none$/));
  const isFaded = !is('opacity', /^(?:none|1)$/) || !is('mix-blend-mode', /^(?:none|normal)$/);
  // A gradient lies in the units and the box of its shape.
  const isLaidOut = inheritedValue(element, 'stroke')?.includes('url(') === true;
  if (!isWhole || (isFaded && !isAlone) || isLaidOut || hasMarker(element)) return undefined;

  const kept = element.attributes
    .filter(({ name }) => !OUTLINE_ATTRIBUTES.has(name) && !/^(?:id|style)$/.test(name))
    .filter(({ name }) => name !== 'transform' || transform === undefined)
    .map(({ span }) => document.text.slice(span.start, span.end));
  const own = Object.entries({
    style: styleWith(element, { ...style, fill: 'none' }),
    ...(transform === undefined ? {} : { transform }),
    d: data,
  }).map(([name, value]) => `${name}="${escapeValue(value)}"`);
  const prefix = element.name.slice(0, element.name.length - element.local.length);
  const line = `<${prefix}path ${[...kept, ...own].join(' ')}/>`;
  const isBeneath = inheritedValue(element, 'paint-order')?.startsWith('stroke') === true;
  return [
    setAttribute(element, 'style', styleWith(element, { stroke: 'none', 'vector-effect': 'none' })),
    isBeneath ? insertBefore(element, line) : insertAfter(element, line),
  ];
}
