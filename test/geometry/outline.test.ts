import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../src/geometry/bounds.ts';
import { outlineStroke, type Pen } from '../../src/geometry/outline.ts';
import type { Contour } from '../../src/geometry/contour.ts';
import { pathOf } from '../../src/path/contours.ts';
import { parsePathData } from '../../src/path/parse.ts';

const contoursOf = (d: string) => pathOf(parsePathData(d).commands.map(({ command }) => command)).contours;

const toData = (contours: readonly Contour[]): string =>
  contours
    .map(({ start, segments }) => {
      const pieces = segments.map((s) => {
        if (s.kind === 'line') return `L${s.to.x} ${s.to.y}`;
        if (s.kind === 'quad') return `Q${s.control.x} ${s.control.y} ${s.to.x} ${s.to.y}`;
        return `C${s.control1.x} ${s.control1.y} ${s.control2.x} ${s.control2.y} ${s.to.x} ${s.to.y}`;
      });
      return `M${start.x} ${start.y}${pieces.join('')}Z`;
    })
    .join('');

const draw = (content: string): Uint8Array =>
  new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${content}</svg>`, {
    fitTo: { mode: 'width', value: 256 },
  }).render().pixels;

/** How many of the 256 x 256 pixels differ by more than 32 in alpha, and whether a 3 x 3 block does entirely. */
function difference(
  d: string,
  pen: Pen,
  stroke = `<path d="${d}" fill="none" stroke="black" stroke-width="${pen.width}" stroke-linecap="${pen.cap}" stroke-linejoin="${pen.join}" stroke-miterlimit="${pen.miterLimit}"/>`,
): { count: number; hasBlock: boolean } {
  const stroked = draw(stroke);
  const filled = draw(`<path d="${toData(outlineStroke(contoursOf(d), pen, 0.003))}"/>`);
  const differs = (x: number, y: number): boolean => {
    const index = (y * 256 + x) * 4 + 3;
    return Math.abs((stroked[index] as number) - (filled[index] as number)) > 32;
  };
  let count = 0;
  let hasBlock = false;
  for (let y = 1; y < 255; y += 1) {
    for (let x = 1; x < 255; x += 1) {
      if (!differs(x, y)) continue;
      count += 1;
      const around = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => differs(x + dx, y + dy)));
      if (around.every(Boolean)) hasBlock = true;
    }
  }
  return { count, hasBlock };
}

const LINES: Record<string, string> = {
  'an open polyline': 'M4 26 L10 6 L16 26 L28 8',
  'a closed polygon': 'M6 6 H26 L20 26 L8 22 Z',
  'a sharp turn': 'M4 16 L28 15 L4 14',
  'a turn back on itself': 'M8 16 L24 16 L14 16',
  'an S-shaped cubic': 'M4 24 C12 -10 20 42 28 8',
  'a quad': 'M4 24 Q16 -8 28 24',
  'a circle': 'M16 6 A10 10 0 1 1 15.99 6 Z',
  'curves that end at a standstill':
    'M24.02 6.02C24.02 6.02 18.19 11.85 16.48 13.56C11 19 16.48 24.5 16.48 24.5',
  'a bend tighter than the pen': 'M12 26 C14 4 18 4 20 26',
  'segments shorter than the pen': 'M4 16 L14 16 L14.5 15 L15 17 L15.5 16 L28 16',
  'a loop': 'M4 26 C40 0 -8 0 28 26',
  'several subpaths': 'M4 6 H28 M4 16 C10 10 20 22 28 16 M6 24 h4 v4 h-4 z',
};

// The renderer's own strokes are up to 96 of 255 off along a circle whose outline, drawn exactly, agrees with ours to
// 15 pixels: so many pixels along the edges may differ, but never a block of them.
const EDGE_NOISE = 0.006;

describe('outlineStroke fills what a renderer strokes', () => {
  for (const [name, d] of Object.entries(LINES)) {
    for (const cap of ['butt', 'round', 'square'] as const) {
      for (const join of ['miter', 'round', 'bevel'] as const) {
        it(`${name}, ${cap} caps, ${join} joins`, () => {
          for (const width of [1, 4]) {
            const { count, hasBlock } = difference(d, { width, cap, join, miterLimit: 4 });
            expect(hasBlock).toBe(false);
            expect(count / (256 * 256)).toBeLessThanOrEqual(EDGE_NOISE);
          }
        });
      }
    }
  }

  it('leaves no hole in a ring narrower than the pen', () => {
    // The renderer itself leaves one, so the disc is drawn as a fill.
    const pen: Pen = { width: 4, cap: 'butt', join: 'miter', miterLimit: 4 };
    const d = 'M16 14.5 A1.5 1.5 0 0 1 16 17.5 A1.5 1.5 0 0 1 16 14.5 Z';
    const { count, hasBlock } = difference(d, pen, '<circle cx="16" cy="16" r="3.5"/>');
    expect(hasBlock).toBe(false);
    expect(count / (256 * 256)).toBeLessThanOrEqual(0.001);
  });

  it('draws dots for contours without length', () => {
    const at = contoursOf('M5 5 L5 5');
    expect(outlineStroke(at, { width: 2, cap: 'round', join: 'miter', miterLimit: 4 }, 0.01)).toHaveLength(1);
    expect(outlineStroke(at, { width: 2, cap: 'butt', join: 'miter', miterLimit: 4 }, 0.01)).toHaveLength(0);
    const bare = contoursOf('M5 5');
    expect(outlineStroke(bare, { width: 2, cap: 'round', join: 'miter', miterLimit: 4 }, 0.01)).toHaveLength(
      0,
    );
  });
});

describe('outlineStroke along curves that end at a standstill', () => {
  const d = LINES['curves that end at a standstill'] as string;

  it.each(['miter', 'round'] as const)('reaches no farther than the pen, with %s joins', (join) => {
    const pen = { width: 2, cap: 'round', join, miterLimit: 4 } as const;
    const { minX, minY, maxX, maxY } = boundsOf(outlineStroke(contoursOf(d), pen, 0.02));
    const line = boundsOf(contoursOf(d));
    const reach = (pen.width / 2) * pen.miterLimit;
    expect(minX).toBeGreaterThan(line.minX - reach);
    expect(minY).toBeGreaterThan(line.minY - reach);
    expect(maxX).toBeLessThan(line.maxX + reach);
    expect(maxY).toBeLessThan(line.maxY + reach);
  });
});
