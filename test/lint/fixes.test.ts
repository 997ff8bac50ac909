import { readFileSync } from 'node:fs';
import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/lint/registry.ts';
import { lintAndFix } from '../../src/pipeline/lint.ts';
import { loadDraw } from '../../src/node/draw.ts';
import { comparePictures } from '../support/pictures.ts';
import { examplesOf } from '../support/page-examples.ts';

const draw = await loadDraw();

const cases = RULES.filter(({ fixes }) => fixes.length > 0).flatMap((rule) => {
  const examples = examplesOf(readFileSync(`docs/rules/${rule.name}.md`, 'utf8'));
  const options: unknown = parse(
    rule.options,
    JSON.parse(examples.find(({ kind }) => kind === 'options')?.text ?? '{}'),
  );
  const config = {
    rules: [{ name: rule.name, severity: 'error' as const, options }],
    minSdk: 21,
    appcompat: false,
  };
  return examples
    .filter(({ kind }) => kind === 'wrong')
    .map(({ text, file }, index) => ({ name: `${rule.name} ${index + 1}`, rule, text, path: file, config }));
});

describe.each(cases)('$name', ({ rule, text, path, config }) => {
  it('has fixes of the kinds it declares, which need no second run', () => {
    const fix = (source: string) => lintAndFix(source, { path, config, level: 'unsafe', draw });
    const { output, diagnostics } = fix(text);
    expect(diagnostics.filter((found) => found.fix !== undefined)).toEqual([]);
    expect(fix(output).output).toBe(output);
  });

  it('keeps the picture with its safe fixes', () => {
    const { output, fixed, diagnostics } = lintAndFix(text, { path, config, level: 'safe', draw });
    expect(diagnostics.map(({ code }) => code)).not.toContain('fix-dropped');
    if (!rule.fixes.includes('safe')) expect(output).toBe(text);
    if (fixed > 0 && output.includes('<svg')) expect(comparePictures(text, output).visible).toBe(0);
  });
});

it.each([
  ['a forgotten namespace', '<svg width="24" height="24"><path d="M4 4H20V20H4Z"/></svg>', 'require-viewbox'],
  [
    'a variable in its style',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><g style="--r:evenodd"><path style="fill-rule:var(--r)" d="M3 3H21V21H3ZM8 8H16V16H8Z"/></g></svg>',
    'no-evenodd-fill',
  ],
])('fixes an icon with %s, which the renderer does not read', (_, text, name) => {
  const rules = [{ name, severity: 'error', options: {} }] as const;
  const config = { rules, minSdk: 21, appcompat: false };
  const { fixed, diagnostics } = lintAndFix(text, { config, level: 'safe', draw });
  expect([fixed, diagnostics]).toEqual([1, []]);
});

describe('of several rules', () => {
  const MIXED = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">
  <!-- Generator: a program -->
  <path fill-rule="evenodd" d="M2 2h8v8H2zM4 4h4v4H4z"/>
  <path d="M12 12h10v10H12zM14 14h4v4H14z"/>
</svg>`;
  const rules = ['no-evenodd-fill', 'no-lost-hole', 'no-generator-comment'].map((name) => ({
    name,
    severity: 'error' as const,
    options: {},
  }));
  const config = { rules, minSdk: 21, appcompat: false };
  const fixed = (level: 'safe' | 'unsafe', drawing = draw) =>
    lintAndFix(MIXED, { config, level, draw: drawing });
  const codes = (result: ReturnType<typeof fixed>) => result.diagnostics.map(({ code }) => code);

  it('makes unsafe fixes beside safe ones', () => {
    const result = fixed('unsafe');
    expect([result.fixed, codes(result)]).toEqual([3, []]);
    const [hole, whole] = [result.output, fixed('safe').output].map(
      (text) => draw(text, 24).data[4 * (16 * 24 + 16) + 3],
    );
    expect([hole, whole]).toEqual([0, 255]);
  });

  /** Draws nothing once `isLost` of a text. */
  const losing =
    (isLost: (text: string) => boolean): typeof draw =>
    (text, side) =>
      draw(isLost(text) ? '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"/>' : text, side);

  it('drops that of the rule that changes the picture, and makes the others', () => {
    const result = fixed(
      'safe',
      losing((text) => !text.includes('evenodd')),
    );
    expect(codes(result)).toEqual(['no-evenodd-fill', 'no-lost-hole', 'fix-dropped']);
    expect(result.output).toBe(MIXED.replace(/  <!--.*-->\n/, ''));
  });

  it('makes as many as keep the picture together', () => {
    const result = fixed(
      'safe',
      losing((text) => !/evenodd|Generator/.test(text)),
    );
    expect(result.fixed).toBe(1);
    expect(codes(result)).toContain('fix-dropped');
  });
});
