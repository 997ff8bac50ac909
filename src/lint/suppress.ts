import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { LineIndex, type Span } from '../diagnostics/span.ts';
import { commentsOf, elementsOf, type SvgDocument } from '../parse/tree.ts';

/** A comment that silences rules: for the whole file, or for the next line that is not empty. */
export interface Suppression {
  readonly span: Span;
  /** Empty silences every rule. */
  readonly rules: readonly string[];
  /** The lines it is about: the next one, to the end of the tag that begins there. Absent for the whole file. */
  readonly lines?: { readonly first: number; readonly last: number };
  readonly reason: string;
}

const COMMENT = /^windproof-disable(-next-line)?(?:\s([\w\s,-]*))?(?:[:\u2014]([^]*))?$/;

/**
 * The suppressions of a document, in order: `<!-- windproof-disable-next-line rule, rule: reason -->`.
 *
 * The reason stands behind a colon or a dash (—): two hyphens, as other linters have it, end a document's being XML.
 */
export function findSuppressions(document: SvgDocument): Suppression[] {
  if (!document.text.includes('windproof-disable')) return [];
  const lines = new LineIndex(document.text);
  const found: Suppression[] = [];
  for (const comment of commentsOf(document.nodes)) {
    const match = COMMENT.exec(comment.value.trim());
    if (match === null) continue;
    const rules = (match[2] ?? '').split(/[\s,]+/).filter((name) => name !== '');
    const suppression = { span: comment.span, rules, reason: (match[3] ?? '').trim() };
    if (match[1] === undefined) found.push(suppression);
    else found.push({ ...suppression, lines: nextLines(document, comment.span.end, lines) });
  }
  return found;
}

/** What stays of `diagnostics`, and the suppressions that silenced none of them. */
export function applySuppressions(
  document: SvgDocument,
  suppressions: readonly Suppression[],
  diagnostics: readonly Diagnostic[],
): { readonly kept: readonly Diagnostic[]; readonly needless: readonly Suppression[] } {
  if (suppressions.length === 0) return { kept: diagnostics, needless: [] };
  const lines = new LineIndex(document.text);
  const used = new Set<Suppression>();
  const kept = diagnostics.filter((found) => {
    const { line } = lines.positionAt(found.span.start);
    const silencing = suppressions.filter((suppression) => silences(suppression, found.code, line));
    for (const suppression of silencing) used.add(suppression);
    return silencing.length === 0;
  });
  return { kept, needless: suppressions.filter((suppression) => !used.has(suppression)) };
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
  return isHere && (rules.length === 0 || rules.includes(rule));
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
