/** What lowering may use and must give up. */
export interface LowerOptions {
  /** The lowest Android API level the picture is for: 21 or more. */
  readonly minSdk: number;
  /** Whether AppCompat draws the icon below API 24. */
  readonly appcompat: boolean;
  /** Whether to go on drawing what was refused, as near as can be. The diagnostics stay the same. */
  readonly allowLossy: boolean;
}

/** Bounds on what one element may grow into, so that no input can blow up the output. */
export const LIMITS = {
  /** Dashes of one path. */
  dashes: 2_000,
  /** Dashes of all paths of an icon, which are printed one by one. */
  allDashes: 20_000,
  /** Copies of a pattern's tile. */
  tiles: 256,
  /** Shapes of all these copies together. */
  tiledShapes: 10_000,
  /** Levels of grey in a mask, each a copy of what it masks. */
  greys: 8,
  /** Segments of fills and the clips that are cut into them. */
  cutSegments: 2_000,
  /** Shapes of a mask: each is held against each below it. */
  maskShapes: 1_000,
  /** Shapes painted over each other in a translucent group. */
  overlaps: 64,
  /** Segments of such shapes: to cut them apart takes a while for each time they cross. */
  overlapSegments: 6_000,
  /** Steps of work to tell, of all of an icon, which overlap at all: a second or two. */
  overlapWork: 50_000_000,
  /** Alpha that may be missing where neighbors meet: what the comparison of pictures lets pass, 32 of 255. */
  seam: 32 / 255,
} as const;
