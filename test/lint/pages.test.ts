import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { runRules } from '../../src/lint/run.ts';
import { RULES } from '../../src/lint/registry.ts';
import { lintFileOf } from '../support/lint-file.ts';
import { examplesOf, type Example } from '../support/page-examples.ts';

/** Rules whose wrong example is a set of files, or too long for a page; their own tests show it. */
const WITHOUT_WRONG_EXAMPLE = new Set(['no-name-collision', 'no-same-icon', 'no-overlong-string']);

describe.each(RULES.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  const path = `docs/rules/${name}.md`;

  it('has a page with the outline of all pages', () => {
    expect(existsSync(path)).toBe(true);
    const headings = [...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, text]) => text);
    const outline = [name, 'Why', 'Wrong', 'Right', 'Options', 'Limits'];
    expect(headings).toEqual(outline.filter((heading) => headings.includes(heading)));
    expect(headings).toEqual(expect.arrayContaining([name, 'Why', 'Options']));
  });

  it('names every option on its page', () => {
    const page = readFileSync(path, 'utf8');
    const { entries } = rule.options as unknown as { entries: Record<string, unknown> };
    for (const option of Object.keys(entries)) expect(page).toContain(`- \`${option}\``);
  });

  it('reports the wrong example and nothing in the right one', () => {
    const examples = examplesOf(readFileSync(path, 'utf8'));
    const written = examples.find(({ kind }) => kind === 'options')?.text ?? '{}';
    const options: unknown = v.parse(rule.options, JSON.parse(written));
    const codesOf = ({ text, file }: Example): string[] => {
      const config = { rules: [{ name, severity: 'error', options }], minSdk: 21, appcompat: false } as const;
      return runRules(lintFileOf(text, file), config).diagnostics.map(({ code }) => code);
    };
    const wrong = examples.filter(({ kind }) => kind === 'wrong');
    const right = examples.filter(({ kind }) => kind === 'right');
    if (!WITHOUT_WRONG_EXAMPLE.has(name)) expect(wrong.length).toBeGreaterThan(0);
    for (const example of wrong) expect(codesOf(example)).toContain(name);
    for (const example of right) expect(codesOf(example)).toEqual([]);
  });
});

it('has no page without a rule', () => {
  const pages = readdirSync('docs/rules').map((file) => file.replace(/\.md$/, ''));
  expect(pages.toSorted()).toEqual(RULES.map(({ name }) => name).toSorted());
});
