import type { TextEdit } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/span.ts';
import { removeAttribute } from '../parse/edit.ts';
import { attributeOf, elementsOf, spanWithin, type SvgDocument, type XmlAttribute } from '../parse/tree.ts';
import { readStyleElement } from '../resolve/style/cascade.ts';
import { parseInline, type SheetDeclaration } from '../resolve/style/sheet.ts';

export type RuleProperty = 'fill-rule' | 'clip-rule';

/** One place of the source that says a fill or clip rule: an attribute, or a declaration of CSS. */
export interface RuleDeclaration {
  readonly property: RuleProperty;
  /** In lower case; may be a variable or a CSS-wide keyword. */
  readonly value: string;
  /** The attribute, or the declaration without its semicolon. */
  readonly span: Span;
  /** The attribute that it is, or the `style` attribute that it stands in. */
  readonly attribute?: XmlAttribute;
}

/** Every declaration of the two rules that can apply, on whatever element, in the order of the text. */
export function ruleDeclarationsOf(document: SvgDocument): RuleDeclaration[] {
  const found = new Map<number, RuleDeclaration>();
  const add = (declarations: readonly SheetDeclaration[], attribute?: XmlAttribute): void => {
    for (const { name, text, span } of declarations)
      if (isRule(name))
        found.set(span.start, {
          property: name,
          value: text.toLowerCase(),
          span,
          ...(attribute === undefined ? {} : { attribute }),
        });
  };
  for (const element of elementsOf(document.root)) {
    if (element.fromEntity === true) continue;
    for (const property of ['fill-rule', 'clip-rule'] as const) {
      const attribute = attributeOf(element, property);
      if (attribute === undefined) continue;
      const value = attribute.value.trim().toLowerCase();
      found.set(attribute.span.start, { property, value, span: attribute.span, attribute });
    }
    const style = attributeOf(element, 'style');
    if (style !== undefined && /-rule/i.test(style.value))
      add(
        parseInline(style.value, (start, end) => spanWithin(style, start, end), ignore),
        style,
      );
    if (element.local === 'style')
      for (const { declarations } of readStyleElement(element, ignore)) add(declarations);
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

const ignore = (): void => {};

function isRule(name: string): name is RuleProperty {
  return name === 'fill-rule' || name === 'clip-rule';
}

/**
 * Edits that take the declarations out: attributes with the space before them, declarations with their semicolon, and
 * a `style` attribute altogether when nothing is left in it. The edits do not overlap.
 */
export function removeDeclarations(
  document: SvgDocument,
  declarations: readonly RuleDeclaration[],
): TextEdit[] {
  const edits: TextEdit[] = [];
  const ranges: Span[] = [];
  const inStyle = new Map<XmlAttribute, Span[]>();
  for (const { span, attribute } of declarations) {
    if (attribute === undefined) ranges.push(withSemicolon(document.text, span));
    else if (attribute.span.start === span.start) edits.push(removeAttribute(document, attribute));
    else {
      const range = withSemicolon(document.text, span, attribute.valueSpan);
      inStyle.set(attribute, [...(inStyle.get(attribute) ?? []), range]);
    }
  }
  for (const [attribute, spans] of inStyle) {
    const merged = merge(spans);
    if (isBlankWithout(document.text, attribute.valueSpan, merged))
      edits.push(removeAttribute(document, attribute));
    else ranges.push(...merged);
  }
  return [...edits, ...merge(ranges).map((span) => ({ span, text: '' }))];
}

/** The declaration with the semicolon and space behind it, or, of the last one, with the semicolon before it. */
function withSemicolon(text: string, { start, end }: Span, bounds?: Span): Span {
  const limit = bounds?.end ?? text.length;
  const behind = /^\s*;[ \t]*/.exec(text.slice(end, limit));
  if (behind !== null) return { start, end: end + behind[0].length };
  const before = /;\s*$/.exec(text.slice(bounds?.start ?? 0, start));
  return before === null ? { start, end } : { start: start - before[0].length, end };
}

function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged[merged.length - 1];
    if (last === undefined || span.start >= last.end) merged.push(span);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return merged;
}

function isBlankWithout(text: string, whole: Span, removed: readonly Span[]): boolean {
  let rest = '';
  let at = whole.start;
  for (const { start, end } of removed) {
    rest += text.slice(at, start);
    at = end;
  }
  return /^[\s;]*$/.test(rest + text.slice(at, whole.end));
}
