import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { LineIndex, type Span } from '../diagnostics/span.ts';
import { commentsOf, elementsOf, type SvgDocument } from '../parse/tree.ts';

/** A comment that silences rules: for the whole file, or for the next line that is not empty. */
export interface Suppression {
  readonly span: Span;
  /** Empty silences every rule. Absent where the comment cannot be read, and silences none. */
  readonly rules?: readonly string[];
  /** Of the names in the text. */
  readonly list: Span;
  /** The lines it is about: the next one, to the end of the tag that begins there. Absent for the whole file. */
  readonly lines?: { readonly first: number; readonly last: number };
}

const COMMENT = /^(\s*windproof-disable(-next-line)?)(?:\s([\w\s,-]*))?(?:[:\u2014][^]*)?$/;

const OWN = /^\s*windproof-(dis|en)able/;

/**
 * The suppressions of a document, in order: `<!-- windproof-disable-next-line rule, rule: reason -->`.
 *
 * The reason stands behind a colon or a dash (—): two hyphens, as other linters have it, end a document's being XML.
 */
export function findSuppressions(document: SvgDocument): Suppression[] {
  if (!/windproof-(dis|en)able/.test(document.text)) return [];
  const lines = new LineIndex(document.text);
  const found: Suppression[] = [];
  for (const { value, span } of commentsOf(document.nodes)) {
    if (!OWN.test(value)) continue;
    const [, head = '', nextLine, list] = COMMENT.exec(value) ?? [];
    const start = span.start + '<!--'.length + head.length;
    const suppression = { span, list: { start, end: start + (list === undefined ? 0 : list.length + 1) } };
    if (head === '') {
      found.push(suppression);
      continue;
    }
    const rules = (list ?? '').split(/[\s,]+/).filter((name) => name !== '');
    if (nextLine === undefined) found.push({ ...suppression, rules });
    else found.push({ ...suppression, rules, lines: nextLines(document, span.end, lines) });
  }
  return found;
}

/** A suppression that could be shorter: all of it where it silences everything or cannot be read. */
export interface Needless {
  readonly suppression: Suppression;
  /** The names that silenced nothing. */
  readonly rules: readonly string[];
}

/** What stays of `diagnostics`, and which suppressions, or which names in them, silenced none of them. */
export function applySuppressions(
  document: SvgDocument,
  suppressions: readonly Suppression[],
  diagnostics: readonly Diagnostic[],
): { readonly kept: readonly Diagnostic[]; readonly needless: readonly Needless[] } {
  if (suppressions.length === 0) return { kept: diagnostics, needless: [] };
  const lines = new LineIndex(document.text);
  const used = new Map(suppressions.map((suppression) => [suppression, new Set<string>()]));
  const kept = diagnostics.filter((found) => {
    const { line } = lines.positionAt(found.span.start);
    const silencing = suppressions.filter((suppression) => silences(suppression, found.code, line));
    for (const suppression of silencing) used.get(suppression)?.add(found.code);
    return silencing.length === 0;
  });
  const needless = [...used]
    .map(([suppression, silenced]) => ({
      suppression,
      rules: suppression.rules?.filter((name) => !silenced.has(name)) ?? [],
      isUsed: silenced.size > 0,
    }))
    .filter(({ rules, isUsed }) => rules.length > 0 || !isUsed);
  return { kept, needless };
}

/** What made `text` no XML, with better help where that is a suppression's reason behind two hyphens. */
export function withReasonHelp(text: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.map((found) => {
    const before = text.slice(0, found.span.start);
    const comment = before.slice(before.lastIndexOf('<!--') + '<!--'.length);
    const isReason = text.startsWith('--', found.span.start) && /^\s*windproof-disable/.test(comment);
    if (found.code !== 'xml-syntax' || !isReason) return found;
    const help = 'Write the reason behind a colon: <!-- windproof-disable-next-line rule: reason -->.';
    return { ...found, help };
  });
}

/** Whether a finding of `rule` that begins at an offset of the document would be silenced. */
export function silencer(document: SvgDocument): (rule: string, offset: number) => boolean {
  const suppressions = findSuppressions(document);
  if (suppressions.length === 0) return () => false;
  const lines = new LineIndex(document.text);
  return (rule, offset) => {
    const { line } = lines.positionAt(offset);
    return suppressions.some((suppression) => silences(suppression, rule, line));
  };
}

function silences({ lines, rules }: Suppression, rule: string, line: number): boolean {
  const isHere = lines === undefined || (lines.first <= line && line <= lines.last);
  return isHere && rules !== undefined && (rules.length === 0 || rules.includes(rule));
}

function nextLines(document: SvgDocument, offset: number, lines: LineIndex) {
  const { text } = document;
  const rest = /^[^\S\r\n]*(?:\r\n|\r|\n)?\s*/.exec(text.slice(offset)) as RegExpExecArray;
  const first = lines.positionAt(Math.min(offset + rest[0].length, text.length)).line;
  let last = first;
  for (const { open } of elementsOf(document.root))
    if (lines.positionAt(open.start).line === first)
      last = Math.max(last, lines.positionAt(open.end - 1).line);
  return { first, last };
}
