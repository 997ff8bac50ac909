import type { Point } from '../geometry/point.ts';
import { print, widthOf, write } from './lettering.ts';
import { CLIP_DASHES, drawArrow, drawBreak } from './marks.ts';
import { BORDER, FATE_COLORS, INK, PAPER, tintOf } from './palette.ts';
import type { Panel } from './region.ts';

interface Item {
  readonly mark: string;
  readonly label: string;
}

export interface Legend {
  readonly height: number;
  /** Markup of the legend with its top left corner at `at`. */
  readonly draw: (at: Point) => string;
}

/** What faces there are to explain. */
export interface FaceKinds {
  /** Ascending; zero left out. */
  readonly windings: readonly number[];
  /** Whether some face is empty by even-odd that nonzero would fill. */
  readonly hasLost: boolean;
}

const TITLE = 'winding number';
const LETTERS = 10;
const LINE = 28;
const MARK = 22;

/** Explains the marks that `panels` use, and no others, in lines no wider than `width`. */
export function legendOf(panels: readonly Panel[], faces: FaceKinds, width: number): Legend {
  let x = widthOf(TITLE, LETTERS) + MARK;
  let y = 0;
  const placed = itemsOf(panels, faces).map((item) => {
    const needed = MARK + 8 + widthOf(item.label, LETTERS) + MARK;
    if (x + needed > width) {
      x = 0;
      y += LINE;
    }
    const spot = { ...item, x, y };
    x += needed;
    return spot;
  });
  return {
    height: LINE + y,
    draw: (at) => {
      const title = write(TITLE, { x: at.x, y: at.y + 2 }, { size: LETTERS, color: INK, weight: 0.17 });
      const items = placed.map(({ mark, label, x, y }) => {
        const words = write(label, { x: MARK + 8, y: 2 }, { size: LETTERS, color: INK });
        return `<g transform="translate(${print(at.x + x)} ${print(at.y + y)})">${mark}${words}</g>`;
      });
      return title + items.join('');
    },
  };
}

function itemsOf(panels: readonly Panel[], { windings, hasLost }: FaceKinds): Item[] {
  const regions = panels.flatMap((panel) => panel.regions);
  const fates = new Set(regions.flatMap(({ subpaths }) => subpaths.map(({ fate }) => fate)));
  const items: Item[] = windings.map((winding) => ({
    mark: swatch(tintOf(winding)),
    label: `${winding > 0 ? '+' : '−'}${Math.abs(winding)}`,
  }));
  items.push({ mark: swatch(PAPER), label: '0: hole' });
  if (hasLost) items.push({ mark: swatch(PAPER) + swatch('url(#lost)'), label: 'hole that nonzero fills' });
  if (fates.has('reversed')) items.push({ mark: sampleLine(FATE_COLORS.reversed), label: 'reversed' });
  if (fates.has('cut')) items.push({ mark: sampleLine(FATE_COLORS.cut), label: 'cut and joined anew' });
  if (regions.some(({ breaks }) => breaks.length > 0))
    items.push({ mark: drawBreak({ x: 11, y: 7 }), label: 'cut here' });
  if (fates.has('idle')) items.push({ mark: sampleLine(FATE_COLORS.idle), label: 'changes nothing' });
  if (regions.some(({ isClip }) => isClip)) {
    const line = `<path d="M0 7H${MARK}" stroke="${FATE_COLORS.kept}" stroke-width="2" stroke-dasharray="${CLIP_DASHES}"/>`;
    items.push({ mark: line, label: 'clip' });
  }
  return items;
}

function swatch(fill: string): string {
  return `<rect width="${MARK}" height="14" rx="3" fill="${fill}" stroke="${BORDER}"/>`;
}

function sampleLine(color: string): string {
  return `<path d="M0 7H${MARK}" stroke="${color}" stroke-width="2.75"/>${drawArrow({ x: 11, y: 7 }, 0, 1, color)}`;
}
