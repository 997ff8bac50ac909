import { DOCS_URL, type Diagnostic, type Fix } from '../diagnostics/diagnostic.ts';
import { shortened } from '../diagnostics/shortened.ts';
import { removeMarkup } from '../parse/edit.ts';
import type { FileConfig } from './config.ts';
import { ruleNamed, suggestRule } from './registry.ts';
import type { Fact, Finding, Language, LintFile, Rule } from './rule.ts';
import {
  applySuppressions,
  findSuppressions,
  silencer,
  type Needless,
  type Suppression,
} from './suppress.ts';

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
  // What <use> draws again is found again, at the same place.
  const said = new Set<string>();
  const active = rulesInForce(config, file.language);
  let at = 0;
  const report = (finding: Finding): void => {
    const { rule, severity } = active[at] as RuleInForce;
    const key = `${rule.name} ${finding.span.start} ${finding.span.end} ${finding.message}`;
    if (said.has(key)) return;
    said.add(key);
    found.push(toDiagnostic(rule, severity, finding));
  };
  const { path, text, language, document, icon, minSdk, appcompat, stages } = file;
  // One object for all rules: no rule keeps it, and to make forty of an icon takes longer than most of them do.
  const context = {
    path,
    text,
    language,
    document,
    icon,
    minSdk,
    appcompat,
    stages,
    options: undefined as never,
    report,
  };
  for (at = 0; at < active.length; at += 1) {
    const { rule, options } = active[at] as RuleInForce;
    context.options = options;
    rule.check?.(context);
    const fact = rule.gather?.(file, options);
    if (fact === undefined) continue;
    // What the set shows is said of the icon as a whole.
    const isSilenced = silencer(file.document)(rule.name, file.document.root.open.start);
    facts[rule.name] = { fact, isSilenced } satisfies Remembered;
  }
  const suppressions = findSuppressions(file.document);
  const { kept, needless } = applySuppressions(file.document, suppressions, found);
  const reports = needless.flatMap((found) => needlessSuppression(file, found, config));
  return { diagnostics: [...kept, ...reports].sort((a, b) => a.span.start - b.span.start), facts };
}

interface RuleInForce {
  readonly rule: Rule;
  readonly severity: Diagnostic['severity'];
  /** Checked against the rule's own schema when the configuration was read. */
  readonly options: never;
}

/** A configuration is that of many icons. */
const known = new WeakMap<FileConfig, Map<Language, readonly RuleInForce[]>>();

/** The rules that `config` turns on for a language. */
function rulesInForce(config: FileConfig, language: Language): readonly RuleInForce[] {
  const byLanguage = known.get(config) ?? new Map<Language, readonly RuleInForce[]>();
  known.set(config, byLanguage);
  const before = byLanguage.get(language);
  if (before !== undefined) return before;
  const active = config.rules
    .map(({ name, severity, options }) => ({
      rule: ruleNamed(name) as Rule,
      severity,
      options: options as never,
    }))
    .filter(({ rule }) => rule.languages.includes(language));
  byLanguage.set(language, active);
  return active;
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

/** A rule over the whole set speaks later, so a comment for it cannot be called needless here. */
function needlessSuppression(
  file: LintFile,
  { suppression, rules }: Needless,
  config: FileConfig,
): Diagnostic[] {
  const { span } = suppression;
  const names = [...new Set(rules)].filter((name) => ruleNamed(name)?.compare === undefined);
  if (names.length === 0 && rules.length > 0) return [];
  const unknown = names.find((name) => ruleNamed(name) === undefined);
  const isRead = suppression.rules !== undefined;
  // A rule that is off may be on elsewhere, and another name may be meant: then the comment is for a person to look at.
  const isOn = names.every((name) => config.rules.some((rule) => rule.name === name));
  const isWritten = file.document.text.startsWith('<!--', span.start);
  return [
    {
      code: 'needless-suppression',
      severity: 'warning',
      message: isRead
        ? `This comment silences ${names.length === 0 ? 'nothing' : `nothing of ${shortened(names.join(', '))}`}.`
        : 'This comment cannot be read, so it silences nothing.',
      help: !isRead
        ? 'Write windproof-disable or windproof-disable-next-line, rules with commas between them, and the reason behind a colon.'
        : unknown === undefined
          ? 'Take the comment out, or correct the rule name in it.'
          : `There is no rule '${shortened(unknown)}'${suggestRule(unknown)}`,
      span,
      ...(isRead && isOn && isWritten ? { fix: without(file, suppression, names) } : {}),
      url: `${DOCS_URL}/lint.md#needless-suppressions`,
    },
  ];
}

function without(
  { document }: LintFile,
  { span, list, rules = [] }: Suppression,
  names: readonly string[],
): Fix {
  const left = rules.filter((name) => !names.includes(name));
  if (left.length === 0)
    return { safety: 'safe', title: 'Remove the comment', edits: [removeMarkup(document, span)] };
  const space = /\s*$/.exec(document.text.slice(list.start, list.end))?.[0];
  const edits = [{ span: list, text: ` ${left.join(', ')}${space}` }];
  return { safety: 'safe', title: `Take ${names.join(', ')} out`, edits };
}
