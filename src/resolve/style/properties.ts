import { parseColor } from '../color/parse.ts';
import { parseLength } from '../values/length.ts';
import { parseNumber, parseShare } from '../values/number.ts';
import { parsePaint, parseUrl } from '../values/paint.ts';

interface PropertySpec {
  readonly inherited: boolean;
  readonly initial: string;
  /** Whether a declaration of this text counts; others are dropped, as CSS wants it. Not asked for CSS-wide keywords. */
  readonly accepts: (text: string) => boolean;
  /** Not a presentation attribute: an attribute of that name is something else, or geometry read by its element. */
  readonly cssOnly?: true;
}

const keywords = (...words: string[]) => {
  const known = new Set(words);
  return (text: string): boolean => known.has(text.toLowerCase());
};
const anything = (): boolean => true;
const isPaint = (text: string): boolean => parsePaint(text) !== undefined;
const isShare = (text: string): boolean => parseShare(text) !== undefined;
const isLength = (text: string): boolean => parseLength(text) !== undefined;
const isSize = (text: string): boolean => (parseLength(text)?.value ?? -1) >= 0;
const isColor = (text: string): boolean => /^currentcolor$/i.test(text) || parseColor(text) !== undefined;
const isReference = (text: string): boolean => /^none$/i.test(text) || parseUrl(text)?.end === text.length;
const isDashes = (text: string): boolean =>
  /^none$/i.test(text) ||
  text
    .trim()
    .split(/\s*,\s*|\s+/)
    .every((dash) => isSize(dash));
const isPaintOrder = (text: string): boolean =>
  /^normal$/i.test(text) ||
  (/^(?:(?:fill|stroke|markers)\s*){1,3}$/i.test(text) &&
    new Set(text.toLowerCase().split(/\s+/)).size === text.split(/\s+/).length);
const isMiterLimit = (text: string): boolean => (parseNumber(text) ?? -1) >= 0;
const isSizeOrAuto = (text: string): boolean => /^auto$/i.test(text) || isSize(text);

const inherited = (initial: string, accepts: (text: string) => boolean): PropertySpec => ({
  inherited: true,
  initial,
  accepts,
});
const own = (initial: string, accepts: (text: string) => boolean): PropertySpec => ({
  inherited: false,
  initial,
  accepts,
});
const geometry = (initial: string, accepts: (text: string) => boolean): PropertySpec => ({
  inherited: false,
  initial,
  accepts,
  cssOnly: true,
});

const COLOR_SPACES = keywords('auto', 'srgb', 'linearrgb');
const CAPS = keywords('butt', 'round', 'square');
const JOINS = keywords('miter', 'round', 'bevel', 'miter-clip', 'arcs');
const RULES = keywords('nonzero', 'evenodd');

/**
 * The properties that change an icon's picture, with what CSS and SVG say of them.
 *
 * @see https://www.w3.org/TR/SVG2/propidx.html
 */
const SPECS = {
  color: inherited('black', isColor),
  fill: inherited('black', isPaint),
  'fill-opacity': inherited('1', isShare),
  'fill-rule': inherited('nonzero', RULES),
  stroke: inherited('none', isPaint),
  'stroke-opacity': inherited('1', isShare),
  'stroke-width': inherited('1', isSize),
  'stroke-linecap': inherited('butt', CAPS),
  'stroke-linejoin': inherited('miter', JOINS),
  'stroke-miterlimit': inherited('4', isMiterLimit),
  'stroke-dasharray': inherited('none', isDashes),
  'stroke-dashoffset': inherited('0', isLength),
  'paint-order': inherited('normal', isPaintOrder),
  visibility: inherited('visible', keywords('visible', 'hidden', 'collapse')),
  'clip-rule': inherited('nonzero', RULES),
  'marker-start': inherited('none', isReference),
  'marker-mid': inherited('none', isReference),
  'marker-end': inherited('none', isReference),
  'shape-rendering': inherited('auto', keywords('auto', 'optimizespeed', 'crispedges', 'geometricprecision')),
  'color-interpolation': inherited('srgb', COLOR_SPACES),
  'font-size': inherited('medium', anything),

  display: own('inline', anything),
  opacity: own('1', isShare),
  overflow: own('', keywords('visible', 'hidden', 'scroll', 'auto', 'clip')),
  transform: own('none', anything),
  'transform-origin': own('', anything),
  'transform-box': own(
    'view-box',
    keywords('view-box', 'fill-box', 'stroke-box', 'content-box', 'border-box'),
  ),
  'vector-effect': own('none', anything),
  'clip-path': own('none', anything),
  mask: own('none', anything),
  'mask-type': own('luminance', keywords('luminance', 'alpha')),
  filter: own('none', anything),
  'stop-color': own('black', isColor),
  'stop-opacity': own('1', isShare),
  clip: own('auto', anything),
  'writing-mode': inherited('horizontal-tb', anything),

  // Geometry, and properties without a presentation attribute.
  x: geometry('', isLength),
  y: geometry('', isLength),
  width: geometry('', isSizeOrAuto),
  height: geometry('', isSizeOrAuto),
  cx: geometry('', isLength),
  cy: geometry('', isLength),
  r: geometry('', isSize),
  rx: geometry('', isSizeOrAuto),
  ry: geometry('', isSizeOrAuto),
  d: geometry('', anything),
  'mix-blend-mode': geometry('normal', anything),
  isolation: geometry('auto', anything),
  'mask-image': geometry('none', anything),
  'mask-mode': geometry('match-source', anything),
  'backdrop-filter': geometry('none', anything),
  translate: geometry('none', anything),
  rotate: geometry('none', anything),
  scale: geometry('none', anything),
  'offset-path': geometry('none', anything),
  animation: geometry('none', anything),
  'animation-name': geometry('none', anything),
  background: geometry('none', anything),
  'background-color': geometry('transparent', anything),
} satisfies Record<string, PropertySpec>;

export type Property = keyof typeof SPECS;

export const PROPERTIES: Readonly<Record<Property, PropertySpec>> = SPECS;

export function isProperty(name: string): name is Property {
  return Object.prototype.hasOwnProperty.call(SPECS, name);
}

/** Attributes that are presentation attributes under another name. */
export const ATTRIBUTE_ALIASES: Readonly<Record<string, Property>> = {
  gradientTransform: 'transform',
  patternTransform: 'transform',
};

const MARKERS: readonly Property[] = ['marker-start', 'marker-mid', 'marker-end'];

/** The longhands a declaration stands for. */
export function expandShorthand(name: string, text: string): readonly (readonly [Property, string])[] {
  if (name === 'marker') return MARKERS.map((longhand) => [longhand, text] as const);
  if (name === 'font') {
    const size = text
      .split('/')[0]
      ?.split(/\s+/)
      .find((word) => /^[\d.]/.test(word) && isLength(word));
    return size === undefined ? [] : [['font-size', size]];
  }
  return isProperty(name) ? [[name, text]] : [];
}
