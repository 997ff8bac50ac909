import { styleText } from 'node:util';
import { DOCS_URL } from '../diagnostics/diagnostic.ts';
import { RULES } from '../lint/registry.ts';
import type { Category, Rule } from '../lint/rule.ts';
import type { RulesArgs } from './commands/rules.ts';
import { EXIT } from './exit.ts';
import type { Terminal } from './terminal.ts';

/** In the order that lists have them: what breaks pictures first. */
export const CATEGORIES: readonly Category[] = ['winding', 'android', 'correctness', 'contract', 'leftovers'];

/** `windproof rules`. */
export async function listRules({ preset, format }: RulesArgs, terminal: Terminal): Promise<number> {
  const rules = RULES.filter(({ presets }) => preset === undefined || presets.includes(preset));
  terminal.print(format === 'json' ? JSON.stringify(rules.map(describe), undefined, 2) : table(rules));
  return EXIT.clean;
}

/** What a shell offers behind `windproof explain` and `--rule`. */
export function printNames(terminal: Terminal): number {
  terminal.print(RULES.map(({ name }) => name).join('\n'));
  return EXIT.clean;
}

function describe({ name, category, summary, severity, presets, fixes, languages }: Rule) {
  return {
    name,
    category,
    summary,
    severity,
    presets,
    fixes,
    languages,
    url: `${DOCS_URL}/rules/${name}.md`,
  };
}

const bold = (text: string): string => styleText('bold', text, { stream: process.stdout });

function table(rules: readonly Rule[]): string {
  const width = Math.max(...rules.map(({ name }) => name.length));
  const lines: string[] = [];
  for (const category of CATEGORIES) {
    const ofCategory = rules.filter((rule) => rule.category === category);
    if (ofCategory.length === 0) continue;
    lines.push(bold(category));
    for (const { name, severity, presets, fixes, summary } of ofCategory) {
      const fix = fixes.length === 0 ? '' : ` fix: ${fixes.join(', ')}.`;
      const where = presets.length === 0 ? 'in no preset' : presets.join(', ');
      lines.push(`  ${name.padEnd(width)}  ${severity.padEnd(7)}  ${where}.${fix}`, `    ${summary}`);
    }
    lines.push('');
  }
  return [...lines, 'windproof explain <rule> says more.'].join('\n');
}
