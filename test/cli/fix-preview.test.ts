import { expect, it } from 'vitest';
import { previewFix } from '../../src/cli/report/fix-preview.ts';

const edit = (text: string, old: string, replacement: string) => {
  const start = text.indexOf(old);
  return { span: { start, end: start + old.length }, text: replacement };
};

const shown = (text: string, changes: readonly (readonly [string, string])[], width = 80): string[] => {
  const { lines, more } = previewFix(
    text,
    changes.map(([old, replacement]) => edit(text, old, replacement)),
    width,
  );
  return [...lines.map(({ sign, text: line }) => `${sign} ${line}`), ...(more > 0 ? [`${more} more`] : [])];
};

it('shows two edits of one line as one change', () => {
  expect(
    shown('<svg>\n<path a="1" b="2"/>\n</svg>', [
      [' a="1"', ''],
      ['2', '3'],
    ]),
  ).toEqual(['- <path a="1" b="2"/>', '+ <path b="3"/>']);
});

it('shows of a long line the edits and a little around them', () => {
  const text = `<svg><path fill-rule="evenodd" d="M1 1${'h1'.repeat(80)}z M5 5h1z"/></svg>`;
  const lines = shown(
    text,
    [
      [' fill-rule="evenodd"', ''],
      ['M5 5h1z', 'M5 5v1z'],
    ],
    80,
  );
  expect(lines).toEqual([
    '- <svg><path fill-rule="evenodd" d="M1 1h1h1h1…h1h1h1h1z M5 5h1z"/></svg>',
    '+ <svg><path d="M1 1h1h1h1…h1h1h1h1z M5 5v1z"/></svg>',
  ]);
  expect(shown(text, [[' fill-rule="evenodd"', '']], 30).every((line) => line.length <= 32)).toBe(true);
});

it('shows what goes and no empty line for what is gone', () => {
  expect(shown('<svg>\n  <g/>\n  <path/>\n</svg>', [['  <g/>\n', '']])).toEqual(['-   <g/>']);
});

it('leaves out the line before, whose break goes with an attribute', () => {
  expect(shown('<svg a="1"\n  id="x"\n  b="2"/>', [['\n  id="x"', '']])).toEqual(['-   id="x"']);
});

it('shows three places and counts the others', () => {
  const lines = 'abcdef'.split('').map((name) => [`<${name}/>`, `<${name}${name}/>`] as const);
  expect(shown(lines.map(([old]) => old).join('\n'), lines)).toHaveLength(7);
});

it('never sends control characters to the terminal', () => {
  expect(shown('<path a="\u001B[2J" b="1"/>', [['1', '2']]).join('')).not.toContain('\u001B');
});
