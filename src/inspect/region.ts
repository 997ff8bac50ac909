import type { Point } from '../geometry/point.ts';
import type { FillRule } from '../ir.ts';

/** What becomes of a subpath: left alone, turned around, cut and joined anew, or drawing nothing where it is. */
export type Fate = 'kept' | 'reversed' | 'cut' | 'idle';

/** One subpath as a closed ring of points in viewport units. */
export interface DrawnSubpath {
  readonly ring: readonly Point[];
  /** Counts through the whole icon, from 1. */
  readonly number: number;
  readonly fate: Fate;
}

/** One filled path or one clip region of the icon. */
export interface DrawnRegion {
  readonly subpaths: readonly DrawnSubpath[];
  readonly rule: FillRule;
  readonly isClip: boolean;
  /** Where subpaths are cut, in viewport units. */
  readonly breaks: readonly Point[];
}

/** One state of the icon, with the words over it. */
export interface Panel {
  readonly title: string;
  readonly note: string;
  readonly regions: readonly DrawnRegion[];
  readonly thumbnails: readonly Thumbnail[];
}

/** The icon in small, as an SVG document of its own. */
export interface Thumbnail {
  readonly label: string;
  readonly svg: string;
}
