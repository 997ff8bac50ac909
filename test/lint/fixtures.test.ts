import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { LineIndex } from '../../src/diagnostics/span.ts';
import { RULES } from '../../src/lint/registry.ts';
import { compareFiles } from '../../src/lint/run.ts';
import { lint, lintAndFix } from '../../src/pipeline/lint.ts';
import { loadDraw } from '../../src/node/draw.ts';
import { comparePictures } from '../support/pictures.ts';
import { casesOf, RULE_FIXTURES, type RuleCase } from '../support/rule-fixtures.ts';

// UPDATE=1 rewrites what is expected; the difference is reviewed like code.

const draw = await loadDraw();

/** What each icon of a case gets, the findings that only the set shows included. */
function findingsOf({ icons, config }: RuleCase) {
  const linted = icons.map(({ file, text }) => ({ file, text, ...lint(text, { path: file, config }) }));
  const ofSet = compareFiles(linted.map(({ file, facts }) => ({ path: file, facts, config })));
  return linted.flatMap(({ file, text, diagnostics }) =>
    [...diagnostics, ...(ofSet.get(file) ?? [])].map((found) => ({ file, text, found })),
  );
}

function expectGolden(path: string, content: string | undefined): void {
  if (process.env['UPDATE'] !== '1') {
    expect(existsSync(path) ? readFileSync(path, 'utf8') : undefined).toBe(content);
  } else if (content === undefined) rmSync(path, { force: true });
  else writeFileSync(path, content);
}

const isSafe = ({ fix }: Diagnostic): boolean => fix === undefined || fix.safety === 'safe';

describe.each(RULES.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  const cases = casesOf(rule);

  it('has icons that it reports and icons that it leaves alone', () => {
    const kinds = new Set(cases.map(({ kind }) => kind));
    expect([...kinds].sort(), `${RULE_FIXTURES}/${name}`).toEqual(['invalid', 'valid']);
  });

  it.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const findings = findingsOf(one);
    if (one.kind === 'valid') {
      expect(findings.map(({ found }) => found.message)).toEqual([]);
      return;
    }
    expect(new Set(findings.map(({ found }) => found.code))).toEqual(new Set([name]));
    const isSet = one.icons.length > 1;
    const said = findings.map(({ file, text, found: { span, message } }) => ({
      ...(isSet ? { file } : {}),
      ...new LineIndex(text).positionAt(span.start),
      message,
    }));
    expectGolden(`${one.base}.diagnostics.json`, `${JSON.stringify(said, undefined, 2)}\n`);
    if (isSet) return;

    const [{ file, text }] = one.icons as [RuleCase['icons'][number]];
    const fix = (source: string, level: 'safe' | 'unsafe') =>
      lintAndFix(source, { path: file, config: one.config, level, draw });
    const { output, fixed } = fix(text, 'unsafe');
    const extension = file.slice(file.lastIndexOf('.'));
    expectGolden(`${one.base}.fixed${extension}`, fixed === 0 ? undefined : output);
    const declared = findings.flatMap(({ found }) => found.fix?.safety ?? []);
    expect(rule.fixes).toEqual(expect.arrayContaining([...new Set(declared)]));
    expect(fix(text, 'safe').diagnostics.map(({ code }) => code)).not.toContain('fix-dropped');
    expect(fix(output, 'unsafe').output).toBe(output);
    if (fixed > 0 && extension === '.svg' && findings.every(({ found }) => isSafe(found)))
      expect(comparePictures(text, output).visible).toBe(0);
  });
});

it('has no folder without a rule', () => {
  expect(readdirSync(RULE_FIXTURES).sort()).toEqual(RULES.map(({ name }) => name).toSorted());
});
