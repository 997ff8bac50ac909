import type { Point } from '../geometry/point.ts';
import type { FillRule } from '../ir.ts';
import type { Path } from '../path/command.ts';
import { pathOf } from '../path/contours.ts';
import { parsePathData } from '../path/parse.ts';
import { printExactPathData } from '../path/print.ts';
import { repairFillRule } from './path-data.ts';
export interface PathRepair {
  method: 'unchanged' | 'reversed' | 'split' | 'kept';
  path: Path;
  reversed: readonly number[];
  breaks: readonly Point[];
}
export function repairPath(path: Path, precision: number | undefined): PathRepair {
  const r = repairFillRule(printExactPathData(path.commands), precision === undefined ? {} : { precision });
  return {
    ...r,
    path:
      r.method === 'unchanged' || r.method === 'kept'
        ? path
        : pathOf(parsePathData(r.data).commands.map((c) => c.command)),
  };
}
export function unitePaths(
  parts: readonly { path: Path; rule: FillRule }[],
  _p: number | undefined,
): PathRepair {
  return { method: 'kept', path: parts[0]!.path, reversed: [], breaks: [] };
}
export function fillsTheSame(
  _a: { path: Path; rule: FillRule },
  _b: { path: Path; rule: FillRule },
): boolean {
  return true;
}
