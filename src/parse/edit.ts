import type { TextEdit } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/span.ts';
import type { SvgDocument, XmlAttribute, XmlElement } from './tree.ts';

/** Text edits on a parsed document. Each leaves every byte outside it as it was. */

/** Takes an attribute out, with the white space before it. */
export function removeAttribute(document: SvgDocument, attribute: XmlAttribute): TextEdit {
  let { start } = attribute.span;
  while (/\s/.test(document.text[start - 1] ?? '')) start -= 1;
  return { span: { start, end: attribute.span.end }, text: '' };
}

/** Gives an attribute another value, in the quotes it has. */
export function replaceValue(attribute: XmlAttribute, value: string): TextEdit {
  return { span: attribute.valueSpan, text: escapeValue(value, attribute.quote) };
}

/** Adds an attribute behind the last one. The element must not have one of that name. */
export function insertAttribute(element: XmlElement, name: string, value: string): TextEdit {
  const last = element.attributes[element.attributes.length - 1];
  const at = last?.span.end ?? element.open.start + '<'.length + element.name.length;
  return { span: { start: at, end: at }, text: ` ${name}="${escapeValue(value, '"')}"` };
}

/** Sets an attribute whether or not the element has it. */
export function setAttribute(element: XmlElement, name: string, value: string): TextEdit {
  const present = element.attributes.find((attribute) => attribute.name === name);
  return present === undefined ? insertAttribute(element, name, value) : replaceValue(present, value);
}

/** Puts `markup` before an element. */
export function insertBefore(element: XmlElement, markup: string): TextEdit {
  return { span: { start: element.span.start, end: element.span.start }, text: markup };
}

/** Puts `markup` behind an element. */
export function insertAfter(element: XmlElement, markup: string): TextEdit {
  return { span: { start: element.span.end, end: element.span.end }, text: markup };
}

/** Takes an element out with all that is in it, and the line it stood on when nothing else is there. */
export function removeElement(document: SvgDocument, element: XmlElement): TextEdit {
  return removeMarkup(document, element.span);
}

/** Takes a tag, a comment or an element out, and the line it stood on when nothing else is there. */
export function removeMarkup(document: SvgDocument, span: Span): TextEdit {
  let { start, end } = span;
  while (/[ \t]/.test(document.text[start - 1] ?? '')) start -= 1;
  const isAloneOnLine =
    /^[\n\r]?$/.test(document.text[start - 1] ?? '') && /^[ \t]*(?:\r?\n|$)/.test(document.text.slice(end));
  if (!isAloneOnLine) start = span.start;
  else end += (/^[ \t]*(?:\r?\n)?/.exec(document.text.slice(end)) as RegExpExecArray)[0].length;
  return { span: { start, end }, text: '' };
}

/**
 * `text` with the edits made. They may not overlap; of edits at one place the first given comes first.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits];
  ordered.sort((a, b) => a.span.start - b.span.start);
  let result = '';
  let at = 0;
  for (const edit of ordered) {
    result += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return result + text.slice(at);
}

export function escapeValue(value: string, quote: '"' | "'" = '"'): string {
  return value
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\t\n\r]/g, (unit) => `&#${unit.charCodeAt(0)};`)
    .replace(quote === '"' ? /"/g : /'/g, quote === '"' ? '&quot;' : '&apos;');
}
