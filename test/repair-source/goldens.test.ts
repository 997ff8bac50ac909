import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/parse/edit.ts';
import { parseSvg } from '../../src/parse/svg.ts';
import { repairSource, type SourceRepairResult } from '../../src/repair/source.ts';
import { evenOddSpans } from '../../src/repair/even-odd-spans.ts';
import { resolveIcon } from '../../src/resolve/icon.ts';
import { comparePictures } from '../support/pictures.ts';

const ROOT = new URL('../../fixtures/repair/', import.meta.url);

function repair(text: string): SourceRepairResult {
  const { document } = parseSvg(text);
  if (document === undefined) throw new Error('the fixture is not an SVG');
  return repairSource(document);
}

/** Fixtures whose source the independent renderer draws wrong, with what it lacks. */
const NOT_DRAWN: { readonly [fixture: string]: string } = {
  'css-variable': 'resvg knows no var()',
};

describe.each(readdirSync(ROOT))('fixtures/repair/%s', (name) => {
  const input = readFileSync(new URL(`${name}/input.svg`, ROOT), 'utf8');
  const result = repair(input);

  it('gives the reviewed text', () => {
    const golden = new URL(`${name}/expected.svg`, ROOT);
    if (process.env['UPDATE'] === '1') writeFileSync(golden, result.text);
    expect(existsSync(golden)).toBe(true);
    expect(result.text).toBe(readFileSync(golden, 'utf8'));
  });

  it.skipIf(name in NOT_DRAWN)('draws the same', () => {
    const { most, visible } = comparePictures(input, result.text);
    expect(most).toBeLessThanOrEqual(64);
    expect(visible).toBe(0);
  });

  it('leaves no even-odd unless it says so', () => {
    if (result.diagnostics.some(({ severity }) => severity === 'error')) return;
    const { document } = parseSvg(result.text);
    const icon = document && resolveIcon(document).icon;
    expect(icon && evenOddSpans(icon)).toEqual([]);
  });

  it('changes nothing the second time', () => {
    expect(repair(result.text).text).toBe(result.text);
  });

  it('says its edits on the text it was given', () => {
    expect(applyEdits(input, result.edits)).toBe(result.text);
  });
});
