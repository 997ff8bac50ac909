import type { Color } from '../../ir.ts';
import { parseColor } from '../color/parse.ts';

/** The value of `fill` or `stroke`, references not yet followed. */
export type PaintValue =
  | PlainPaint
  | { readonly kind: 'context'; readonly of: 'fill' | 'stroke' }
  | { readonly kind: 'reference'; readonly url: string; readonly fallback: PlainPaint | undefined };

type PlainPaint =
  | { readonly kind: 'none' }
  | { readonly kind: 'color'; readonly color: Color }
  | { readonly kind: 'current' };

/** @see https://www.w3.org/TR/SVG2/painting.html#SpecifyingPaint */
export function parsePaint(text: string): PaintValue | undefined {
  const trimmed = text.trim();
  const lower = trimmed.toLowerCase();
  if (lower === 'context-fill') return { kind: 'context', of: 'fill' };
  if (lower === 'context-stroke') return { kind: 'context', of: 'stroke' };
  const url = parseUrl(trimmed);
  if (url !== undefined) {
    const rest = trimmed.slice(url.end).trim();
    const fallback = rest === '' ? undefined : parsePlainPaint(rest);
    if (fallback === undefined && rest !== '') return undefined;
    return { kind: 'reference', url: url.url, fallback };
  }
  return parsePlainPaint(trimmed);
}

/** What a fallback may be, too. */
function parsePlainPaint(text: string): PlainPaint | undefined {
  const lower = text.toLowerCase();
  if (lower === 'none') return { kind: 'none' };
  if (lower === 'currentcolor') return { kind: 'current' };
  const color = parseColor(text);
  return color === undefined ? undefined : { kind: 'color', color };
}

/** Of two parts that may be white space one behind the other, each could be tried at every length. */
const URL_FUNCTION = /^\s*url\((?:\s*"([^"]*)"\s*|\s*'([^']*)'\s*|([^"')]*))\)/i;

/** The address in a leading `url(…)`, and where that ends. */
export function parseUrl(text: string): { readonly url: string; readonly end: number } | undefined {
  const match = URL_FUNCTION.exec(text);
  if (match === null) return undefined;
  return { url: (match[1] ?? match[2] ?? match[3] ?? '').trim(), end: match[0].length };
}
