import type { GenericSchema, InferOutput } from 'valibot';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import type { Severity } from '../diagnostics/message.ts';
import type { Span } from '../diagnostics/span.ts';
import type { Icon } from '../ir.ts';
import type { SvgDocument } from '../parse/tree.ts';

export type Language = 'svg' | 'vector-drawable';

export type Category = 'winding' | 'android' | 'correctness' | 'contract' | 'leftovers';

export type PresetName = 'recommended' | 'android' | 'sketch' | 'strict';

/** What a rule says of one place. The rule's name and the configured severity make it a diagnostic. */
export interface Finding {
  readonly span: Span;
  /** What is wrong, one sentence. */
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly help: string;
  readonly fix?: Fix;
}

/** What the other stages know about an icon, worked out when a rule first asks and once for all rules. */
export interface StageReports {
  /** What a conversion would say: of resolving, lowering and emitting, without drawing. */
  readonly conversion: () => readonly Diagnostic[];
  /** What `fix` would do about even-odd fills and clips, and the nonzero subpaths that change nothing. */
  readonly winding: () => WindingReport;
  /** What svgo would make of the source, in bytes; undefined where svgo fails. */
  readonly optimizedBytes: () => number | undefined;
}

export interface WindingReport {
  /** One for each fill or clip that even-odd rules, in document order. */
  readonly repairs: readonly WindingRepair[];
  /** Makes all of an SVG's that can be made, which are proven together. Absent where none can. */
  readonly fix?: Fix;
  /** Subpaths that a nonzero fill would lose nothing without. */
  readonly ineffective: readonly IneffectiveSubpath[];
}

export interface WindingRepair {
  readonly rule: 'fill-rule' | 'clip-rule';
  readonly method: 'unchanged' | 'reversed' | 'split' | 'kept';
  readonly span: Span;
  /** Makes this one alone, in a VectorDrawable. */
  readonly fix?: Fix;
}

export interface IneffectiveSubpath {
  readonly span: Span;
  /** Counted from 1 in its path. */
  readonly subpath: number;
  /** True when reversing it would punch a hole: it lies inside and runs the same way. */
  readonly isLostHole: boolean;
  /** Takes the subpath out; the picture stays. */
  readonly remove?: Fix;
  /** Reverses the subpath; the hole appears. */
  readonly reverse?: Fix;
}

/** The file under lint. */
export interface LintFile {
  /** As reported, with forward slashes; absent for text without a name. */
  readonly path?: string | undefined;
  readonly text: string;
  readonly language: Language;
  readonly document: SvgDocument;
  /** Absent where the icon could not be resolved. */
  readonly icon: Icon | undefined;
  readonly minSdk: number;
  readonly appcompat: boolean;
  readonly stages: StageReports;
}

export interface RuleContext<Options> extends LintFile {
  readonly options: Options;
  readonly report: (finding: Finding) => void;
}

/**
 * One rule. It looks and reports; it may not change the file, keep state between files, or reach outside the context.
 */
export interface Rule {
  /** Kebab-case. `no-…` forbids, `require-…` mandates, `max-…` limits. Its page is docs/rules/<name>.md. */
  readonly name: string;
  readonly category: Category;
  /** One sentence for lists. */
  readonly summary: string;
  /** Where a preset or the configuration turns the rule on without naming one. */
  readonly severity: Severity;
  readonly presets: readonly PresetName[];
  readonly languages: readonly Language[];
  /** What the rule's fixes are, where it has any. */
  readonly fixes: readonly Fix['safety'][];
  /** Shape and defaults of its options; `v.strictObject({})` for none. */
  readonly options: GenericSchema;
  /** Gets options that `options` has checked; `defineRule` knows their type. */
  readonly check?: (context: RuleContext<never>) => void;
  /** For rules over a set of files: what to remember of one file, JSON data. */
  readonly gather?: (file: LintFile, options: never) => unknown;
  /** What the remembered facts of all files show. Called once, with every file the rule is on for. */
  readonly compare?: (facts: readonly Fact[]) => readonly FileFinding[];
}

export interface Fact {
  readonly path: string;
  readonly fact: unknown;
}

export interface FileFinding extends Finding {
  readonly path: string;
}

/** A rule as it is written: `check` and `gather` know the type of the options that `options` describes. */
interface RuleDefinition<Schema extends GenericSchema> extends Omit<Rule, 'options' | 'check' | 'gather'> {
  readonly options: Schema;
  readonly check?: (context: RuleContext<InferOutput<Schema>>) => void;
  readonly gather?: (file: LintFile, options: InferOutput<Schema>) => unknown;
}

/** Checks a definition against its own options and forgets their type, so that rules fit in one list. */
export const defineRule = <Schema extends GenericSchema>(definition: RuleDefinition<Schema>): Rule =>
  definition;
