import { expect, it } from 'vitest';
import { columnsOf } from '../../src/cli/report/columns.ts';
import { sourceFrame } from '../../src/cli/report/frame.ts';
import { printPretty } from '../../src/cli/report/pretty.ts';

const TEXT = `<svg><title>${'日本語のアイコン'.repeat(4)}</title><g id="é😀中"/></svg>`;

const place = (marked: string) => {
  const column = TEXT.indexOf(marked) + 1;
  return { line: 1, column, endLine: 1, endColumn: column + marked.length };
};

it('counts the columns that a terminal takes', () => {
  expect(columnsOf('M1 1h9')).toBe(6);
  expect(columnsOf('é日本😀')).toBe(7);
  // An accent of its own stands on the letter.
  expect(columnsOf('e\u0301')).toBe(1);
});

it.each([30, 40, 80, 200])('cuts a line of wide characters to %i columns, the mark on it', (width) => {
  const [frame] = sourceFrame(TEXT, place('id="é😀中"'), width);
  const { text = '', mark = { start: 0, length: 0 } } = frame ?? {};
  expect(columnsOf(text)).toBeLessThanOrEqual(width);
  expect(text.slice(mark.start, mark.start + mark.length)).toBe('id="é😀中"');
});

it('sets the arrows under what they mark', () => {
  const start = TEXT.indexOf('<g ');
  const found = {
    code: 'no-text',
    severity: 'error',
    message: 'Wrong.',
    help: 'Mend it.',
    url: 'https://example.com',
    span: { start, end: start + 2 },
  } as const;
  const options = { color: false, links: false, width: 100 };
  const lines = printPretty([{ source: 'a.svg', text: TEXT, diagnostics: [found] }], options).split('\n');
  const [shown = '', arrows = ''] = lines.slice(2, 4);
  expect(columnsOf(arrows.slice(0, arrows.indexOf('^')))).toBe(
    columnsOf(shown.slice(0, shown.indexOf('<g '))),
  );
});

it('shows nothing of what has no text, such as a document', () => {
  expect(sourceFrame('', { line: 1, column: 1, endLine: 1, endColumn: 1 }, 80)).toEqual([]);
});
