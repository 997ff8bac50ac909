import type { Point, Size } from '../geometry/point.ts';
import { bandsOf } from './bands.ts';
import { legendOf, type FaceKinds } from './legend.ts';
import { print, write } from './lettering.ts';
import { drawBadges, drawBreak, drawFaces, drawOutline, STRIPES } from './marks.ts';
import { BORDER, GROUND, INK, MUTED, PAPER } from './palette.ts';
import type { DrawnRegion, Panel, Thumbnail } from './region.ts';

const SIDE = 480;
const INSET = 28;
const MARGIN = 32;
const HEAD = 84;
const THUMBNAIL = 52;
const GAP = 14;

/**
 * The panels side by side over one legend, as an SVG document. It needs nothing else: no fonts, no styles.
 */
export function drawPanels(panels: readonly Panel[], viewport: Size): string {
  const width = MARGIN + panels.length * (SIDE + MARGIN);
  const legend = legendOf(panels, windingsIn(panels, viewport), width - 2 * MARGIN);
  const legendTop = MARGIN + HEAD + SIDE + 26;
  const height = legendTop + legend.height + 10;
  const body = panels.map((panel, index) =>
    drawPanel(panel, viewport, { x: MARGIN + index * (SIDE + MARGIN), y: MARGIN }, index),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs>${STRIPES}</defs>
<rect width="${width}" height="${height}" fill="${GROUND}"/>
${body.join('\n')}
${legend.draw({ x: MARGIN, y: legendTop })}
</svg>
`;
}

/** Every winding number that a face has, by the rule of its region. */
function windingsIn(panels: readonly Panel[], { width, height }: Size): FaceKinds {
  const rowHeight = Math.max(width, height) / SIDE;
  const kinds = panels.flatMap(({ regions }) =>
    regions.flatMap(({ rule, subpaths }) =>
      bandsOf(
        subpaths.map(({ ring }) => ring),
        rowHeight,
      ).map(({ winding }) => ({ rule, winding })),
    ),
  );
  const isLost = ({ rule, winding }: (typeof kinds)[number]): boolean =>
    rule === 'evenodd' && winding % 2 === 0;
  return {
    windings: [...new Set(kinds.filter((kind) => !isLost(kind)).map(({ winding }) => winding))].sort(
      (a, b) => a - b,
    ),
    hasLost: kinds.some(isLost),
  };
}

function drawPanel(
  { title, note, regions, thumbnails }: Panel,
  viewport: Size,
  at: Point,
  index: number,
): string {
  const top = at.y + HEAD;
  const scale = (SIDE - 2 * INSET) / Math.max(viewport.width, viewport.height);
  const size = { width: viewport.width * scale, height: viewport.height * scale };
  const origin = { x: at.x + (SIDE - size.width) / 2, y: top + (SIDE - size.height) / 2 };
  const placed = regions.map((region) =>
    mapRegion(region, ({ x, y }) => ({ x: origin.x + x * scale, y: origin.y + y * scale })),
  );
  const frame = `x="${at.x}" y="${top}" width="${SIDE}" height="${SIDE}" rx="14"`;
  const canvas = `x="${print(origin.x)}" y="${print(origin.y)}" width="${print(size.width)}" height="${print(size.height)}"`;
  return `<clipPath id="panel-${index}"><rect ${frame}/></clipPath>
${write(title, { x: at.x + 2, y: at.y + 12 }, { size: 18, color: INK, weight: 0.17 })}
${write(note, { x: at.x + 2, y: at.y + 46 }, { size: 10, color: MUTED })}
${drawThumbnails(thumbnails, { x: at.x + SIDE, y: at.y })}
<rect ${frame} fill="${PAPER}" stroke="${BORDER}"/>
<rect ${canvas} fill="none" stroke="${BORDER}" stroke-dasharray="3 4"/>
<g clip-path="url(#panel-${index})">
${placed.map(drawFaces).join('')}
${placed.flatMap(({ subpaths, isClip }) => subpaths.map((subpath) => drawOutline(subpath, isClip))).join('')}
</g>
${drawBadges(placed.flatMap(({ subpaths }) => subpaths))}
${placed.flatMap(({ breaks }) => breaks.map(drawBreak)).join('')}`;
}

function mapRegion(region: DrawnRegion, map: (point: Point) => Point): DrawnRegion {
  return {
    ...region,
    breaks: region.breaks.map(map),
    subpaths: region.subpaths.map((subpath) => ({ ...subpath, ring: subpath.ring.map(map) })),
  };
}

/** The thumbnails in a row that ends at the corner. */
function drawThumbnails(thumbnails: readonly Thumbnail[], corner: Point): string {
  return thumbnails
    .map(({ label, svg }, index) => {
      const x = corner.x - (thumbnails.length - index) * (THUMBNAIL + GAP) + GAP;
      const box = `x="${print(x)}" y="${print(corner.y)}" width="${THUMBNAIL}" height="${THUMBNAIL}"`;
      const caption = write(
        label,
        { x: x + THUMBNAIL / 2, y: corner.y + THUMBNAIL + 10 },
        { size: 7.5, color: MUTED, anchor: 'middle' },
      );
      return `<rect ${box} rx="8" fill="${PAPER}" stroke="${BORDER}"/><image ${inset(x, corner.y)} href="data:image/svg+xml,${encodeURIComponent(svg)}"/>${caption}`;
    })
    .join('');
}

function inset(x: number, y: number): string {
  const side = THUMBNAIL - 12;
  return `x="${print(x + 6)}" y="${print(y + 6)}" width="${side}" height="${side}"`;
}
