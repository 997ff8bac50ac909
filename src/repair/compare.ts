import { Budget } from '../geometry/budget.ts';
import { TURNS } from '../geometry/frame.ts';
import { labelFaces, type Label } from '../geometry/labels.ts';
import type { Matrix } from '../geometry/matrix.ts';
import { sweep } from '../geometry/sweep.ts';
import type { FillRule } from '../ir.ts';
import type { Command } from '../path/command.ts';
import { flatten } from '../path/flatten.ts';
import { toSubpaths } from '../path/subpaths.ts';

/** A filled path: absolute commands, the map from their units to the common ones, and the rule that fills them. */
export interface FilledPath {
  readonly commands: readonly Command[];
  readonly transform?: Matrix | undefined;
  readonly rule: FillRule;
  /** Clips that cut it, all of them; each is the union of its paths. */
  readonly clips?: readonly (readonly FilledPath[])[];
}

/** How far two fills disagree. */
export interface FillComparison {
  /**
   * Thickness of the thickest face that one fills and the other does not, as a share of the larger side of the
   * bounding box of all.
   */
  readonly thickness: number;
  /** That side, in the common units. */
  readonly size: number;
}

/**
 * A disagreement this thin, as a share of the size of the whole, is none: at 512 pixels it is a thirteenth of a pixel.
 * Outlines that designers meant to coincide come this close; the thinnest face seen that was meant to be empty is 1.76e-4.
 */
export const TOLERANCE = 1.5e-4;

/** Work allowed for one comparison or one repair: a few seconds. The most that a real path asks for is 0.4 million. */
export const WORK_LIMIT = 150_000_000;

/**
 * Work allowed for all repairs of one icon, whose paths may each be within their limit and take hours together: twice
 * that of a path, which finds its faces and then what to do about them.
 */
export const ICON_WORK_LIMIT = 2 * WORK_LIMIT;

/**
 * Compares the union of the fills `before` with the union of the fills `after`, face by face of the arrangement of all
 * outlines together. A clip that several fills share is arranged once.
 *
 * From one side a face may look thicker than it is, where it has spikes along the sweep line. So a disagreement of more
 * than `enough` is looked at from other sides before it counts.
 *
 * Throws {@link WorkLimitError} on outlines too complex for `budget`.
 */
export function compareFills(
  before: readonly FilledPath[],
  after: readonly FilledPath[],
  budget: Budget = new Budget(WORK_LIMIT),
  enough: number = TOLERANCE,
): FillComparison {
  const paths = [...withClips([...before, ...after])];
  const placeOf = new Map(paths.map((path, index) => [path, index]));
  const outlines = paths.map(({ commands, transform }) => ({ subpaths: toSubpaths(commands), transform }));
  const pathOfLoop = outlines.flatMap(({ subpaths }, path) => subpaths.map(() => path));
  const differs = (label: Label): boolean => {
    const isFilled = filledPaths(label, pathOfLoop, paths);
    const isSeen = (path: FilledPath): boolean =>
      isFilled[placeOf.get(path) as number] === true && (path.clips ?? []).every((clip) => clip.some(isSeen));
    return before.some(isSeen) !== after.some(isSeen);
  };
  let thickness = Infinity;
  let size = 1;
  for (const turn of TURNS) {
    const { loops, frame } = flatten(outlines, budget, turn);
    const { faces } = sweep(loops, budget);
    // They come thickest first.
    const thickest = labelFaces(faces, 0, budget).find(differs)?.thickness ?? 0;
    thickness = Math.min(thickness, thickest);
    size = frame.size;
    if (thickness <= enough) break;
  }
  return { thickness, size };
}

/** `paths` and all that clips them, each once. */
function withClips(paths: readonly FilledPath[], into = new Set<FilledPath>()): Set<FilledPath> {
  for (const path of paths) {
    if (into.has(path)) continue;
    into.add(path);
    for (const clip of path.clips ?? []) withClips(clip, into);
  }
  return into;
}

/** Which paths fill the faces of a label. */
export function filledPaths(
  label: Pick<Label, 'turns'>,
  pathOfLoop: readonly number[],
  paths: readonly { readonly rule: FillRule }[],
): boolean[] {
  const turns = paths.map(() => 0);
  for (const [loop, count] of label.turns) turns[pathOfLoop[loop]!]! += count;
  return paths.map(({ rule }, path) => (rule === 'nonzero' ? turns[path] !== 0 : turns[path]! % 2 !== 0));
}
