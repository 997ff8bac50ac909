import type { Span } from '../diagnostics/span.ts';
import { visibleIn } from '../vector-drawable/oldest-arcs.ts';
import { parseXml } from '../parse/svg.ts';
import { childElements, type XmlElement } from '../parse/tree.ts';
import {
  androidAttribute,
  ANDROID_NAMESPACE,
  parseDimension,
  parseFloatValue,
} from '../vector-drawable/attributes.ts';
import { oldestPathDataFaults, TOO_LONG } from './oldest-path-data.ts';

export interface OldestParserOptions {
  /** The oldest API level that must read the drawable; 21 and up. */
  readonly minSdk: number;
  /** Whether gradients are expected below API 24: AppCompat draws them, or a warning was given. */
  readonly gradients: boolean;
  /** Whether path data that no resource can hold is expected: it was reported. */
  readonly longStrings?: boolean;
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

/**
 * What in a VectorDrawable the versions from `minSdk` on are not known to read; nothing when it is safe by construction.
 *
 * It stands in for a picture: nothing at hand draws as Android did before API 26. So it takes no chances and lets pass
 * only what the oldest parser is known to have read, even where newer ones read more (docs/android-facts.md).
 */
export function oldestParserFaults(xml: string, options: OldestParserOptions): OldestParserFault[] {
  const { document } = parseXml(xml);
  if (document === undefined) return [{ detail: 'it is no well-formed XML', span: { start: 0, end: 0 } }];
  return [...rootFaults(document.root), ...elementFaults(document.root, options, visibleIn(document.root))];
}

/** Those of `output` beyond those of `source`: a repair in place answers for what it wrote. */
export function addedFaults(source: string, output: string): OldestParserFault[] {
  const options = { minSdk: 21, gradients: true };
  const had = oldestParserFaults(source, options).map(({ detail }) => detail);
  return oldestParserFaults(output, options).filter(({ detail }) => {
    const index = had.indexOf(detail);
    if (index >= 0) had.splice(index, 1);
    return index < 0;
  });
}

/** At 0, inflation throws, as it does where one is missing. */
const EXTENTS = ['width', 'height', 'viewportWidth', 'viewportHeight'];

function* rootFaults(root: XmlElement): Generator<OldestParserFault> {
  const span = root.open;
  const has = (name: string): boolean =>
    root.attributes.some(({ namespace, local }) => namespace === ANDROID_NAMESPACE && local === name);
  if (root.local !== 'vector') yield { detail: `<${root.name}> is no VectorDrawable`, span };
  for (const name of EXTENTS) if (!has(name)) yield { detail: `there is no android:${name}`, span };
  if (!hasPath(root)) yield { detail: 'there is no <path>', span };
}

function hasPath(element: XmlElement): boolean {
  return childElements(element).some((child) => child.local === 'path' || hasPath(child));
}

/** `visible` is how far outlines may be elsewhere, in the element's units. */
function* elementFaults(
  element: XmlElement,
  options: OldestParserOptions,
  visible: number,
): Generator<OldestParserFault> {
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
    } else if (COLORS.has(attribute.local) && !COLOR.test(attribute.value)) {
      yield {
        detail: `android:${attribute.local} is no color: ${attribute.value}`,
        span: attribute.valueSpan,
      };
    } else if (attribute.local === 'pathData') {
      for (const detail of oldestPathDataFaults(attribute.value, options.minSdk, visible)) {
        if (options.longStrings === true && detail.startsWith(TOO_LONG)) continue;
        yield { detail: `path data: ${detail}`, span: attribute.valueSpan };
      }
    } else if (POSITIVE.has(attribute.local) && !((parseLength(attribute.value) ?? 1) > 0)) {
      yield { detail: `android:${attribute.local} must be above 0`, span: attribute.span };
    }
  }
  const within = visible / magnification(element);
  for (const child of childElements(element)) yield* elementFaults(child, options, within);
}

/** How many times as large a group draws what is in it; at least 1. */
function magnification(element: XmlElement): number {
  const scales = ['scaleX', 'scaleY'].map((name) =>
    Math.abs(Number(androidAttribute(element, name)?.value ?? 1)),
  );
  return Math.max(1, ...scales.filter(Number.isFinite));
}

const COLORS = new Set(['fillColor', 'strokeColor', 'tint']);
const COLOR = /^(#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|[@?].+)$/i;

/** At 0, a stroke becomes a hairline. */
const POSITIVE = new Set([...EXTENTS, 'strokeWidth']);

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
