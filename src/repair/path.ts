import { WorkLimitError } from '../geometry/budget.ts';
import type { FillRule } from '../ir.ts';
import type { Path } from '../path/command.ts';
import { pathOf } from '../path/contours.ts';
import { parsePathData } from '../path/parse.ts';
import { printExactPathData } from '../path/print.ts';
import { compareFills, TOLERANCE, type FilledPath } from './compare.ts';
import { repairFillRule, type FillRuleRepair } from './path-data.ts';

/** A path repaired, and what that took. */
export interface PathRepair extends Pick<FillRuleRepair, 'method' | 'reason' | 'reversed' | 'breaks'> {
  /** To be filled nonzero, unless it was kept: then it is the path given. */
  readonly path: Path;
}

/** The path that nonzero fills as even-odd fills `path`. Commands keep their kinds; arcs stay arcs. */
export function repairPath(path: Path, precision: number | undefined): PathRepair {
  const repair = repairFillRule(
    printExactPathData(path.commands),
    precision === undefined ? {} : { precision },
  );
  const { pathData, method, reason, reversed, breaks } = repair;
  const isSame = method === 'unchanged' || method === 'kept';
  return {
    method,
    ...(reason && { reason }),
    reversed,
    breaks,
    path: isSame ? path : readPath(pathData),
  };
}

export function readPath(pathData: string): Path {
  return pathOf(parsePathData(pathData).commands.map(({ command }) => command));
}

/** Whether two fills cover the same, as far as the tolerance of all proofs goes. What is too complex is not proven. */
export function fillsTheSame(before: RuledPath, after: RuledPath): boolean {
  return coversTheSame([before], [after]);
}

export interface RuledPath {
  readonly path: Path;
  readonly rule: FillRule;
}

/** As `fillsTheSame`, for the unions of several fills. */
export function coversTheSame(before: readonly RuledPath[], after: readonly RuledPath[]): boolean {
  try {
    return compareFills(before.map(toFilled), after.map(toFilled)).thickness <= TOLERANCE;
  } catch (error) {
    if (error instanceof WorkLimitError) return false;
    throw error;
  }
}

function toFilled({ path, rule }: RuledPath): FilledPath {
  return { commands: path.commands, rule };
}
