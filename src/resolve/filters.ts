import { attributeOf, childElements, isSvg, type XmlElement } from '../parse/tree.ts';
import { parseNumbers } from './values/number.ts';

/**
 * Whether a `filter` leaves what it filters as it is, as design tools write when an effect is switched off: a function
 * at its neutral value, or a `<filter>` whose every primitive passes its input on.
 *
 * A filter's region also cuts; only a region at least as large as the default counts as leaving things alone.
 */
export function isIdentityFilter(text: string, filter: XmlElement | undefined): boolean {
  if (filter !== undefined) return isIdentityElement(filter);
  const call = /^\s*([a-z-]+)\(([^()]*)\)\s*$/i.exec(text);
  if (call === null) return false;
  const neutral = NEUTRAL[(call[1] as string).toLowerCase()];
  return neutral !== undefined && neutral.test((call[2] as string).trim());
}

/** Primitives that may give color where their input has none. */
const SOURCES: ReadonlySet<string> = new Set([
  'feColorMatrix',
  'feComponentTransfer',
  'feComposite',
  'feConvolveMatrix',
  'feDiffuseLighting',
  'feFlood',
  'feImage',
  'feSpecularLighting',
  'feTurbulence',
]);

/** Whether a filter may show something where what it filters shows nothing, which renderers disagree about. */
export function paintsOnNothing(filter: XmlElement | undefined, hasBox: boolean): boolean {
  if (filter === undefined) return false;
  const inUserSpace = attributeOf(filter, 'filterUnits')?.value.trim() === 'userSpaceOnUse';
  return (
    (hasBox || inUserSpace) && childElements(filter).some((child) => isSvg(child) && SOURCES.has(child.local))
  );
}

const ZERO = /^(?:[+-]?(?:0+(?:\.0+)?|\.0+)(?:px|deg|rad|grad|turn|%)?)?$/i;
const NONE_OF_IT = /^[+-]?(?:0+(?:\.0+)?|\.0+)%?$/;
const ALL_OF_IT = /^(?:1(?:\.0*)?|100(?:\.0*)?%)?$/;

/** The arguments at which a filter function does nothing. */
const NEUTRAL: Readonly<Record<string, RegExp>> = {
  blur: ZERO,
  'hue-rotate': ZERO,
  brightness: ALL_OF_IT,
  contrast: ALL_OF_IT,
  opacity: ALL_OF_IT,
  saturate: ALL_OF_IT,
  grayscale: NONE_OF_IT,
  invert: NONE_OF_IT,
  sepia: NONE_OF_IT,
};

function isIdentityElement(filter: XmlElement): boolean {
  const primitives = childElements(filter).filter((child) => isSvg(child) && child.local.startsWith('fe'));
  const hasRegion = ['x', 'y', 'width', 'height'].some((name) => attributeOf(filter, name) !== undefined);
  const [only] = primitives;
  if (only === undefined || primitives.length > 1 || hasRegion) return false;
  if (['x', 'y', 'width', 'height'].some((name) => attributeOf(only, name) !== undefined)) return false;
  const input = attributeOf(only, 'in')?.value.trim() ?? 'SourceGraphic';
  return input === 'SourceGraphic' && isIdentityPrimitive(only);
}

function isIdentityPrimitive(primitive: XmlElement): boolean {
  const isZero = (name: string): boolean => {
    const { numbers, end } = parseNumbers(attributeOf(primitive, name)?.value ?? '');
    const written = attributeOf(primitive, name)?.value.length ?? 0;
    return end === written && numbers.every((value) => value === 0);
  };
  switch (primitive.local) {
    case 'feOffset':
      return isZero('dx') && isZero('dy');
    case 'feGaussianBlur':
      return isZero('stdDeviation');
    case 'feColorMatrix': {
      const type = attributeOf(primitive, 'type')?.value.trim() ?? 'matrix';
      const isMissing = attributeOf(primitive, 'values') === undefined;
      return isMissing && (type === 'matrix' || type === 'saturate' || type === 'hueRotate');
    }
    case 'feComponentTransfer':
      return childElements(primitive).every(
        (transfer) => (attributeOf(transfer, 'type')?.value.trim() ?? 'identity') === 'identity',
      );
    default:
      return false;
  }
}
