import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emitMessages } from '../../src/diagnostics/codes/emit.ts';
import { vectorDrawableMessages } from '../../src/diagnostics/codes/vector-drawable.ts';
import { verifyMessages } from '../../src/diagnostics/codes/verify.ts';
import { fixVectorDrawable } from '../../src/vector-drawable/fix.ts';

const page = (code: string): URL => new URL(`../../docs/diagnostics/${code}.md`, import.meta.url);

function examples(code: string, kind: 'wrong' | 'right'): string[] {
  const text = readFileSync(page(code), 'utf8');
  const block = new RegExp(`\`\`\`xml ${kind}\\n([^]*?)\\n\`\`\``, 'g');
  return [...text.matchAll(block)].map(([, xml]) => xml as string);
}

const codesOf = (xml: string): string[] => fixVectorDrawable(xml).diagnostics.map(({ code }) => code);

describe('the pages of the codes of VectorDrawables', () => {
  it.each(Object.keys(vectorDrawableMessages))('%s has a page whose examples hold', (code) => {
    const [wrong, right] = [examples(code, 'wrong'), examples(code, 'right')];
    expect([wrong.length, right.length]).toEqual([1, 1]);
    expect(codesOf(wrong[0] ?? '')).toContain(code);
    expect(codesOf(right[0] ?? '')).toEqual([]);
  });

  it.each([...Object.keys(emitMessages), ...Object.keys(verifyMessages)])('%s has a page', (code) => {
    expect(existsSync(page(code))).toBe(true);
  });
});
