import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import * as emitter from '../../src/emit/vector-drawable.ts';
import { InvariantError } from '../../src/errors.ts';
import { loadDraw } from '../../src/node/draw.ts';
import { convert } from '../../src/pipeline/convert.ts';
import { fix } from '../../src/pipeline/fix.ts';
import type { Draw } from '../../src/ports.ts';

const draw = await loadDraw();
const icons = readdirSync('fixtures/icons', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.svg'))
  .sort()
  .map((name) => ({ name, text: readFileSync(join('fixtures/icons', name), 'utf8') }));

/** Two pixels that are never the same, whatever is drawn. */
function lyingDraw(): Draw {
  let drawn = 0;
  return (_svg, longerSide) => {
    drawn += 1;
    const data = new Uint8Array(longerSide * longerSide * 4).fill(drawn % 2 === 0 ? 0 : 255);
    return { width: longerSide, height: longerSide, data };
  };
}

describe('the drawing may reject an output and never shapes it', () => {
  it.each(icons)('$name', ({ text }) => {
    for (const options of [{}, { to: 'svg' }, { minSdk: 24 }] as const) {
      const proven = convert(text, { ...options, draw });
      const unseen = convert(text, { ...options, allowUnverified: true });
      expect(proven.output).toBeDefined();
      expect(unseen.output).toBe(proven.output);
      const lied = convert(text, { ...options, draw: lyingDraw() });
      expect(lied.output).toBeUndefined();
      expect(lied.fidelity).toBe('refused');
    }
    expect(fix(text, { allowUnverified: true }).output).toBe(fix(text, { draw }).output);
    expect(fix(text, { draw: lyingDraw() }).output ?? text).toBe(text);
  });
});

const RING = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">
  <path fill-rule="evenodd" d="M2 2h20v20H2zM8 8h8v8H8z"/>
</svg>`;

describe("svgo's failures are told and cost nothing else", () => {
  const plugin = (fn: () => object) => ({ plugins: [{ name: 'own', fn }] });
  const enter = (change: (attributes: Record<string, string>) => void) =>
    plugin(() => ({
      element: {
        enter: ({ name, attributes }: { name: string; attributes: Record<string, string> }) => {
          if (name === 'path') change(attributes);
        },
      },
    }));
  const throwing = plugin(() => {
    throw new Error('no');
  });
  const moving = enter((attributes) => (attributes['d'] = 'M0 0h3v3z'));
  const blurring = enter((attributes) => (attributes['filter'] = 'blur(2px)'));

  it.each([
    ['throws', throwing, 'optimizer-failed'],
    ['draws something else', moving, 'optimizer-changed-picture'],
    ['adds what Android lacks', blurring, 'optimizer-failed'],
  ])('%s', (_what, svgo, code) => {
    const without = convert(RING, { optimize: false, draw });
    const result = convert(RING, { svgo, draw });
    expect(result.diagnostics.map((one) => one.code)).toContain(code);
    expect(result.output).toBe(without.output);
    expect(result.fidelity).toBe('exact');
  });

  it('a fix keeps its repair', () => {
    for (const svgo of [throwing, moving]) {
      const result = fix(RING, { svgo, draw });
      expect(result.diagnostics.some(({ code }) => code.startsWith('optimizer'))).toBe(true);
      expect(result.output).toBe(fix(RING, { optimize: false, draw }).output);
    }
  });
});

describe('a broken promise stops with the name of its stage and gives no output', () => {
  const printing = (xml: string): void => {
    vi.spyOn(emitter, 'emitVectorDrawable').mockReturnValue({ xml, minSdk: 21, diagnostics: [] });
  };

  it('of the emitter: what the oldest parser does not read', () => {
    const { output = '' } = convert(RING, { draw });
    for (const broken of [
      output.replace('android:pathData="M', 'android:pathData="m'),
      output.replace('<path', '<path android:fillType="evenOdd"'),
    ]) {
      expect(broken).not.toBe(output);
      printing(broken);
      expect(() => convert(RING, { draw })).toThrow(InvariantError);
      expect(() => convert(RING, { draw })).toThrow(/^verify: API 21 does not read the output/);
      vi.restoreAllMocks();
    }
  });

  it('of any stage: what it throws', () => {
    vi.spyOn(emitter, 'emitVectorDrawable').mockImplementation(() => {
      throw new TypeError('undefined is not a function');
    });
    expect(() => convert(RING, { draw })).toThrow(/^emit: undefined is not a function/);
    vi.restoreAllMocks();
  });

  it('of the emitter: another picture is refused, not thrown', () => {
    const { output = '' } = convert(RING, { draw });
    printing(output.replace(/android:pathData="[^"]*"/, 'android:pathData="M2 2h20v20h-20z"'));
    const { fidelity, output: written } = convert(RING, { draw });
    expect([fidelity, written]).toEqual(['refused', undefined]);
    vi.restoreAllMocks();
  });
});
