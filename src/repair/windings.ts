import { assertText } from '../errors.ts';
import { Budget, WorkLimitError } from '../geometry/budget.ts';
import { fromFrame } from '../geometry/frame.ts';
import { innerPoint } from '../geometry/inner-point.ts';
import { labelFaces } from '../geometry/labels.ts';
import type { Point } from '../geometry/point.ts';
import { sharedOutline } from '../geometry/shared-outline.ts';
import { sweep } from '../geometry/sweep.ts';
import { flatten } from '../path/flatten.ts';
import { parsePathData } from '../path/parse.ts';
import { toSubpaths, type Subpath } from '../path/subpaths.ts';
import { TOLERANCE, WORK_LIMIT } from './compare.ts';

/** A connected region between outlines. */
export interface Face {
  /** A point inside, where the face is widest; in user units. */
  readonly sample: Point;
  /** In square user units; positive. */
  readonly area: number;
  /** No disc of a larger diameter fits into the face, in user units. */
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
 * filled. Path data with an error is read up to it, and none makes it throw.
 *
 * @throws {UsageError} for path data that is no string
 */
export function windings(pathData: string): Windings {
  assertText('Path data', pathData);
  const subpaths = toSubpaths(parsePathData(pathData).commands.map(({ command }) => command));
  const budget = new Budget(WORK_LIMIT);
  const found: Face[] = [];
  try {
    const { loops, frame } = flatten([{ subpaths }], budget);
    const { faces } = sweep(loops, budget);
    for (let face = 1; face < faces.count; face += 1) {
      if (faces.root(face) !== face || faces.thickness(face) <= THINNEST) continue;
      budget.spend(8 * faces.depth(face) + subpaths.length + loops.x.length);
      const turns = faces.windings(face);
      const { x, y } = innerPoint(loops, faces.sample(face));
      found.push({
        sample: fromFrame(frame, x, y),
        area: faces.area(face) * frame.size * frame.size,
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
  /**
   * Whether drawing it the other way round would cut a hole into another subpath that reaches beyond it. A part laid on
   * another, such as a line's end, runs along its outline somewhere and is none: holes lie clear of outlines.
   */
  readonly reversingPunchesHole: boolean;
  /** Whether it lies in a subpath that may be such a hole: turned, it would leave this one as an island. */
  readonly isInLostHole: boolean;
}

/** A hole, or what is left around it, that is thinner than this share of the path was not drawn to be seen. */
const VISIBLE = 0.01;

/** Of a part's outline what runs along others where it was laid on them: a half disc at a line's end has two fifths. */
const LAID_ON = 0.1;

type Turns = ReadonlyMap<number, number>;

/** `ineffectiveAmong` for path data, which is read up to its first error. */
export function ineffectiveSubpaths(pathData: string): IneffectiveSubpath[] {
  return ineffectiveAmong(toSubpaths(parsePathData(pathData).commands.map(({ command }) => command)));
}

/**
 * The subpaths of a nonzero fill that change nothing, such as holes whose direction was lost. All of them can be taken
 * out together: of two that fill the same, one stays and is not reported. Subpaths too thin to fill anything are not
 * reported either.
 */
export function ineffectiveAmong(
  subpaths: readonly Subpath[],
  budget: Budget = new Budget(WORK_LIMIT),
): IneffectiveSubpath[] {
  try {
    const { loops } = flatten([{ subpaths }], budget);
    const { faces } = sweep(loops, budget);
    const labels = labelFaces(faces, TOLERANCE, budget);
    const turns = labels.map((label) => label.turns);
    const found = removableTogether(subpaths.length, turns, budget);
    const visible = labels.filter(({ thickness }) => thickness > VISIBLE).map((label) => label.turns);
    const holes = new Set(
      found.filter(
        (subpath) => punchesHole(subpath, visible) && sharedOutline(loops, subpath, budget) <= LAID_ON,
      ),
    );
    return found.map((subpath) => ({
      subpath,
      reversingPunchesHole: holes.has(subpath),
      isInLostHole: turns.some(
        (about) =>
          about.has(subpath) && [...about.keys()].some((loop) => loop !== subpath && holes.has(loop)),
      ),
    }));
  } catch (error) {
    if (!(error instanceof WorkLimitError)) throw error;
    return [];
  }
}

/** From the last to the first, those without which the same is filled, alone and with those found before. */
function removableTogether(count: number, faces: readonly Turns[], budget: Budget): number[] {
  const touching = Array.from({ length: count }, () => [] as number[]);
  for (const [face, turns] of faces.entries()) for (const loop of turns.keys()) touching[loop]?.push(face);
  const all = faces.map((turns) => [...turns.values()].reduce((sum, turn) => sum + turn, 0));
  const sums = [...all];
  const found: number[] = [];
  for (let loop = count - 1; loop >= 0; loop -= 1) {
    const around = touching[loop] as readonly number[];
    budget.spend(around.length);
    const matters = (from: readonly number[]): boolean =>
      around.some((face) => (from[face] !== 0) !== (from[face]! - faces[face]!.get(loop)! !== 0));
    if (around.length === 0 || matters(all) || matters(sums)) continue;
    for (const face of around) sums[face]! -= faces[face]!.get(loop)!;
    found.unshift(loop);
  }
  return found;
}

/** Judged with all others in place: reversed, it empties a face, and what filled that face fills another as well. */
function punchesHole(loop: number, faces: readonly Turns[]): boolean {
  const around = new Set<number>();
  for (const turns of faces) {
    const turn = turns.get(loop);
    if (turn === undefined) continue;
    const sum = [...turns.values()].reduce((total, one) => total + one, 0);
    if (sum !== 0 && sum - 2 * turn === 0)
      for (const other of turns.keys()) if (other !== loop) around.add(other);
  }
  return faces.some((turns) => !turns.has(loop) && [...turns.keys()].some((other) => around.has(other)));
}
