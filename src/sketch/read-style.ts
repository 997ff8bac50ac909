import type { Color } from '../ir.ts';
import { arrayOf, booleanOf, isObject, numberOf, objectOf, pointOf, type JsonObject } from './json.ts';
import type { Border, Gradient, Paint, Style } from './model.ts';

const CAPS = ['butt', 'round', 'square'] as const;
const JOINS = ['miter', 'round', 'bevel'] as const;
const POSITIONS = ['center', 'inside', 'outside'] as const;
const GRADIENTS = ['linear', 'radial', 'angular'] as const;

/** Sketch's default where a file names no rule: even-odd. */
const EVEN_ODD = 1;

/**
 * The style of `layer`. Only what is switched on is kept.
 *
 * Formats before v116 keep the winding rule on the shape group itself; v116 to v120 write both and draw by the style's.
 */
export function readStyle(layer: JsonObject): Style {
  const style = objectOf(layer['style']);
  const options = objectOf(style['borderOptions']);
  const context = objectOf(style['contextSettings']);
  const rule = numberOf(style['windingRule'], numberOf(layer['windingRule'], EVEN_ODD));
  const ruleMembers: (readonly string[])[] = [];
  if ('windingRule' in style) ruleMembers.push(['style', 'windingRule']);
  if ('windingRule' in layer) ruleMembers.push(['windingRule']);
  const marker = (name: string): boolean => numberOf(style[name], 0) !== 0;
  return {
    fills: enabled(style['fills']).map(readPaint),
    borders: enabled(style['borders'])
      .map(readBorder)
      .filter((border) => border.thickness > 0),
    rule: rule === EVEN_ODD ? 'evenodd' : 'nonzero',
    cap: CAPS[numberOf(options['lineCapStyle'], 0)] ?? 'butt',
    join: JOINS[numberOf(options['lineJoinStyle'], 0)] ?? 'miter',
    miterLimit: Math.max(1, numberOf(style['miterLimit'], 10)),
    dashes: arrayOf(options['dashPattern'])
      .map((dash) => numberOf(dash, 0))
      .filter((dash) => dash > 0),
    markers:
      marker('startMarkerType') ||
      marker('endMarkerType') ||
      marker('startDecorationType') ||
      marker('endDecorationType'),
    opacity: unit(context['opacity']),
    blendMode: numberOf(context['blendMode'], 0),
    effects: readEffects(style, layer),
    ruleMembers,
  };
}

const isEnabled = (value: unknown): value is JsonObject =>
  isObject(value) && booleanOf(value['isEnabled'], true);

const enabled = (list: unknown): readonly JsonObject[] => arrayOf(list).filter(isEnabled);

const unit = (value: unknown): number => Math.min(1, Math.max(0, numberOf(value, 1)));

function readEffects(style: JsonObject, layer: JsonObject): string[] {
  const effects: string[] = [];
  if (enabled(style['shadows']).length > 0) effects.push('shadow');
  if (enabled(style['innerShadows']).length > 0) effects.push('inner shadow');
  const blurs = [style['blur'], ...arrayOf(style['blurs'])];
  if (blurs.some((blur) => isObject(blur) && booleanOf(blur['isEnabled'], false))) effects.push('blur');
  const controls = objectOf(style['colorControls']);
  if (booleanOf(controls['isEnabled'], false)) effects.push('color adjustment');
  if (hasOtherCorners(style, layer)) effects.push('corner radius that its points do not have');
  for (const [name, value] of Object.entries(style)) {
    if (!KNOWN.has(name) && isSwitchedOn(value)) effects.push(`style named ${name}, which is not known`);
  }
  return effects;
}

/** What a style has in any format described; what a later one adds is only looked at to see whether it is on. */
const KNOWN: ReadonlySet<string> = new Set([
  'blur',
  'blurs',
  'borderOptions',
  'borders',
  'colorControls',
  'contextSettings',
  'fills',
  'innerShadows',
  'shadows',
  'textStyle',
]);

const isSwitchedOn = (value: unknown): boolean =>
  Array.isArray(value) ? value.some(isSwitchedOn) : isObject(value) && booleanOf(value['isEnabled'], false);

/** Formats after v146 keep the radii in the style as well: one for all corners, or one for each point. */
function hasOtherCorners(style: JsonObject, layer: JsonObject): boolean {
  const radii = arrayOf(objectOf(style['corners'])['radii']).map((radius) => numberOf(radius, 0));
  if (!radii.some((radius) => radius > 0)) return false;
  const points = arrayOf(layer['points']).map((point) => numberOf(objectOf(point)['cornerRadius'], 0));
  if (points.length === 0) return true;
  return points.some((radius, index) => radius !== (radii.length === 1 ? radii[0] : radii[index]));
}

function readPaint(paint: JsonObject): Paint {
  const context = objectOf(paint['contextSettings']);
  const common = { opacity: unit(context['opacity']), blendMode: numberOf(context['blendMode'], 0) };
  switch (numberOf(paint['fillType'], 0)) {
    case 0:
      return { kind: 'color', color: readColor(paint['color']), ...common };
    case 1:
      return { kind: 'gradient', gradient: readGradient(objectOf(paint['gradient'])), ...common };
    case 4:
      return { kind: 'image', ...common };
    default:
      return { kind: 'unknown', ...common };
  }
}

function readBorder(border: JsonObject): Border {
  return {
    paint: readPaint(border),
    thickness: numberOf(border['thickness'], 0),
    position: POSITIONS[numberOf(border['position'], 0)] ?? 'center',
  };
}

/** Sketch's channels are 0 to 1. */
export function readColor(value: unknown): Color {
  const color = objectOf(value);
  const channel = (name: string): number =>
    Math.round(Math.min(1, Math.max(0, numberOf(color[name], 0))) * 255);
  return { r: channel('red'), g: channel('green'), b: channel('blue'), a: unit(color['alpha']) };
}

function readGradient(gradient: JsonObject): Gradient {
  const stops = arrayOf(gradient['stops']).map((stop) => {
    const { position, color } = objectOf(stop);
    return { offset: unit(numberOf(position, 0)), color: readColor(color) };
  });
  return {
    kind: GRADIENTS[numberOf(gradient['gradientType'], 0)] ?? 'linear',
    from: pointOf(gradient['from']) ?? { x: 0.5, y: 0 },
    to: pointOf(gradient['to']) ?? { x: 0.5, y: 1 },
    ellipse: numberOf(gradient['elipseLength'], 0),
    stops: stops.sort((a, b) => a.offset - b.offset),
  };
}
