import type { Point } from '../geometry/point.ts';
import { bandsOf } from './bands.ts';
import { placeBadges } from './badges.ts';
import { print, write } from './lettering.ts';
import { headingsAt, lengthOf } from './outline.ts';
import { FATE_COLORS, LOST, PAPER, tintOf } from './palette.ts';
import type { DrawnRegion, DrawnSubpath } from './region.ts';

/** What is drawn inside a panel. Every ring and point is in the picture's units. */

const ROW = 1;
const ARROW_SPACING = 64;
const MOST_ARROWS = 16;
/** The arrow's tip leads; at scale 1 it is 13 long. */
const ARROW = 'M8 0L-5 -5.5L-2.2 0L-5 5.5Z';
export const CLIP_DASHES = '7 4';

/** The stripes of faces that only even-odd leaves empty; `drawFaces` refers to it. */
export const STRIPES = `<pattern id="lost" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V7" stroke="${LOST}" stroke-width="3" stroke-opacity=".6"/></pattern>`;

/** The faces, tinted by winding number; striped where nonzero would fill what the region's own rule leaves empty. */
export function drawFaces(region: DrawnRegion): string {
  const rings = region.subpaths.map(({ ring }) => ring);
  const faces = bandsOf(rings, ROW)
    .map(({ winding, data }) => {
      const isLost = region.rule === 'evenodd' && winding % 2 === 0;
      return isLost
        ? `<path d="${data}" fill="${PAPER}"/><path d="${data}" fill="url(#lost)"/>`
        : `<path d="${data}" fill="${tintOf(winding)}"/>`;
    })
    .join('');
  // What a clip lies on shows through.
  return region.isClip ? `<g opacity=".6">${faces}</g>` : faces;
}

export function drawOutline({ ring, fate }: DrawnSubpath, isClip: boolean): string {
  const color = FATE_COLORS[fate];
  const isMarked = fate !== 'kept';
  const points = ring.map(({ x, y }) => `${print(x)} ${print(y)}`).join('L');
  const dashes = isClip ? ` stroke-dasharray="${CLIP_DASHES}"` : '';
  const line = `<path d="M${points}Z" fill="none" stroke="${color}" stroke-width="${isMarked ? 2.75 : 1.5}" stroke-linejoin="round"${dashes}/>`;
  return line + drawArrows(ring, color, isMarked ? 1.2 : 0.85);
}

function drawArrows(ring: readonly Point[], color: string, size: number): string {
  const length = lengthOf(ring);
  if (length < 12) return '';
  const count = Math.max(1, Math.min(MOST_ARROWS, Math.round(length / ARROW_SPACING)));
  const distances = Array.from({ length: count }, (_, index) => ((index + 0.5) * length) / count);
  const scale = Math.min(size, length / 40);
  return headingsAt(ring, distances)
    .map(({ at, angle }) => drawArrow(at, angle, scale, color))
    .join('');
}

export function drawArrow({ x, y }: Point, angle: number, scale: number, color: string): string {
  return `<path transform="translate(${print(x)} ${print(y)}) rotate(${print(angle)}) scale(${print(scale)})" d="${ARROW}" fill="${color}" stroke="${PAPER}" stroke-width="1.2" stroke-linejoin="round"/>`;
}

export function drawBreak({ x, y }: Point): string {
  const color = FATE_COLORS.cut;
  return `<g transform="translate(${print(x)} ${print(y)})" stroke="${color}"><circle r="6" fill="${PAPER}" stroke-width="2"/><path d="M-2.4 -2.4L2.4 2.4M2.4 -2.4L-2.4 2.4" stroke-width="1.8" stroke-linecap="round"/></g>`;
}

/** A number on every subpath, in the color of its fate. */
export function drawBadges(subpaths: readonly DrawnSubpath[]): string {
  return placeBadges(subpaths.map(({ ring, number }) => ({ ring, label: String(number) })))
    .map(({ at, radius, label }, index) => {
      const color = FATE_COLORS[(subpaths[index] as DrawnSubpath).fate];
      const size = radius * (label.length > 2 ? 0.7 : 0.95);
      const digits = write(
        label,
        { x: at.x, y: at.y - size / 2 },
        { size, color: PAPER, anchor: 'middle', weight: 0.18 },
      );
      return `<circle cx="${print(at.x)}" cy="${print(at.y)}" r="${print(radius)}" fill="${color}" stroke="${PAPER}" stroke-width="1.6"/>${digits}`;
    })
    .join('');
}
