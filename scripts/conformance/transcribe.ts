import { DOMParser, type Element } from '@xmldom/xmldom';

/** How a device reads `android:fillType`: it honours it from API 24, and ignores it before. */
export type Reading = 'honoured' | 'ignored';

/**
 * A VectorDrawable written over as SVG, attribute by attribute. It is apart from the reader in src/ on purpose, so
 * that an error there cannot hide itself, and knows only what the icon packs need: it throws on anything else.
 */
export function transcribe(xml: string, reading: Reading): string {
  const vector = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  if (vector === null || vector.nodeName !== 'vector') throw new Error('The root is no <vector>.');
  const attribute = attributesOf(vector, [
    'width',
    'height',
    'viewportWidth',
    'viewportHeight',
    'alpha',
    'tint',
  ]);
  const clips: string[] = [];
  const body = children(vector, reading, clips);
  const viewBox = `0 0 ${attribute('viewportWidth')} ${attribute('viewportHeight')}`;
  const size = `width="${attribute('viewportWidth')}" height="${attribute('viewportHeight')}"`;
  const defs = clips.length > 0 ? `<defs>${clips.join('')}</defs>` : '';
  const alpha = attribute('alpha') ?? '1';
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="${viewBox}">${defs}<g opacity="${alpha}">${body}</g></svg>`;
}

/** A clip-path holds for what follows it in its group. */
function children(parent: Element, reading: Reading, clips: string[]): string {
  let open = 0;
  let svg = '';
  for (const child of elementsOf(parent)) {
    if (child.nodeName === 'clip-path') {
      const attribute = attributesOf(child, ['pathData', 'name']);
      const id = `clip${clips.length}`;
      clips.push(`<clipPath id="${id}"><path d="${attribute('pathData')}"/></clipPath>`);
      svg += `<g clip-path="url(#${id})">`;
      open += 1;
    } else if (child.nodeName === 'group') svg += group(child, reading, clips);
    else if (child.nodeName === 'path') svg += path(child, reading);
    else throw new Error(`<${child.nodeName}> is not known here.`);
  }
  return svg + '</g>'.repeat(open);
}

function group(element: Element, reading: Reading, clips: string[]): string {
  const names = ['name', 'rotation', 'pivotX', 'pivotY', 'scaleX', 'scaleY', 'translateX', 'translateY'];
  const attribute = attributesOf(element, names);
  const number = (name: string, otherwise: number): number => Number(attribute(name) ?? otherwise);
  const [px, py] = [number('pivotX', 0), number('pivotY', 0)];
  // Scaled first, then rotated, both about the pivot, then translated.
  const transform = [
    `translate(${px + number('translateX', 0)} ${py + number('translateY', 0)})`,
    `rotate(${number('rotation', 0)})`,
    `scale(${number('scaleX', 1)} ${number('scaleY', 1)})`,
    `translate(${-px} ${-py})`,
  ];
  return `<g transform="${transform.join(' ')}">${children(element, reading, clips)}</g>`;
}

const PAINT = ['fillColor', 'fillAlpha', 'fillType', 'strokeColor', 'strokeAlpha', 'strokeWidth'];
const STROKE = ['strokeLineCap', 'strokeLineJoin', 'strokeMiterLimit'];

function path(element: Element, reading: Reading): string {
  if (elementsOf(element).length > 0) throw new Error('A gradient is not known here.');
  const attribute = attributesOf(element, ['name', 'pathData', ...PAINT, ...STROKE]);
  const isEvenOdd = reading === 'honoured' && attribute('fillType') === 'evenOdd';
  const attributes: Record<string, string | undefined> = {
    d: attribute('pathData'),
    ...paintOf('fill', attribute('fillColor'), attribute('fillAlpha')),
    'fill-rule': isEvenOdd ? 'evenodd' : 'nonzero',
    ...paintOf('stroke', attribute('strokeColor'), attribute('strokeAlpha')),
    'stroke-width': attribute('strokeWidth') ?? '0',
    'stroke-linecap': attribute('strokeLineCap'),
    'stroke-linejoin': attribute('strokeLineJoin'),
    'stroke-miterlimit': attribute('strokeMiterLimit'),
  };
  const printed = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return `<path ${printed.map(([name, value]) => `${name}="${value}"`).join(' ')}/>`;
}

/** Android puts alpha first: #ARGB, #AARRGGBB. */
function paintOf(
  property: 'fill' | 'stroke',
  color: string | undefined,
  alpha = '1',
): Record<string, string> {
  if (color === undefined) return { [property]: 'none' };
  const digits = /^#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$/.exec(color)?.[1];
  if (digits === undefined) throw new Error(`${color} is no color.`);
  const width = digits.length <= 4 ? 1 : 2;
  const hasAlpha = digits.length === 4 || digits.length === 8;
  const first = hasAlpha ? digits.slice(0, width) : 'ff';
  const own = Number.parseInt(first.length === 1 ? first + first : first, 16) / 255;
  const rgb = hasAlpha ? digits.slice(width) : digits;
  return { [property]: `#${rgb}`, [`${property}-opacity`]: String(own * Number(alpha)) };
}

function attributesOf(element: Element, known: readonly string[]): (name: string) => string | undefined {
  const values = new Map<string, string>();
  for (const { name, value } of Array.from(element.attributes)) {
    if (name.startsWith('xmlns:')) continue;
    const bare = name.replace(/^android:/, '');
    if (bare === name || !known.includes(bare))
      throw new Error(`${name} on <${element.nodeName}> is not known here.`);
    values.set(bare, value);
  }
  return (name) => values.get(name);
}

const elementsOf = (parent: Element): Element[] =>
  Array.from(parent.childNodes).filter((node): node is Element => node.nodeType === 1);
