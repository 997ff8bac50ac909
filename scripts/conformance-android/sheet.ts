import { Resvg } from '@resvg/resvg-js';
import type { Picture } from './picture.ts';
import { toPng } from './png.ts';

/** A row of a contact sheet: pictures of one thing side by side. An undefined cell is left empty. */
export interface SheetRow {
  readonly label: string;
  readonly cells: readonly (Picture | undefined)[];
}

const LABEL = 190;
const HEAD = 18;

/** A contact sheet: `heads` over the cells, rows flowing into `columns` columns, cells `cell` pixels wide. */
export function contactSheet(
  heads: readonly string[],
  rows: readonly SheetRow[],
  { columns = 1, cell = 64 }: { readonly columns?: number; readonly cell?: number } = {},
): Buffer {
  const step = cell + 6;
  const perColumn = Math.ceil(rows.length / columns);
  const columnWidth = LABEL + heads.length * step + 12;
  const parts: string[] = [];
  for (let column = 0; column < columns; column++) {
    heads.forEach((head, index) => {
      parts.push(text(column * columnWidth + LABEL + index * step, 13, head));
    });
  }
  rows.forEach((row, index) => {
    const x = Math.floor(index / perColumn) * columnWidth;
    const y = HEAD + (index % perColumn) * step;
    parts.push(text(x + 4, y + cell / 2 + 4, row.label));
    row.cells.forEach((picture, at) => {
      if (picture === undefined) return;
      const place = `x="${x + LABEL + at * step}" y="${y}" width="${cell}" height="${cell}"`;
      const png = toPng(picture).toString('base64');
      parts.push(
        `<rect ${place} fill="url(#check)"/>`,
        `<image ${place} href="data:image/png;base64,${png}"/>`,
      );
    });
  });
  const check =
    '<pattern id="check" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#fff"/><path d="M0 0h4v4h-4zM4 4h4v4h-4z" fill="#e4e4e4"/></pattern>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${columns * columnWidth}" height="${HEAD + perColumn * step}"><rect width="100%" height="100%" fill="#fafafa"/>${check}${parts.join('')}</svg>`;
  return new Resvg(svg, { font: { loadSystemFonts: true, defaultFontFamily: 'DejaVu Sans' } })
    .render()
    .asPng();
}

function text(x: number, y: number, words: string): string {
  const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x}" y="${y}" font-size="11" font-family="DejaVu Sans" fill="#333">${escaped}</text>`;
}
