import { beforeAll, describe, expect, it } from 'vitest';
import { loadDraw } from '../../src/node/draw.ts';
import { fix } from '../../src/pipeline/fix.ts';
import type { Draw } from '../../src/ports.ts';
import { comparePictures } from '../support/pictures.ts';

let draw: Draw;
beforeAll(async () => {
  draw = await loadDraw();
});

const icon = (body: string, more = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"${more}>\n  ${body}\n</svg>\n`;

const paths = (text: string): number => text.split('<path').length - 1;

describe('what svgo makes of a source', () => {
  it.each([
    ['strokes that run along each other', '<path d="M2 2.3h20"/><path d="M2 4.3h20"/><path d="M2 6.3h20"/>'],
    [
      'strokes that overlap, half transparent',
      '<path d="M2 2h20"/><path d="M4 3v18"/>',
      ' stroke-opacity=".5"',
    ],
  ])('leaves %s apart', (_name, body, more = '') => {
    const source = icon(body, ` fill="none" stroke="#123456" stroke-width="4"${more}`);
    const { output = '', fidelity } = fix(source, { draw });
    expect(fidelity).toBe('exact');
    expect(paths(output)).toBe(paths(source));
    expect(output.length).toBeLessThan(source.length);
    expect(comparePictures(source, output).visible).toBe(0);
  });

  it('leaves fills apart whose edges share a row of pixels', () => {
    const source = icon(
      Array.from({ length: 10 }, (_, row) => `<path d="M2 ${2.047 + row * 2}h20v1.999H2z"/>`).join(''),
    );
    const { output = '' } = fix(source, { draw });
    expect(paths(output)).toBe(10);
  });

  it('merges what lies apart', () => {
    const source = icon('<path d="M2 2h8v8H2z"/><path d="M14 14h8v8h-8z"/>');
    const { output = '', fidelity } = fix(source, { draw });
    expect([fidelity, paths(output)]).toEqual(['exact', 1]);
  });

  it('is the same without a renderer', () => {
    const source = icon('<path d="M2 2.3h20"/><path d="M2 4.3h20"/>', ' stroke="#000" stroke-width="4"');
    expect(fix(source, { allowUnverified: true }).output).toBe(fix(source, { draw }).output);
  });
});
