import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { LIMITS } from './limits.ts';

/**
 * How other kinds of file begin once read as UTF-8, which turns bytes that are none into U+FFFD, and what to call them.
 */
const STARTS: readonly (readonly [string, string])[] = [
  ['\u001f\ufffd', 'a compressed file (.svgz); decompress it first'],
  ['\u001f\u008b', 'a compressed file (.svgz); decompress it first'],
  ['\ufffdPNG\r\n', 'a PNG picture'],
  ['\u0089PNG\r\n', 'a PNG picture'],
  ['\ufffd\ufffd\ufffd\ufffd\u0000\u0010JFIF', 'a JPEG picture'],
  ['GIF87a', 'a GIF picture'],
  ['GIF89a', 'a GIF picture'],
  ['%PDF-', 'a PDF document'],
  ['%!PS', 'a PostScript document'],
  ['PK\u0003\u0004', 'a ZIP archive'],
  ['\ufffd\ufffd<\u0000', 'text in UTF-16; save it as UTF-8'],
  ['\ufffd\ufffd\u0000<', 'text in UTF-16; save it as UTF-8'],
  ['<\u0000', 'text in UTF-16; save it as UTF-8'],
  ['\u0000<', 'text in UTF-16; save it as UTF-8'],
];

const HTML = /^\ufeff?\s*<(?:!doctype\s+html|html[\s>])/i;
const JSON_TEXT = /^\ufeff?\s*[{[]/;

/** The diagnostic for a text that cannot be XML at all, in words that help more than a syntax error. */
export function recognizeForeign(text: string): Diagnostic | undefined {
  const start = { start: 0, end: Math.min(1, text.length) };
  if (text.length > LIMITS.length)
    return diagnostic('too-large', { what: `${text.length} characters` }, { start: 0, end: 0 });
  if (/^[\ufeff\s]*$/.test(text)) return diagnostic('empty-file', {}, start);
  const known = STARTS.find(([beginning]) => text.startsWith(beginning))?.[1];
  if (known !== undefined) return diagnostic('not-svg', { what: known }, start);
  if (HTML.test(text)) return diagnostic('not-svg', { what: 'an HTML page' }, start);
  if (JSON_TEXT.test(text)) return diagnostic('not-svg', { what: 'JSON' }, start);
  const control = text.search(NO_CHARACTER);
  if (control < 0) return undefined;
  const hex = text.charCodeAt(control).toString(16).padStart(4, '0').toUpperCase();
  const detail = `the character U+${hex} may not stand in XML`;
  return diagnostic('xml-syntax', { detail }, { start: control, end: control + 1 });
}

/** A unit outside XML's Char production, lone surrogates aside. */
// oxlint-disable-next-line no-control-regex -- those are what is looked for
const NO_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
