import type { Point, Size } from '../geometry/point.ts';
import type { FillRule } from '../ir.ts';
import { legendOf } from './legend.ts';
import { print, write } from './lettering.ts';
import { drawBadges, drawBreak, drawFaces, drawOutline, STRIPES } from './marks.ts';
import { BORDER, GROUND, INK, MUTED, PAPER } from './palette.ts';
import type { DrawnRegion, Panel } from './region.ts';

const SIDE = 480;
const INSET = 28;
const MARGIN = 32;
const HEAD = 84;
const THUMBNAIL = 44;

/**
 * The panels side by side over one legend, as an SVG document. It needs nothing else: no fonts, no styles.
 */
export function drawPanels(panels: readonly Panel[], viewport: Size): string {
  const width = MARGIN + panels.length * (SIDE + MARGIN);
  const legend = legendOf(panels, width - 2 * MARGIN);
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

function drawPanel({ title, note, regions }: Panel, viewport: Size, at: Point, index: number): string {
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
${drawThumbnails(regions, viewport, { x: at.x + SIDE, y: at.y })}
<rect ${frame} fill="${PAPER}" stroke="${BORDER}"/>
<rect ${canvas} fill="none" stroke="${BORDER}" stroke-dasharray="3 4"/>
<g clip-path="url(#panel-${index})">
${placed.map(drawFaces).join('')}
${placed.flatMap(({ subpaths, isClip }) => subpaths.map((subpath) => drawOutline(subpath, isClip))).join('')}
${placed.flatMap(({ breaks }) => breaks.map(drawBreak)).join('')}
</g>
${drawBadges(placed.flatMap(({ subpaths }) => subpaths))}`;
}

function mapRegion(region: DrawnRegion, map: (point: Point) => Point): DrawnRegion {
  return {
    ...region,
    breaks: region.breaks.map(map),
    subpaths: region.subpaths.map((subpath) => ({ ...subpath, ring: subpath.ring.map(map) })),
  };
}

/** The fills as their own rule fills them, and as nonzero does: what the designer sees, what old Androids draw. */
function drawThumbnails(regions: readonly DrawnRegion[], viewport: Size, corner: Point): string {
  const scale = THUMBNAIL / Math.max(viewport.width, viewport.height);
  const fills = regions
    .filter(({ isClip }) => !isClip)
    .map((region) => mapRegion(region, ({ x, y }) => ({ x: x * scale, y: y * scale })));
  const draw = (rule: FillRule | undefined, x: number, label: string): string => {
    const paths = fills.map(
      (region) => `<path d="${ringsToData(region)}" fill-rule="${rule ?? region.rule}"/>`,
    );
    const caption = write(
      label,
      { x: x + THUMBNAIL / 2, y: corner.y + THUMBNAIL + 14 },
      { size: 7.5, color: MUTED, anchor: 'middle' },
    );
    return `<g transform="translate(${print(x)} ${print(corner.y + 4)})" fill="${INK}">${paths.join('')}</g>${caption}`;
  };
  const isEvenOdd = fills.some(({ rule }) => rule === 'evenodd');
  const last = corner.x - THUMBNAIL - 8;
  return isEvenOdd
    ? draw(undefined, last - THUMBNAIL - 44, 'even-odd') + draw('nonzero', last, 'nonzero')
    : draw('nonzero', last, 'nonzero');
}

function ringsToData({ subpaths }: DrawnRegion): string {
  return subpaths
    .map(({ ring }) => `M${ring.map(({ x, y }) => `${print(x)} ${print(y)}`).join('L')}Z`)
    .join('');
}
