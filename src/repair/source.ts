import { diagnostic, type Diagnostic, type TextEdit } from '../diagnostics/diagnostic.ts';
import { InvariantError } from '../errors.ts';
import { Budget } from '../geometry/budget.ts';
import type { Icon } from '../ir.ts';
import { applyEdits } from '../parse/edit.ts';
import { parseSvg } from '../parse/svg.ts';
import type { Span } from '../diagnostics/span.ts';
import type { SvgDocument, XmlElement } from '../parse/tree.ts';
import { resolveIcon } from '../resolve/icon.ts';
import { ICON_WORK_LIMIT } from './compare.ts';
import { evenOddSpans } from './even-odd-spans.ts';
import { FaceMemory } from './face-memory.ts';
import { type Repair, type RepairOptions } from './icon.ts';
import { replaceOutlines } from './outline-edits.ts';
import { removeNeedlessRules } from './rule-edits.ts';
import { compareDrawings } from './same-drawing.ts';
import { findSites, nameOf, type Site } from './sites.ts';
import { tracedBack } from './trace.ts';
import { unshare } from './unshare.ts';

export interface SourceRepairOptions extends RepairOptions {
  /** What the document resolves to, where that was worked out before. */
  readonly icon?: Icon;
  /** True for a shape, given its place and the rules by which it is even-odd, that is to stay as it is. */
  readonly leaves?: (span: Span, rules: Site['rules']) => boolean;
}

export interface SourceRepairResult {
  /** The document's text with its edits. */
  readonly text: string;
  /** On the document given, not overlapping. */
  readonly edits: readonly TextEdit[];
  readonly repairs: readonly Repair[];
  /** Their spans are in the document given. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Each pass parts the outermost `<use>` that stands under both rules; chains of them are short. */
const MOST_PASSES = 24;

/**
 * Makes every even-odd fill and clip of an SVG source nonzero, by the least change of its text.
 *
 * Path data changes only where the two rules differ, and there only in the subpaths that must; the rule's attributes
 * and declarations go when nothing needs them any more. A shape that `<use>` draws under both rules gets a copy, and a
 * stroke that would show the change keeps the path it had.
 *
 * The result is read again and proven to draw what the source drew. A repair that breaks the proof is dropped with a
 * diagnostic, and so is one that the engine could not prove.
 */
export function repairSource(document: SvgDocument, given: SourceRepairOptions = {}): SourceRepairResult {
  const { faces = new FaceMemory(), budget = new Budget(ICON_WORK_LIMIT) } = given;
  const options = { ...given, faces, budget };
  const source = options.icon ?? resolveIcon(document).icon;
  if (source === undefined) return { text: document.text, edits: [], repairs: [], diagnostics: [] };
  const parted = partRules(document, source, options);
  const back = tracedBack(parted.edits);

  const { leaves } = options;
  const left =
    leaves === undefined
      ? []
      : parted.sites.filter(({ element, rules }) => leaves(back(element.span), rules));
  const dropped = new Set<XmlElement>(left.map(({ element }) => element));
  for (;;) {
    const attempt = attemptRepair(parted.document, parted.sites, dropped);
    const after = attempt.text === parted.document.text ? source : read(attempt.text).icon;
    const verdict = compareDrawings(parted.icon, after, faces);
    if (verdict.same) {
      const diagnostics = [...attempt.diagnostics, ...leftovers(parted.document, parted.icon, parted.sites)];
      return {
        text: attempt.text,
        edits:
          parted.edits.length === 0
            ? attempt.edits
            : [wholeEdit(document.text, attempt.text)].filter(isChange),
        repairs: attempt.repairs.map((repair) => ({ ...repair, span: back(repair.span) })),
        diagnostics: diagnostics.map((entry) => ({ ...entry, span: back(entry.span) })),
      };
    }
    const culprit = parted.sites.find(
      ({ element }) => element.span.start === verdict.span?.start && !dropped.has(element),
    );
    // Without a culprit the whole repair is one: drop what is left of it.
    const suspects = culprit === undefined ? parted.sites : [culprit];
    const before = dropped.size;
    for (const { element } of suspects) dropped.add(element);
    if (dropped.size === before)
      throw new InvariantError('repair', 'dropping every repair did not bring the picture back');
  }
}

interface Parted {
  readonly document: SvgDocument;
  readonly icon: Icon;
  readonly sites: readonly Site[];
  /** One list of edits a pass, each on the text that the one before made. */
  readonly edits: readonly (readonly TextEdit[])[];
}

/** The document with copies for the shapes that must change under one rule and must not under another. */
function partRules(
  document: SvgDocument,
  icon: Icon,
  options: RepairOptions & { readonly faces: FaceMemory },
): Parted {
  let parted: Parted = { document, icon, sites: findSites(document, options), edits: [] };
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const conflict = parted.sites.find(({ isShared }) => isShared);
    const edits = conflict && unshare(parted.document, conflict.instances);
    if (edits === undefined) break;
    const next = read(applyEdits(parted.document.text, edits));
    if (!compareDrawings(parted.icon, next.icon, options.faces).same) break;
    parted = { ...next, sites: findSites(next.document, options), edits: [...parted.edits, edits] };
  }
  return parted;
}

interface Attempt {
  readonly text: string;
  readonly edits: readonly TextEdit[];
  readonly repairs: readonly Repair[];
  readonly diagnostics: readonly Diagnostic[];
}

function attemptRepair(
  document: SvgDocument,
  sites: readonly Site[],
  dropped: ReadonlySet<XmlElement>,
): Attempt {
  const edits: TextEdit[] = [];
  const repairs: Repair[] = [];
  const diagnostics: Diagnostic[] = [];
  const kept: Site[] = [];
  for (const site of sites) {
    const element = nameOf(site.element);
    const span = site.element.open;
    const keep = (reason: Diagnostic): void => {
      kept.push(site);
      diagnostics.push(reason);
      repairs.push(...site.rules.map((rule) => repairOf(site, rule, 'kept')));
    };
    const [rule = 'fill-rule'] = site.rules;
    if (dropped.has(site.element)) keep(diagnostic('repair-unproven', { element }, span));
    else if (site.obstacle !== undefined)
      keep(diagnostic('even-odd-out-of-reach', { rule, element, reason: site.obstacle }, span));
    else if (site.repair.method === 'kept')
      keep(diagnostic('even-odd-kept', { rule, element, reason: site.repair.reason }, span));
    else {
      const replaced = replaceOutlines(document, site);
      edits.push(...replaced.edits);
      if (replaced.copiesStroke) diagnostics.push(diagnostic('stroke-copied', { element }, span));
      repairs.push(...site.rules.map((each) => repairOf(site, each, site.repair.method)));
    }
  }
  edits.push(...removeNeedlessRules(document, kept));
  return { edits, text: applyEdits(document.text, edits), repairs, diagnostics };
}

function repairOf({ element, repair }: Site, rule: Repair['rule'], method: Repair['method']): Repair {
  const isDone = method !== 'kept';
  return {
    rule,
    method,
    reason: repair.reason,
    subpaths: repair.subpaths,
    reversed: isDone ? repair.reversed.length : 0,
    breaks: isDone ? repair.breaks.length : 0,
    span: element.span,
  };
}

/** Even-odd that no element of the source says, such as a basic shape of CSS's `clip-path`. */
function leftovers(document: SvgDocument, icon: Icon, sites: readonly Site[]): Diagnostic[] {
  const known = new Set(sites.map(({ element }) => element.span.start));
  return evenOddSpans(icon)
    .filter(({ span }) => !known.has(span.start) && document.text[span.start] !== '<')
    .map(({ rule, span }) =>
      diagnostic(
        'even-odd-out-of-reach',
        { rule, element: 'this shape', reason: 'it is written in a style' },
        span,
      ),
    );
}

function read(text: string): { readonly document: SvgDocument; readonly icon: Icon } {
  const { document } = parseSvg(text);
  const icon = document && resolveIcon(document).icon;
  if (document === undefined || icon === undefined)
    throw new InvariantError('repair', 'the repaired text is no longer an icon');
  return { document, icon };
}

/** From one text to the other by a single replacement. */
function wholeEdit(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { span: { start, end: before.length - tail }, text: after.slice(start, after.length - tail) };
}

function isChange({ span, text }: TextEdit): boolean {
  return text !== '' || span.end > span.start;
}
