import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { forOldRenderer } from './conformance/compare.ts';

export interface SheetRow {
  readonly title: string;
  /** SVG texts, one a column; the title of each column stands above it. */
  readonly pictures: readonly string[];
}

const CELL = 96;
const GAP = 16;
const HEAD = 40;

/**
 * A PNG of `groups` side by side, each a row of pictures under their columns' titles, `across` icons in a line.
 *
 * Titles need a font; where the machine has none, the sheet comes without words.
 */
export function contactSheet(columns: readonly string[], rows: readonly SheetRow[], across: number): Buffer {
  const group = columns.length * (CELL + GAP) + GAP;
  const lineHeight = CELL + HEAD;
  const lines = Math.ceil(rows.length / across);
  const width = across * group + GAP;
  const height = HEAD + lines * lineHeight + GAP;
  const body: string[] = [];
  for (let line = 0; line < Math.min(across, rows.length); line++) {
    for (const [index, title] of columns.entries()) {
      body.push(text(GAP + line * group + index * (CELL + GAP) + CELL / 2, 24, title, '#111'));
    }
  }
  for (const [index, { title, pictures }] of rows.entries()) {
    const x = GAP + (index % across) * group;
    const y = HEAD + Math.floor(index / across) * lineHeight;
    for (const [column, svg] of pictures.entries()) {
      const left = x + column * (CELL + GAP);
      body.push(`<rect x="${left}" y="${y}" width="${CELL}" height="${CELL}" rx="6" fill="#f3f3f3"/>`);
      body.push(
        `<image x="${left + 8}" y="${y + 8}" width="${CELL - 16}" height="${CELL - 16}" href="${png(svg)}"/>`,
      );
    }
    body.push(text(x + (columns.length * (CELL + GAP) - GAP) / 2, y + CELL + 18, title, '#666'));
  }
  const sheet = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${body.join('')}</svg>`;
  return new Resvg(sheet, { fitTo: { mode: 'zoom', value: 2 } }).render().asPng();
}

function text(x: number, y: number, content: string, color: string): string {
  const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x}" y="${y}" font-family="DejaVu Sans, Arial, Helvetica, sans-serif" font-size="12" text-anchor="middle" fill="${color}">${escaped}</text>`;
}

function png(svg: string): string {
  const image = new Resvg(svg, { fitTo: { mode: 'width', value: (CELL - 16) * 2 } }).render();
  return `data:image/png;base64,${image.asPng().toString('base64')}`;
}

/** What a device before API 24 would make of the file, were its even-odd fills carried over as they are. */
export const ignoringFillRules = (svg: string): string => svg.replaceAll(/evenodd/g, 'nonzero');

export const readSvg = (path: string): string => forOldRenderer(readFileSync(path, 'utf8'));
