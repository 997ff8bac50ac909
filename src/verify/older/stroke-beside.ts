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
  /** Path data of what belongs to the stroke beside its line, filled with its paint. */
  readonly filled?: string;
}

/** The stroke of a shape as an element of its own, over or under its fill; undefined where more than paint is split. */
export function strokeBeside(
  document: SvgDocument,
  element: XmlElement,
  { data, style, transform, filled = '' }: Line,
): TextEdit[] | undefined {
  const is = (name: string, initial: RegExp): boolean => initial.test(ownValue(element, name) ?? 'none');
  const isAlone = inheritedValue(element, 'fill') === 'none';
  const isWhole = ['clip-path', 'mask', 'filter'].every((name) => is(name, /^none$/));
  const isFaded = !is('opacity', /^(?:none|1)$/) || !is('mix-blend-mode', /^(?:none|normal)$/);
  // A gradient lies in the units and the box of its shape.
  const isLaidOut = inheritedValue(element, 'stroke')?.includes('url(') === true;
  const isOne = isAlone && filled === '';
  if (!isWhole || (isFaded && !isOne) || isLaidOut || hasMarker(element)) return undefined;

  const kept = element.attributes
    .filter(({ name }) => !OUTLINE_ATTRIBUTES.has(name) && !/^(?:id|style)$/.test(name))
    .filter(({ name }) => name !== 'transform' || transform === undefined)
    .map(({ span }) => document.text.slice(span.start, span.end));
  const prefix = element.name.slice(0, element.name.length - element.local.length);
  const drawn = (d: string, paint: Readonly<Record<string, string>>): string => {
    const own = Object.entries({
      style: styleWith(element, paint),
      ...(transform === undefined ? {} : { transform }),
      d,
    }).map(([name, value]) => `${name}="${escapeValue(value)}"`);
    return `<${prefix}path ${[...kept, ...own].join(' ')}/>`;
  };
  const line =
    filled === ''
      ? drawn(data, { ...style, fill: 'none' })
      : asOne(prefix, inheritedValue(element, 'stroke-opacity') ?? '1', [
          drawn(data, { ...style, fill: 'none', 'stroke-opacity': '1' }),
          drawn(filled, {
            fill: inheritedValue(element, 'stroke') ?? 'none',
            'fill-opacity': '1',
            'fill-rule': 'nonzero',
            stroke: 'none',
          }),
        ]);
  const isBeneath = inheritedValue(element, 'paint-order')?.startsWith('stroke') === true;
  return [
    setAttribute(element, 'style', styleWith(element, { stroke: 'none', 'vector-effect': 'none' })),
    isBeneath ? insertBefore(element, line) : insertAfter(element, line),
  ];
}

const asOne = (prefix: string, opacity: string, drawn: readonly string[]): string =>
  `<${prefix}g opacity="${escapeValue(opacity)}">${drawn.join('')}</${prefix}g>`;
