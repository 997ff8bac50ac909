import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { printSvg } from '../../src/emit/svg.ts';
import { loadDraw } from '../../src/node/draw.ts';
import type { Draw } from '../../src/ports.ts';
import { verifyPicture } from '../../src/verify/picture.ts';
import { canLink, link } from './aapt2.ts';
import { convertSvg, iconOf } from './convert.ts';

// A case is a folder; UPDATE=1 rewrites expected.xml, and the change is reviewed like code.
const FOLDER = new URL('../../fixtures/vector-drawable/', import.meta.url);
const cases = readdirSync(FOLDER).toSorted();

describe('emitted VectorDrawables', () => {
  let draw: Draw;
  beforeAll(async () => {
    draw = await loadDraw();
  }, 60_000);

  it.each(cases)('%s', (name) => {
    const source = readFileSync(new URL(`${name}/input.svg`, FOLDER), 'utf8');
    const { xml, diagnostics } = convertSvg(source);
    expect(diagnostics.filter(({ effect }) => effect !== undefined)).toEqual([]);
    const golden = new URL(`${name}/expected.xml`, FOLDER);
    if (process.env['UPDATE'] === '1' || !existsSync(golden)) writeFileSync(golden, xml ?? '');
    expect(xml).toBe(readFileSync(golden, 'utf8'));
    expect(verifyPicture(printSvg(iconOf(source)), xml ?? '', draw)).toMatchObject({ verdict: 'same' });
    expect(xml).not.toMatch(/fillType|currentColor|pathData="(?:"|[^"]*(?:[eE+]|z\s*m))/);
  });

  it.skipIf(!canLink)('are resources that aapt2 compiles and links', () => {
    const drawables = new Map(
      cases.map((name) => [
        name.replaceAll('-', '_'),
        readFileSync(new URL(`${name}/expected.xml`, FOLDER), 'utf8'),
      ]),
    );
    expect(link(drawables)).toBe('');
  });
});
