import type { Span } from '../diagnostics/span.ts';
import { parseXml } from '../parse/svg.ts';
import { childElements, type XmlAttribute, type XmlElement } from '../parse/tree.ts';
import { ANDROID_NAMESPACE, parseDimension, parseFloatValue } from '../vector-drawable/attributes.ts';
import { readPathData, type NumberToken, type Verb } from '../vector-drawable/path-data.ts';

export interface OldestParserOptions {
  /** The oldest API level that must read the drawable; 21 and up. */
  readonly minSdk: number;
  /** Whether gradients are expected below API 24: AppCompat draws them, or a warning was given. */
  readonly gradients: boolean;
}

/** Something that a version of Android from `minSdk` on is not known to read. The span is into the XML. */
export interface OldestParserFault {
  readonly detail: string;
  readonly span: Span;
}

/** Per element the attributes that API 21 knows, and `fillType`, which is looked at apart. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  vector: [
    'name',
    'width',
    'height',
    'viewportWidth',
    'viewportHeight',
    'alpha',
    'tint',
    'tintMode',
    'autoMirrored',
  ],
  group: ['name', 'rotation', 'pivotX', 'pivotY', 'scaleX', 'scaleY', 'translateX', 'translateY'],
  'clip-path': ['name', 'pathData'],
  path: [
    'name',
    'pathData',
    'fillColor',
    'fillAlpha',
    'fillType',
    'strokeColor',
    'strokeWidth',
    'strokeAlpha',
    'strokeLineCap',
    'strokeLineJoin',
    'strokeMiterLimit',
    'trimPathStart',
    'trimPathEnd',
    'trimPathOffset',
  ],
};

/** aapt2 cuts off what is longer. */
const LONGEST = 32_767;

/**
 * What in a VectorDrawable the versions from `minSdk` on are not known to read; nothing when it is safe by construction.
 *
 * It stands in for a picture: nothing at hand draws as Android did before API 26. So it takes no chances and lets pass
 * only what the oldest parser is known to have read, even where newer ones read more (docs/android-facts.md).
 */
export function oldestParserFaults(xml: string, options: OldestParserOptions): OldestParserFault[] {
  const { document } = parseXml(xml);
  if (document === undefined) return [{ detail: 'it is no well-formed XML', span: { start: 0, end: 0 } }];
  return [...elementFaults(document.root, options)];
}

function* elementFaults(element: XmlElement, options: OldestParserOptions): Generator<OldestParserFault> {
  const known = ATTRIBUTES[element.local];
  if (known === undefined) {
    yield* gradientFaults(element, options);
    return;
  }
  for (const attribute of element.attributes) {
    if (attribute.namespace !== ANDROID_NAMESPACE) continue;
    if (!known.includes(attribute.local)) {
      yield { detail: `<${element.local}> has no android:${attribute.local}`, span: attribute.span };
    } else if (attribute.local === 'fillType' && options.minSdk < 24) {
      yield { detail: 'android:fillType is known from API 24 on', span: attribute.span };
    } else if (attribute.local === 'pathData') {
      yield* pathDataFaults(attribute, options.minSdk);
    } else if (POSITIVE.has(attribute.local) && !((parseLength(attribute.value) ?? 1) > 0)) {
      yield { detail: `android:${attribute.local} must be above 0`, span: attribute.span };
    }
  }
  for (const child of childElements(element)) yield* elementFaults(child, options);
}

/** At 0, inflation throws, or a stroke becomes a hairline. */
const POSITIVE = new Set(['width', 'height', 'viewportWidth', 'viewportHeight', 'strokeWidth']);

function parseLength(value: string): number | undefined {
  return parseDimension(value) ?? parseFloatValue(value);
}

function* gradientFaults(element: XmlElement, options: OldestParserOptions): Generator<OldestParserFault> {
  const { span } = element;
  if (element.local !== 'attr') {
    yield { detail: `<${element.name}> is no element of a VectorDrawable`, span };
    return;
  }
  if (options.minSdk < 24 && !options.gradients) {
    yield { detail: 'gradients are known from API 24 on, and no warning was given', span };
  }
  for (const gradient of childElements(element)) {
    const value = (name: string): string | undefined =>
      gradient.attributes.find(({ local }) => local === name)?.value;
    const isRadial = value('type') === 'radial';
    if (isRadial && !(Number(value('gradientRadius')) > 0)) {
      yield { detail: 'a radial gradient needs a radius above 0', span: gradient.open };
    }
    if (childElements(gradient).length === 1) {
      yield { detail: 'a gradient needs at least two items', span: gradient.open };
    }
  }
}

function* pathDataFaults(
  { value, valueSpan: span }: XmlAttribute,
  minSdk: number,
): Generator<OldestParserFault> {
  const fault = (detail: string): OldestParserFault => ({ detail: `path data: ${detail}`, span });
  if (utf8Length(value) > LONGEST) yield fault(`longer than ${LONGEST} bytes`);
  const { verbs, crash } = readPathData(value);
  if (crash !== undefined) yield fault(crash.detail);
  if (verbs[0] !== undefined && verbs[0].letter !== 'M') yield fault('does not start with M');
  for (const [index, verb] of verbs.entries()) {
    const isAfterClose = verbs[index - 1]?.letter.toLowerCase() === 'z';
    if (isAfterClose && verb.letter !== 'M') yield fault(`${verb.letter} behind z`);
    for (const detail of verbFaults(verb, value, minSdk)) yield fault(detail);
  }
}

function* verbFaults({ letter, numbers }: Verb, text: string, minSdk: number): Generator<string> {
  // API 21 and 22 read neither `.5` nor a second point as a separator.
  const written = minSdk < 23 ? /^-?\d+(\.\d+)?$/ : /^-?(\d+(\.\d+)?|\.\d+)$/;
  for (const [index, number] of numbers.entries()) {
    if (!written.test(number.text)) yield `the number ${number.text}`;
    const before = numbers[index - 1];
    if (minSdk < 23 && before !== undefined && isGlued(before, number, text)) {
      yield `${before.text}${number.text} has no separator`;
    }
  }
  if (letter.toLowerCase() !== 'a') return;
  for (let at = 0; at + 7 <= numbers.length; at += 7) {
    const [rx, ry, , large, sweep] = numbers.slice(at, at + 7);
    if (!((rx?.value ?? 0) > 0 && (ry?.value ?? 0) > 0)) yield 'an arc with a radius of 0 or less';
    if (![large, sweep].every((flag) => flag?.text === '0' || flag?.text === '1')) yield 'an arc flag';
  }
}

function isGlued(before: NumberToken, number: NumberToken, text: string): boolean {
  return before.end === number.start && text[number.start] !== '-';
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
