import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { transcribe } from '../../scripts/conformance/transcribe.ts';
import { resourceName } from '../../src/emit/resource-name.ts';
import { loadDraw } from '../../src/node/draw.ts';
import { convert } from '../../src/pipeline/convert.ts';
import { fix } from '../../src/pipeline/fix.ts';
import { oldestParserFaults } from '../../src/verify/oldest-parser.ts';
import { canLink, link } from '../emit/aapt2.ts';
import { compare } from '../support/sketch/picture.ts';

const CASES = '../shared/cases/sketch/exported';
const files = existsSync(CASES) ? readdirSync(CASES).filter((file) => file.endsWith('.svg')) : [];
if (files.length === 0) console.warn(`${CASES} is absent: no real export of Sketch is treated`);
if (!canLink) console.warn('aapt2 or the framework resources are absent: Android XML is not linked');

/** Icons whose XML is close and not the same, as the conversion itself says, and why. */
const CLOSE: Readonly<Record<string, string>> = {
  'bitpay_icon-lock-x.svg':
    'fill and stroke are translucent as one; without group opacity they meet edge to edge, and each is antialiased alone',
};

const read = (file: string): string => readFileSync(`${CASES}/${file}`, 'utf8');
const draw = await loadDraw();

/** Pictures are drawn by a build of the renderer that is not the product's, and the XML by a transcription of the tests' own. */
describe.skipIf(files.length === 0)('real exports of Sketch', () => {
  it.each(files)('%s is the same picture without even-odd', (file) => {
    const source = read(file);
    const { output, fidelity } = fix(source, { draw });
    expect(fidelity).toBe('exact');
    expect(output).not.toMatch(/evenodd/i);
    expect(compare(source, output ?? '')).toMatchObject({ same: true });
    expect(fix(output ?? '', { draw }).output).toBe(output);
  });

  it.each(files)('%s is the same picture on Android', (file) => {
    const { output = '', fidelity, diagnostics } = convert(read(file), { draw });
    expect(oldestParserFaults(output, { minSdk: 21, gradients: true })).toEqual([]);
    const { same, difference } = compare(read(file), transcribe(output, 'ignored'));
    if (!(file in CLOSE)) return expect([fidelity, same]).toEqual(['exact', true]);
    expect([fidelity, same]).toEqual(['approximate', false]);
    expect(difference).toBeLessThan(0.005);
    // The seams are named where they are, the picture where it is close.
    expect(diagnostics.map(({ code }) => code)).toEqual(['opacity-seam', 'opacity-seam', 'picture-close']);
  });

  it.skipIf(!canLink)('are resources that aapt2 compiles and links', () => {
    const drawables = new Map(
      files.map((file) => [
        resourceName(file.replace(/\.svg$/, '')),
        convert(read(file), { draw }).output ?? '',
      ]),
    );
    expect(drawables.size).toBe(files.length);
    expect(link(drawables)).toBe('');
  });
});
