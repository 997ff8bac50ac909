import { Budget, WorkLimitError } from '../geometry/budget.ts';
import { fromFrame } from '../geometry/frame.ts';
import { labelFaces } from '../geometry/labels.ts';
import type { Point } from '../geometry/point.ts';
import { sweep } from '../geometry/sweep.ts';
import { flatten } from '../path/flatten.ts';
import { parsePathData } from '../path/parse.ts';
import { toSubpaths } from '../path/subpaths.ts';
import { TOLERANCE, WORK_LIMIT } from './compare.ts';

/** A connected region between outlines. */
export interface Face {
  /** A point inside, where the face is widest; in user units. */
  readonly sample: Point;
  /** In square user units; positive. */
  readonly area: number;
  /** Largest distance across, in user units. */
  readonly thickness: number;
  /** Turns of each subpath about the face, clockwise on screen positive. Their sum is the winding number. */
  readonly windings: readonly number[];
}

/** Faces thinner than this share of the size come from rounding alone. */
const THINNEST = 1e-9;

/** The picture that path data cuts the plane into. */
export interface Windings {
  /** Number of subpaths, lone movetos included. */
  readonly subpaths: number;
  /** Largest first. The outside is left out. */
  readonly faces: readonly Face[];
  /** True when the path is too complex to analyze; `faces` is then empty. */
  readonly isTooComplex: boolean;
}

/**
 * The faces of a path, with a sample point, area and winding numbers each. Open subpaths count as closed, as when
 * filled. Never throws; path data with an error is read up to it.
 */
export function windings(pathData: string): Windings {
  const subpaths = toSubpaths(parsePathData(pathData).commands.map(({ command }) => command));
  const budget = new Budget(WORK_LIMIT);
  const found: Face[] = [];
  try {
    const { loops, frame } = flatten([{ subpaths }], budget);
    const { faces } = sweep(loops, budget);
    for (let face = 1; face < faces.count; face += 1) {
      if (faces.root(face) !== face || faces.thickness(face) <= THINNEST) continue;
      budget.spend(8 * faces.depth(face) + subpaths.length);
      const turns = faces.windings(face);
      found.push({
        sample: fromFrame(frame, faces.sampleX[face]!, faces.sampleY[face]!),
        area: faces.area[face]! * frame.size * frame.size,
        thickness: faces.thickness(face) * frame.size,
        windings: subpaths.map((_, index) => turns.get(index) ?? 0),
      });
    }
  } catch (error) {
    if (!(error instanceof WorkLimitError)) throw error;
    return { subpaths: subpaths.length, faces: [], isTooComplex: true };
  }
  found.sort((a, b) => b.area - a.area);
  return { subpaths: subpaths.length, faces: found, isTooComplex: false };
}

/** A subpath without which a nonzero fill looks the same. */
export interface IneffectiveSubpath {
  readonly subpath: number;
  /** Whether drawing it the other way round would empty some of what is filled: it was meant as a hole, perhaps. */
  readonly reversingPunchesHole: boolean;
}

/**
 * The subpaths of a nonzero fill that change nothing: nested in others of the same direction, as holes are whose
 * direction was lost. Each is judged with all others in place. Subpaths too thin to fill anything are not reported.
 */
export function ineffectiveSubpaths(pathData: string): IneffectiveSubpath[] {
  const subpaths = toSubpaths(parsePathData(pathData).commands.map(({ command }) => command));
  const budget = new Budget(WORK_LIMIT);
  const counts = subpaths.map(() => ({ touches: false, matters: false, punches: false }));
  try {
    const { faces } = sweep(flatten([{ subpaths }], budget).loops, budget);
    for (const { turns } of labelFaces(faces, TOLERANCE, budget)) {
      let sum = 0;
      for (const turn of turns.values()) sum += turn;
      for (const [loop, turn] of turns) {
        const count = counts[loop]!;
        count.touches = true;
        if ((sum !== 0) !== (sum - turn !== 0)) count.matters = true;
        if (sum !== 0 && sum - 2 * turn === 0) count.punches = true;
      }
    }
  } catch (error) {
    if (!(error instanceof WorkLimitError)) throw error;
    return [];
  }
  return counts.flatMap(({ touches, matters, punches }, subpath) =>
    touches && !matters ? [{ subpath, reversingPunchesHole: punches }] : [],
  );
}
