import type { CenteredArc } from '../arc.ts';

/** What path data may look like, and how far it may be off. */
export interface PathDataStyle {
  /** Of numbers at most; most need fewer to stay within the tolerance. */
  readonly decimals: number;
  /**
   * How far an outline may be moved across its own direction, in the path's units. Every command is held against the
   * path as it was given, from where the one before it was printed, so errors never add up.
   */
  readonly tolerance: number;
  /** Below API 23 `.5` and `1.1.9` are read wrong or crash: a zero is kept before the point. */
  readonly leadingZero: boolean;
  /**
   * Below API 24 the Java parser counts the pieces of an arc as |⌈4·sweep/π⌉|: a counterclockwise arc of less than 45°
   * has none and is lost, and all relative commands behind it shift. Such arcs are printed as curves.
   */
  readonly careful: boolean;
  /** Whether a stroke is drawn along the path: then its closes and zero-length pieces show. */
  readonly stroked: boolean;
  /** Tries fewer ways: about one byte in a hundred more, in a third of the time. Default false. */
  readonly hasty?: boolean;
}

/** Below this many radians a counterclockwise arc is not trusted to the Java parser; 45° and a margin. */
const SMALL_SWEEP = (50 * Math.PI) / 180;

/** Whether the Java parser of API 21 to 23 draws nothing for an arc. */
export function isLostArc({ sweep }: Pick<CenteredArc, 'sweep'>): boolean {
  return sweep < 0 && sweep > -SMALL_SWEEP;
}
