import { arcLength } from '../geometry/measure.ts';
import type { Stroke } from '../ir.ts';
import { attributeOf, type XmlElement } from '../parse/tree.ts';
import type { Path } from '../path/command.ts';
import type { Context, Scope } from './context.ts';
import type { Style } from './style/style.ts';
import { lengthOf } from './units.ts';
import { parseNumber } from './values/number.ts';

/** All of a stroke but its paint, or undefined when it is invisible whatever the paint. */
export function strokeGeometry(
  element: XmlElement,
  path: Path,
  style: Style,
  scope: Scope,
  context: Context,
): Omit<Stroke, 'paint' | 'opacity'> | undefined {
  const widthValue = style.value('stroke-width');
  const width = lengthOf(widthValue, 'diagonal', scope.viewport, context) ?? 1;
  if (!(width > 0)) return undefined;
  const nonScaling = isNonScaling(style, context);
  // Under vector-effect the width counts in CSS pixels; the IR wants viewport units.
  const unit = nonScaling ? context.root.viewport.width / context.root.size.width : 1;
  const { dashes, dashOffset } = dashesOf(element, path, style, scope, context);
  const cap = style.keyword('stroke-linecap') as Stroke['cap'];
  if (cap === 'square' && dashes.some((dash, index) => dash === 0 && index % 2 === 0)) {
    const what = 'the square caps of dashes without length';
    context.report('uneven-support', { what }, style.value('stroke-dasharray').span);
  }
  return {
    width: width * unit,
    cap,
    join: joinOf(style, context),
    // Below 1, which SVG forbids, every program cuts all corners, as at 1.
    miterLimit: Math.max(1, parseNumber(style.value('stroke-miterlimit').text) ?? 4),
    dashes: dashes.map((dash) => dash * unit),
    dashOffset: dashOffset * unit,
    nonScaling,
  };
}

/** No program bends the edges of `arcs`, in whose place SVG 2 lets one draw `miter-clip`, which few know. */
function joinOf(style: Style, context: Context): Stroke['join'] {
  const join = style.keyword('stroke-linejoin') as Stroke['join'] | 'arcs';
  if (join !== 'arcs' && join !== 'miter-clip') return join;
  context.report('uneven-support', { what: `the line join ${join}` }, style.value('stroke-linejoin').span);
  return 'miter-clip';
}

function isNonScaling(style: Style, context: Context): boolean {
  const { text, span } = style.value('vector-effect');
  const words = text.toLowerCase().split(/\s+/);
  const others = words.filter((word) => word !== 'none' && word !== 'non-scaling-stroke');
  if (others.length > 0) context.report('unsupported-css', { property: 'vector-effect', value: text }, span);
  return words.includes('non-scaling-stroke');
}

interface Dashes {
  readonly dashes: readonly number[];
  readonly dashOffset: number;
}

function dashesOf(element: XmlElement, path: Path, style: Style, scope: Scope, context: Context): Dashes {
  const solid: Dashes = { dashes: [], dashOffset: 0 };
  const value = style.value('stroke-dasharray');
  if (value.text.toLowerCase() === 'none') return solid;
  const written = value.text
    .trim()
    .split(/\s*,\s*|\s+/)
    .map((text) => lengthOf({ ...value, text }, 'diagonal', scope.viewport, context) ?? 0);
  if (!written.some((dash) => dash > 0)) return solid;
  const dashes = written.length % 2 === 1 ? [...written, ...written] : written;
  const offset = lengthOf(style.value('stroke-dashoffset'), 'diagonal', scope.viewport, context) ?? 0;
  const scale = pathLengthScale(element, path, context);
  return { dashes: dashes.map((dash) => dash * scale), dashOffset: offset * scale };
}

/** `pathLength` says how long the author takes the path to be; dashes are in that measure. */
function pathLengthScale(element: XmlElement, path: Path, context: Context): number {
  const attribute = attributeOf(element, 'pathLength');
  if (attribute === undefined) return 1;
  const stated = parseNumber(attribute.value);
  if (stated === undefined || stated < 0) {
    context.report('invalid-value', { name: 'pathLength', value: attribute.value }, attribute.valueSpan);
    return 1;
  }
  if (stated === 0) return 1;
  let length = 0;
  for (const { segments } of path.contours) for (const segment of segments) length += arcLength(segment);
  return length / stated;
}
