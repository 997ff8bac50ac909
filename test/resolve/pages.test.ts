import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { parseMessages } from '../../src/diagnostics/codes/parse.ts';
import { resolveMessages } from '../../src/diagnostics/codes/resolve.ts';
import { parseSvg } from '../../src/parse/svg.ts';
import { resolveIcon } from '../../src/resolve/icon.ts';

const page = (code: string): URL => new URL(`../../docs/diagnostics/${code}.md`, import.meta.url);

function examples(code: string, kind: 'wrong' | 'right'): string[] {
  const text = readFileSync(page(code), 'utf8');
  const block = new RegExp(`\`\`\`svg ${kind}\\n([^]*?)\\n\`\`\``, 'g');
  return [...text.matchAll(block)].map(([, svg]) => svg as string);
}

function codesOf(svg: string): string[] {
  const { document, diagnostics } = parseSvg(svg);
  const resolved = document === undefined ? [] : resolveIcon(document).diagnostics;
  return [...diagnostics, ...resolved].map(({ code }) => code);
}

// Their examples would be as large as the fault; hostile.test.ts makes them.
const WITHOUT_WRONG_EXAMPLE = new Set(['too-large', 'too-complex']);

describe('the pages of the parser and resolver codes', () => {
  for (const code of [...Object.keys(parseMessages), ...Object.keys(resolveMessages)]) {
    it(`${code} has a page whose examples hold`, () => {
      expect(existsSync(page(code))).toBe(true);
      const wrong = examples(code, 'wrong');
      if (!WITHOUT_WRONG_EXAMPLE.has(code)) expect(wrong).not.toHaveLength(0);
      for (const svg of wrong) expect(codesOf(svg)).toContain(code);
      const right = examples(code, 'right');
      expect(right).not.toHaveLength(0);
      for (const svg of right) expect(codesOf(svg)).toEqual([]);
    });
  }
});
