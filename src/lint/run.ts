import { DOCS_URL, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { removeMarkup } from '../parse/edit.ts';
import type { FileConfig } from './config.ts';
import { ruleNamed } from './registry.ts';
import type { Fact, Finding, LintFile, Rule } from './rule.ts';
import { applySuppressions, findSuppressions, silencer } from './suppress.ts';

export interface LintOutcome {
  /** In source order. */
  readonly diagnostics: readonly Diagnostic[];
  /** What rules over a set of files remembered of this one, by rule name. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * Runs the rules that `config` turns on over one file, then what its comments silence.
 *
 * A comment that silences nothing is itself reported. Nothing is changed.
 */
export function runRules(file: LintFile, config: FileConfig): LintOutcome {
  const found: Diagnostic[] = [];
  const facts: Record<string, unknown> = {};
  // One object for all rules: no rule keeps it, and to make forty of an icon takes longer than most of them do.
  const context = { ...file, options: undefined as never, report: (_finding: Finding): void => {} };
  for (const { name, severity, options } of config.rules) {
    const rule = ruleNamed(name) as Rule;
    if (!rule.languages.includes(file.language)) continue;
    const typed = options as never;
    // What <use> draws again is found again, at the same place.
    const said = new Set<string>();
    context.options = typed;
    context.report = (finding) => {
      const key = `${finding.span.start} ${finding.span.end} ${finding.message}`;
      if (said.has(key)) return;
      said.add(key);
      found.push(toDiagnostic(rule, severity, finding));
    };
    rule.check?.(context);
    const fact = rule.gather?.(file, typed);
    if (fact === undefined) continue;
    // What the set shows is said of the icon as a whole.
    const isSilenced = silencer(file.document)(name, file.document.root.open.start);
    facts[name] = { fact, isSilenced } satisfies Remembered;
  }
  const suppressions = findSuppressions(file.document);
  const { kept, needless } = applySuppressions(file.document, suppressions, found);
  const reports = needless
    // A rule over the whole set speaks later, so a comment for it cannot be called needless here.
    .filter(({ rules }) => rules.every((name) => ruleNamed(name)?.compare === undefined))
    .map(({ span, rules }) => needlessSuppression(file, span, rules));
  return { diagnostics: [...kept, ...reports].sort((a, b) => a.span.start - b.span.start), facts };
}

/** What a rule over a set remembered of a file, and whether a comment in it silences the rule. */
interface Remembered {
  readonly fact: unknown;
  readonly isSilenced: boolean;
}

/** What rules over a set of files find in all that was remembered: for each path its diagnostics. */
export function compareFiles(
  facts: readonly {
    readonly path: string;
    readonly facts: Readonly<Record<string, unknown>>;
    readonly config: FileConfig;
  }[],
): ReadonlyMap<string, readonly Diagnostic[]> {
  const byRule = new Map<string, Fact[]>();
  const silenced = new Set<string>();
  for (const file of facts)
    for (const [name, remembered] of Object.entries(file.facts)) {
      const { fact, isSilenced } = remembered as Remembered;
      listAt(byRule, name).push({ path: file.path, fact });
      if (isSilenced) silenced.add(`${name} ${file.path}`);
    }

  const found = new Map<string, Diagnostic[]>();
  const configs = new Map(facts.map(({ path, config }) => [path, config]));
  for (const [name, remembered] of byRule) {
    const rule = ruleNamed(name) as Rule;
    for (const finding of rule.compare?.(remembered) ?? []) {
      const severity = configs.get(finding.path)?.rules.find((active) => active.name === name)?.severity;
      if (severity === undefined || silenced.has(`${name} ${finding.path}`)) continue;
      listAt(found, finding.path).push(toDiagnostic(rule, severity, finding));
    }
  }
  return found;
}

/** The list that `lists` keeps under `key`, begun where there is none. */
function listAt<T>(lists: Map<string, T[]>, key: string): T[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const list: T[] = [];
  lists.set(key, list);
  return list;
}

function toDiagnostic(rule: Rule, severity: Diagnostic['severity'], finding: Finding): Diagnostic {
  const { span, message, help, fix } = finding;
  const url = `${DOCS_URL}/rules/${rule.name}.md`;
  return { code: rule.name, severity, message, help, span, ...(fix === undefined ? {} : { fix }), url };
}

function needlessSuppression(
  { document }: LintFile,
  span: Diagnostic['span'],
  rules: readonly string[],
): Diagnostic {
  return {
    code: 'needless-suppression',
    severity: 'warning',
    message: `This comment silences ${rules.length === 0 ? 'nothing' : `nothing of ${rules.join(', ')}`}.`,
    help: 'Take the comment out, or correct the rule name in it.',
    span,
    fix: { safety: 'safe', title: 'Remove the comment', edits: [removeMarkup(document, span)] },
    url: `${DOCS_URL}/lint.md#needless-suppressions`,
  };
}
