import { invert, multiply } from '../geometry/matrix.ts';
import type { Paint } from '../ir.ts';
import { isSystemColor } from './color/parse.ts';
import { followUrl, type Context, type PaintContext } from './context.ts';
import { resolveGradient } from './gradients.ts';
import { resolvePattern } from './patterns.ts';
import type { StyleValue } from './style/style.ts';
import { parsePaint, type PaintValue } from './values/paint.ts';

/** The paint of an element's fill or stroke, in its user units; undefined for none. */
export function resolvePaint(
  property: 'fill' | 'stroke',
  target: PaintContext,
  context: Context,
): Paint | undefined {
  const value = target.style.value(property);
  const parsed = parsePaint(value.text);
  return parsed === undefined ? undefined : toPaint(parsed, value, target, context);
}

function toPaint(
  parsed: PaintValue,
  value: StyleValue,
  target: PaintContext,
  context: Context,
): Paint | undefined {
  switch (parsed.kind) {
    case 'none':
      return undefined;
    case 'color':
      if (isSystemColor(value.text)) context.report('system-color', { name: value.text }, value.span);
      return { kind: 'solid', color: parsed.color };
    case 'current':
      return { kind: 'solid', color: target.style.color(), current: true };
    case 'context':
      return contextPaint(parsed.of, target, context);
    case 'reference':
      return referencedPaint(parsed, value, target, context);
  }
}

/** The paint of the element that `<use>` or a marker is for, in the units of the element painted. */
function contextPaint(of: 'fill' | 'stroke', target: PaintContext, context: Context): Paint | undefined {
  const source = target.scope.contextElement;
  if (source === undefined) return undefined;
  const paint = resolvePaint(of, source, context);
  if (paint === undefined || paint.kind === 'solid') return paint;
  const toLocal = invert(target.ctm);
  if (toLocal === undefined) return undefined;
  return { ...paint, transform: multiply(multiply(toLocal, source.ctm), paint.transform) };
}

/** A paint server, else its fallback. A server that refers to nothing without a fallback paints nothing. */
function referencedPaint(
  parsed: Extract<PaintValue, { kind: 'reference' }>,
  value: StyleValue,
  target: PaintContext,
  context: Context,
): Paint | undefined {
  const server = followUrl(parsed.url, value.span, context);
  const fallback = (): Paint | undefined =>
    parsed.fallback === undefined ? undefined : toPaint(parsed.fallback, value, target, context);
  if (server === undefined) return fallback();
  switch (server.local) {
    case 'linearGradient':
    case 'radialGradient': {
      const gradient = resolveGradient(server, target, context);
      return gradient === 'unusable' ? fallback() : gradient;
    }
    case 'pattern': {
      const pattern = resolvePattern(server, value.span, target, context);
      return pattern === 'unusable' ? fallback() : pattern;
    }
    default:
      context.report(
        'wrong-reference',
        { id: parsed.url.slice(1), found: server.name, due: 'a gradient or pattern' },
        value.span,
      );
      return fallback();
  }
}
