import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { loadDraw } from '../../src/node/draw.ts';

const FATAL = new URL(
  '../../../shared/cases/resvg/tests/filters/feComposite/operator=arithmetic-with-huge-region.svg',
  import.meta.url,
);
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20">
  <rect width="10" height="10" fill="red" opacity=".5"/><circle cx="5" cy="14" r="4"/></svg>`;

describe('loadDraw', () => {
  it('draws premultiplied pixels, the longer side as asked, like the native build', async () => {
    const draw = await loadDraw();
    const { width, height, data } = draw(ICON, 256);
    expect([width, height]).toEqual([128, 256]);
    expect(Array.from(data.subarray(0, 4))).toEqual([128, 0, 0, 128]);
    const native = new Resvg(ICON, { fitTo: { mode: 'height', value: 256 } }).render().pixels;
    expect(Buffer.from(data).equals(native)).toBe(true);
  });

  it('throws on what is no SVG and goes on', async () => {
    const draw = await loadDraw();
    expect(() => draw('<svg', 256)).toThrow();
    expect(draw(ICON, 16).height).toBe(16);
  });

  it.skipIf(!existsSync(FATAL))(
    'survives a file that aborts the native renderer, among good icons',
    async () => {
      const draw = await loadDraw();
      const fatal = readFileSync(FATAL, 'utf8');
      for (let round = 0; round < 4; round += 1) {
        expect(() => draw(fatal, 256)).toThrow('unreachable');
        expect(draw(ICON, 16).height).toBe(16);
        // A batch reads the next icon meanwhile, which gives the spare time to load.
        await setTimeout(50);
      }
    },
  );
});
