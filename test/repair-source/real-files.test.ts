import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSvg } from '../../src/parse/svg.ts';
import { evenOddSpans } from '../../src/repair/even-odd-spans.ts';
import { repairSource } from '../../src/repair/source.ts';
import { resolveIcon } from '../../src/resolve/icon.ts';
import { comparePictures } from '../support/pictures.ts';

const CASES = new URL('../../../shared/cases/', import.meta.url);
const FOLDERS = ['sketch/exported/', 'svg2vector/'];

/** Every file of the folders that says even-odd anywhere. */
function evenOddFiles(): { readonly name: string; readonly text: string }[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(new URL(folder, CASES))
      .filter((name) => name.endsWith('.svg'))
      .map((name) => ({ name, text: readFileSync(new URL(folder + name, CASES), 'utf8') }))
      .filter(({ text }) => /evenodd/i.test(text)),
  );
}

const outlinesOf = (svg: string): string[] => svg.match(/\s(?:d|points)\s*=\s*"[^"]*"/g) ?? [];

describe.skipIf(!existsSync(CASES))('real exports of ../shared/cases', () => {
  const files = existsSync(CASES) ? evenOddFiles() : [];

  it('finds files to repair', () => {
    expect(files.length).toBeGreaterThan(25);
  });

  it.each(files)('$name', ({ text }) => {
    const { document } = parseSvg(text);
    if (document === undefined) throw new Error('the file does not parse');
    const result = repairSource(document);
    expect(result.repairs.filter(({ method }) => method === 'kept')).toEqual([]);
    if (result.repairs.every(({ method }) => method === 'unchanged'))
      expect(outlinesOf(result.text)).toEqual(outlinesOf(text));
    const { visible } = comparePictures(text, result.text);
    expect(visible).toBe(0);

    const again = parseSvg(result.text).document;
    const icon = again && resolveIcon(again).icon;
    expect(icon && evenOddSpans(icon)).toEqual([]);
    expect(again && repairSource(again).text).toBe(result.text);
    expect(result.text).not.toMatch(/evenodd/);
  });
});
