import type { Point } from '../geometry/point.ts';

/**
 * Letters as single strokes, so that a picture looks the same in a browser, in an editor and in a renderer that has
 * no fonts. Each glyph stands on a grid 6 high, origin at its top left; `width` is without the gap to the next.
 */
interface Glyph {
  readonly width: number;
  readonly path: string;
}

const HEIGHT = 6;
const GAP = 1.7;

const glyph = (width: number, path: string): Glyph => ({ width, path });

const GLYPHS: { readonly [character: string]: Glyph } = {
  A: glyph(4, 'M0 6L2 0L4 6M.7 4H3.3'),
  B: glyph(3.8, 'M0 0V6H2.2A1.6 1.6 0 0 0 2.2 2.8H0M2 2.8A1.4 1.4 0 0 0 2 0H0'),
  C: glyph(4, 'M4 1.1A2.2 2.2 0 0 0 2.2 0A2.2 3 0 0 0 2.2 6A2.2 2.2 0 0 0 4 4.9'),
  D: glyph(4, 'M0 0V6H1.5A2.5 3 0 0 0 1.5 0Z'),
  E: glyph(3.4, 'M3.4 0H0V6H3.4M0 2.9H2.8'),
  F: glyph(3.4, 'M3.4 0H0V6M0 2.9H2.8'),
  G: glyph(4.2, 'M4 1.1A2.2 2.2 0 0 0 2.2 0A2.2 3 0 0 0 2.2 6A2 2 0 0 0 4.2 4.9V3.3H2.6'),
  H: glyph(4, 'M0 0V6M4 0V6M0 2.9H4'),
  I: glyph(0, 'M0 0V6'),
  J: glyph(3, 'M3 0V4.4A1.5 1.5 0 0 1 0 4.4'),
  K: glyph(3.8, 'M0 0V6M3.6 0L0 3.7M1.3 2.6L3.8 6'),
  L: glyph(3.2, 'M0 0V6H3.2'),
  M: glyph(4.8, 'M0 6V0L2.4 3.8L4.8 0V6'),
  N: glyph(4, 'M0 6V0L4 6V0'),
  O: glyph(4.4, 'M2.2 0A2.2 3 0 0 0 2.2 6A2.2 3 0 0 0 2.2 0Z'),
  P: glyph(3.7, 'M0 6V0H2A1.7 1.7 0 0 1 2 3.4H0'),
  Q: glyph(4.4, 'M2.2 0A2.2 3 0 0 0 2.2 6A2.2 3 0 0 0 2.2 0ZM2.8 4.4L4.4 6.3'),
  R: glyph(3.8, 'M0 6V0H2A1.7 1.7 0 0 1 2 3.4H0M1.9 3.4L3.8 6'),
  S: glyph(
    3.8,
    'M3.6 1.1A2 1.5 0 0 0 1.9 0A1.6 1.45 0 0 0 1.9 2.9A1.7 1.55 0 0 1 1.9 6A2.1 1.6 0 0 1 .1 4.9',
  ),
  T: glyph(4, 'M0 0H4M2 0V6'),
  U: glyph(4, 'M0 0V4A2 2 0 0 0 4 4V0'),
  V: glyph(4, 'M0 0L2 6L4 0'),
  W: glyph(5.6, 'M0 0L1.4 6L2.8 1.2L4.2 6L5.6 0'),
  X: glyph(4, 'M0 0L4 6M4 0L0 6'),
  Y: glyph(4, 'M0 0L2 3L4 0M2 3V6'),
  Z: glyph(4, 'M0 0H4L0 6H4'),
  '0': glyph(3.8, 'M1.9 0A1.9 3 0 0 0 1.9 6A1.9 3 0 0 0 1.9 0Z'),
  '1': glyph(1.8, 'M0 1.4L1.8 0V6'),
  '2': glyph(3.7, 'M.1 1.6A1.75 1.7 0 0 1 3.6 1.7C3.6 3.3 1.4 4.3 0 6H3.7'),
  '3': glyph(3.6, 'M.2 0H3.4L1.6 2.3A1.85 1.85 0 1 1 .1 5'),
  '4': glyph(4, 'M3 6V0L0 4.2H4'),
  '5': glyph(3.6, 'M3.4 0H.6L.3 2.7A1.9 1.8 0 1 1 .1 5.1'),
  '6': glyph(3.8, 'M3 0C1.4 1.2 0 2.5 0 4.1A1.9 1.9 0 1 0 .5 2.8'),
  '7': glyph(3.6, 'M0 0H3.6L1.2 6'),
  '8': glyph(
    3.6,
    'M1.8 2.8A1.5 1.4 0 1 1 1.8 0A1.5 1.4 0 1 1 1.8 2.8A1.8 1.6 0 1 0 1.8 6A1.8 1.6 0 1 0 1.8 2.8',
  ),
  '9': glyph(3.8, 'M.8 6C2.4 4.8 3.8 3.5 3.8 1.9A1.9 1.9 0 1 0 3.3 3.2'),
  '+': glyph(3, 'M0 3H3M1.5 1.5V4.5'),
  '-': glyph(2.4, 'M0 3H2.4'),
  '−': glyph(3, 'M0 3H3'),
  '.': glyph(0, 'M0 5.9V6'),
  ',': glyph(0.6, 'M.5 5.6L0 7'),
  ':': glyph(0, 'M0 1.7V1.8M0 5.2V5.3'),
  '(': glyph(1.2, 'M1.2 -.6A5.6 5.6 0 0 0 1.2 6.6'),
  ')': glyph(1.2, 'M0 -.6A5.6 5.6 0 0 1 0 6.6'),
  ' ': glyph(1.4, ''),
};

export interface Lettering {
  /** Height of the capitals, in the picture's units. */
  readonly size: number;
  readonly color: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Relative to the size; 0.13 reads as regular, 0.2 as bold. */
  readonly weight?: number;
}

/**
 * Markup that writes `text` with its capitals' top at `at.y`. Small letters come out as capitals and characters
 * without a glyph as blanks.
 */
export function write(text: string, at: Point, { size, color, anchor, weight }: Lettering): string {
  const scale = size / HEIGHT;
  const shift = anchor === 'end' ? 1 : anchor === 'middle' ? 0.5 : 0;
  let x = at.x - shift * widthOf(text, size);
  let marks = '';
  for (const { width, path } of glyphsOf(text)) {
    if (path !== '')
      marks += `<path transform="translate(${print(x)} ${print(at.y)}) scale(${print(scale)})" d="${path}"/>`;
    x += (width + GAP) * scale;
  }
  return `<g fill="none" stroke="${color}" stroke-width="${print((weight ?? 0.14) * HEIGHT)}" stroke-linecap="round" stroke-linejoin="round">${marks}</g>`;
}

/** How wide `write` makes `text`. */
export function widthOf(text: string, size: number): number {
  const glyphs = glyphsOf(text);
  const units = glyphs.reduce((sum, { width }) => sum + width + GAP, 0) - (glyphs.length > 0 ? GAP : 0);
  return (units * size) / HEIGHT;
}

function glyphsOf(text: string): Glyph[] {
  return [...text.toUpperCase()].map((character) => GLYPHS[character] ?? (GLYPHS[' '] as Glyph));
}

/** A coordinate of the picture: two decimals, which no eye can tell from more. */
export function print(value: number): string {
  return String(Math.round(value * 100) / 100);
}
