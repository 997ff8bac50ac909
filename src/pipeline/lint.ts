import { diagnostic, type Diagnostic, type Fix, type TextEdit } from '../diagnostics/diagnostic.ts';
import type { FileConfig } from '../lint/config.ts';
import { runRules } from '../lint/run.ts';
import { withReasonHelp } from '../lint/suppress.ts';
import type { Language, LintFile } from '../lint/rule.ts';
import { drawingVisible } from './draw-visible.ts';
import { stageReports } from './lint-stages.ts';
import { applyEdits } from '../parse/edit.ts';
import { asSvg, parseXml } from '../parse/svg.ts';
import type { Draw } from '../ports.ts';
import type { Icon } from '../ir.ts';
import { comparePictures, LONGER_SIDE } from '../verify/compare.ts';
import { inOlderForm } from '../verify/older/rewrite.ts';
import { printSvg } from '../emit/svg.ts';
import { resolveIcon } from '../resolve/icon.ts';
import { readVectorDrawable } from '../vector-drawable/read.ts';

export interface LintOptions {
  /** As reported, with forward slashes; some rules judge the name. */
  readonly path?: string;
  readonly config: FileConfig;
}

export interface LintResult {
  /** In source order. What is not XML has only the diagnostic that says so. */
  readonly diagnostics: readonly Diagnostic[];
  /** What rules over a set remembered of this icon, by rule; `compareFiles` judges them together. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface LintFixOptions extends LintOptions {
  /** `unsafe` takes the safe fixes too. */
  readonly level: Fix['safety'];
  /** Proves that a safe fix keeps the picture. */
  readonly draw: Draw;
}

export interface LintFixResult extends LintResult {
  /** The text with its fixes; the source itself when none was made. */
  readonly output: string;
  readonly fixed: number;
}

/** One fix may make room for another; real icons settle in two or three passes. */
const MOST_PASSES = 10;

/** What the configured rules find in one text. Nothing is changed, and nothing is drawn. */
export function lint(text: string, { path, config }: LintOptions): LintResult {
  const read = lintFile(text, path, config);
  if (read.file === undefined) return { diagnostics: read.diagnostics, facts: {} };
  return runRules(read.file, config);
}

/**
 * Applies the fixes of the configured rules until none is left, then lints what came out.
 *
 * Safe ones are made before unsafe ones, whose picture none could be held against. A safe fix that changes the picture is
 * dropped and reported: a broken promise of the rule's is never written.
 */
export function lintAndFix(text: string, options: LintFixOptions): LintFixResult {
  let output = text;
  /** The text whose picture safe fixes keep, however many are made. */
  let held = text;
  let fixed = 0;
  const refused = new Set<string>();
  const dropped: Diagnostic[] = [];
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const fixable = lint(output, options).diagnostics.filter(
      ({ fix, code }) => fix !== undefined && !refused.has(code),
    );
    const safe = withoutOverlap(fixable.filter(({ fix }) => fix?.safety === 'safe'));
    if (safe.length > 0) {
      const { step, changing } = provenStep(output, safe, (next) => drawsTheSame(held, next, options.draw));
      for (const found of changing) {
        refused.add(found.code);
        dropped.push(diagnostic('fix-dropped', { rule: found.code }, found.span));
      }
      if (step.length === 0) continue;
      const next = withFixes(output, step);
      if (next === output) break;
      output = next;
      fixed += step.length;
      continue;
    }
    const unsafe = options.level === 'unsafe' ? withoutOverlap(fixable) : [];
    const next = withFixes(output, unsafe);
    if (next === output) break;
    output = next;
    held = next;
    fixed += unsafe.length;
  }
  const after = lint(output, options);
  return { ...after, diagnostics: [...after.diagnostics, ...dropped], output, fixed };
}

interface Step {
  readonly step: readonly Diagnostic[];
  /** The first finding of each rule whose fixes change the picture. */
  readonly changing: readonly Diagnostic[];
}

/** Of `chosen`, whose fixes may be made at once: all, or where that changes the picture, those of the first rule that keep it. */
function provenStep(text: string, chosen: readonly Diagnostic[], keeps: (next: string) => boolean): Step {
  if (keeps(withFixes(text, chosen))) return { step: chosen, changing: [] };
  const codes = [...new Set(chosen.map(({ code }) => code))];
  const byRule = codes.map((code) => chosen.filter((found) => found.code === code));
  const kept = byRule.filter((alone) => codes.length > 1 && keeps(withFixes(text, alone)));
  const changing = byRule.filter((alone) => !kept.includes(alone)).map(([first]) => first as Diagnostic);
  return { step: kept[0] ?? [], changing };
}

const withFixes = (text: string, found: readonly Diagnostic[]): string =>
  applyEdits(
    text,
    found.flatMap(({ fix }) => fix?.edits ?? []),
  );

interface Reading {
  /** Absent for what is not XML, or neither an SVG nor a VectorDrawable. */
  readonly file?: LintFile;
  readonly diagnostics: readonly Diagnostic[];
}

/** A text as rules see it, or why they cannot. */
export function lintFile(text: string, path: string | undefined, config: FileConfig): Reading {
  const { minSdk, appcompat } = config;
  const xml = parseXml(text);
  const isDrawable = xml.document?.root.local === 'vector';
  const language: Language = isDrawable ? 'vector-drawable' : 'svg';
  const parsed = isDrawable ? { document: xml.document, diagnostics: [] } : asSvg(xml);
  const { document } = parsed;
  if (document === undefined) return { diagnostics: withReasonHelp(text, parsed.diagnostics) };
  const { icon, diagnostics } = isDrawable ? readVectorDrawable(text) : resolveIcon(document);
  const reading = [...parsed.diagnostics, ...diagnostics];
  const stages = stageReports(document, icon, reading, language, config);
  return {
    file: { path, text, language, document, icon, minSdk, appcompat, stages },
    diagnostics: reading,
  };
}

/**
 * Both texts drawn by the same renderer, in older terms where it is older than them; where it cannot read one of them so,
 * or the resolver refuses a part, what was resolved of each.
 */
function drawsTheSame(before: string, after: string, lent: Draw): boolean {
  const [one, other] = [resolved(before), resolved(after)];
  if (one === undefined || other === undefined) return false;
  const { draw } = drawingVisible({ draw: lent }, one.icon);
  const asWritten = (): boolean =>
    comparePictures(draw(inOlderForm(before).text, LONGER_SIDE), draw(inOlderForm(after).text, LONGER_SIDE))
      .same;
  const asResolved = (): boolean =>
    comparePictures(draw(printSvg(one.icon), LONGER_SIDE), draw(printSvg(other.icon), LONGER_SIDE)).same;
  for (const isSame of one.isReadable && other.isReadable ? [asWritten, asResolved] : [asResolved]) {
    try {
      return isSame();
    } catch {
      // A renderer that gave up has proven nothing.
    }
  }
  return false;
}

/** An icon in either language, and whether a renderer of SVG can be asked for it as it is written. */
function resolved(text: string): { readonly icon: Icon; readonly isReadable: boolean } | undefined {
  const xml = parseXml(text).document;
  if (xml === undefined) return undefined;
  const isDrawable = xml.root.local === 'vector';
  const { icon, diagnostics } = isDrawable ? readVectorDrawable(text) : resolveIcon(xml);
  if (icon === undefined) return undefined;
  const isRefused = diagnostics.some(({ effect }) => effect === 'refused');
  // No form in older terms is known of variables.
  return { icon, isReadable: !isDrawable && !isRefused && !/\bvar\(/.test(text) };
}

/** The findings, first come first served, whose edits leave each other's text alone. */
function withoutOverlap(candidates: readonly Diagnostic[]): Diagnostic[] {
  const taken: TextEdit[] = [];
  return candidates.filter(({ fix }) => {
    const edits = fix?.edits ?? [];
    const isFree = edits.every(({ span }) =>
      taken.every((other) => span.end <= other.span.start || span.start >= other.span.end),
    );
    // Two insertions at one place would depend on their order.
    const isApart = edits.every(({ span }) => taken.every((other) => span.start !== other.span.start));
    if (!isFree || !isApart) return false;
    taken.push(...edits);
    return true;
  });
}
