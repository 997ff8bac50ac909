import { Budget, WorkLimitError } from '../geometry/budget.ts';
import { windingOf, type Label } from '../geometry/labels.ts';
import type { FillRule } from '../ir.ts';
import type { Path } from '../path/command.ts';
import { pathOf } from '../path/contours.ts';
import { parsePathData } from '../path/parse.ts';
import { printExactPathData } from '../path/print.ts';
import { toSubpaths } from '../path/subpaths.ts';
import { compareFills, ICON_WORK_LIMIT, TOLERANCE, WORK_LIMIT, type FilledPath } from './compare.ts';
import type { FaceMemory } from './face-memory.ts';
import { repairFillRule, type FillRuleRepair, type RepairOptions } from './path-data.ts';
import { needlessReversals } from './reversals.ts';
import { directionsOf } from './same-outlines.ts';

/** A path repaired, and what that took. */
export interface PathRepair extends Pick<FillRuleRepair, 'method' | 'reason' | 'reversed' | 'breaks'> {
  /** To be filled nonzero, unless it was kept: then it is the path given. */
  readonly path: Path;
}

/** The path that nonzero fills as even-odd fills `path`. Commands keep their kinds; arcs stay arcs. */
export function repairPath(
  path: Path,
  precision: number | undefined,
  options: Pick<RepairOptions, 'faces' | 'budget'> = {},
): PathRepair {
  const { faces, budget } = options;
  const seen = faces === undefined ? undefined : atAGlance(path, faces, budget);
  if (seen !== undefined) return seen;
  const repair = repairFillRule(printExactPathData(path.commands), {
    ...(precision === undefined ? {} : { precision }),
    faces,
    budget,
  });
  const { pathData, method, reason, reversed, breaks } = repair;
  const isSame = method === 'unchanged' || method === 'kept';
  return {
    method,
    reason,
    reversed,
    breaks,
    path: isSame ? path : readPath(pathData),
  };
}

/**
 * The repair of a path whose faces tell that it may stay as it is, or that there are too many to tell; undefined for any
 * other. Most paths may stay, and need not be written out to be repaired as text.
 */
function atAGlance(
  path: Path,
  memory: FaceMemory,
  budget: Budget = new Budget(ICON_WORK_LIMIT),
): PathRepair | undefined {
  const nothing = { reversed: [], breaks: [], path };
  try {
    const subpaths = toSubpaths(path.commands);
    const { faces } = memory.of(path.commands, subpaths, budget);
    return needlessReversals(subpaths.length, faces) && { method: 'unchanged', ...nothing };
  } catch (error) {
    if (!(error instanceof WorkLimitError)) throw error;
    return { method: 'kept', reason: 'complexity', ...nothing };
  }
}

export function readPath(pathData: string): Path {
  return pathOf(parsePathData(pathData).commands.map(({ command }) => command));
}

/**
 * Whether two fills cover the same, as far as the tolerance of all proofs goes. What is too complex is not proven.
 *
 * @param faces where given, outlines that differ only in direction are judged by the faces of one of them
 */
export function fillsTheSame(before: RuledPath, after: RuledPath, faces?: FaceMemory): boolean {
  return (
    (faces !== undefined && fillsTheSameTurned(before, after, faces)) || coversTheSame([before], [after])
  );
}

/**
 * Whether two fills have the same outlines, some of which run the other way, and cover the same. They then cut the plane
 * into the same faces, and the turns about each are those of the other but for their signs.
 */
function fillsTheSameTurned(before: RuledPath, after: RuledPath, faces: FaceMemory): boolean {
  const subpaths = toSubpaths(before.path.commands);
  const signs = directionsOf(subpaths, toSubpaths(after.path.commands));
  if (signs === undefined) return false;
  const asGiven = new Int8Array(subpaths.length).fill(1);
  const isFilled = (label: Label, { rule }: RuledPath, directions: Int8Array): boolean =>
    rule === 'evenodd' ? label.isOdd : windingOf(label, directions) !== 0;
  try {
    return faces
      .of(before.path.commands, subpaths, new Budget(WORK_LIMIT))
      .labels()
      .every(
        (label) =>
          label.thickness <= TOLERANCE || isFilled(label, before, asGiven) === isFilled(label, after, signs),
      );
  } catch (error) {
    if (error instanceof WorkLimitError) return false;
    throw error;
  }
}

export interface RuledPath {
  readonly path: Path;
  readonly rule: FillRule;
}

/** As `fillsTheSame`, for the unions of several fills. */
export function coversTheSame(
  before: readonly RuledPath[],
  after: readonly RuledPath[],
  budget: Budget = new Budget(WORK_LIMIT),
): boolean {
  try {
    return compareFills(before.map(toFilled), after.map(toFilled), budget).thickness <= TOLERANCE;
  } catch (error) {
    if (error instanceof WorkLimitError) return false;
    throw error;
  }
}

function toFilled({ path, rule }: RuledPath): FilledPath {
  return { commands: path.commands, rule };
}
