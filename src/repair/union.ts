import { Budget } from '../geometry/budget.ts';
import { parsePathData } from '../path/parse.ts';
import { pathOf } from '../path/contours.ts';
import { printExactPathData } from '../path/print.ts';
import { reverseSubpath } from '../path/reverse.ts';
import { rewriteSubpaths } from '../path/rewrite.ts';
import { toSubpaths } from '../path/subpaths.ts';
import type { Path } from '../path/command.ts';
import { ICON_WORK_LIMIT, WORK_LIMIT } from './compare.ts';
import { coversTheSame, readPath, repairPath, type PathRepair, type RuledPath } from './path.ts';
import { uniteFills } from './unite-fills.ts';
import { windings } from './windings.ts';

/** Digits that say a double again. */
const EXACT_DECIMALS = 17;

/**
 * One path that nonzero fills as the union of `parts`, each by its own rule; all are in the same units. `reversed`
 * counts the subpaths of the parts in order.
 *
 * Two parts that turn in opposite directions cancel where they overlap. So each part is repaired on its own, and its
 * outlines turned so that its winding numbers are positive; sums of them are then zero only outside of all.
 */
export function unitePaths(
  parts: readonly RuledPath[],
  precision: number | undefined,
  budget: Budget = new Budget(ICON_WORK_LIMIT),
): PathRepair {
  const asWritten = joinPaths(parts.map(({ path }) => path));
  const unchanged: PathRepair = { method: 'unchanged', path: asWritten, reversed: [], breaks: [] };
  if (coversTheSame(parts, [{ path: asWritten, rule: 'nonzero' }], budget)) return unchanged;

  const repairs = parts.map(({ path, rule }) =>
    rule === 'evenodd' ? repairPath(path, precision, { budget }) : { ...unchanged, path },
  );
  if (repairs.some(({ method }) => method === 'kept')) return uniteOutlines(parts, asWritten, budget);
  const turned = repairs.map(({ path }) => turnPositive(path));
  const path = joinPaths(turned.map((part) => part.path));
  if (!coversTheSame(parts, [{ path, rule: 'nonzero' }], budget))
    return uniteOutlines(parts, asWritten, budget);

  const counts = parts.map(({ path }) => path.contours.length);
  const offsets = counts.map((_, index) => counts.slice(0, index).reduce((sum, count) => sum + count, 0));
  const isSplit = repairs.some(({ method }) => method === 'split');
  return {
    method: isSplit ? 'split' : 'reversed',
    path,
    reversed: repairs.flatMap((repair, index) =>
      // Turned twice is not turned.
      differing(repair.reversed, (turned[index] as Turned).reversed).map(
        (subpath) => subpath + (offsets[index] as number),
      ),
    ),
    breaks: repairs.flatMap(({ breaks }) => breaks),
  };
}

/** The union's own outline, for parts that wind both ways; the parts `asWritten` where none is proven. */
function uniteOutlines(parts: readonly RuledPath[], asWritten: Path, budget: Budget): PathRepair {
  const filled = parts.map(({ path, rule }) => ({ commands: path.commands, rule }));
  const united = uniteFills(filled, budget.within(WORK_LIMIT));
  const nothing = { reversed: [], breaks: [] };
  return 'reason' in united
    ? { method: 'kept', reason: united.reason, path: asWritten, ...nothing }
    : { method: 'split', path: pathOf(united.commands), ...nothing };
}

export function joinPaths(paths: readonly Path[]): Path {
  return {
    commands: paths.flatMap(({ commands }) => commands),
    contours: paths.flatMap(({ contours }) => contours),
  };
}

interface Turned {
  readonly path: Path;
  readonly reversed: readonly number[];
}

/** The path with each group of subpaths that touch one another turned over whose winding numbers are negative. */
function turnPositive(path: Path): Turned {
  const text = printExactPathData(path.commands);
  const { faces, subpaths: count } = windings(text);
  const group = Array.from({ length: count }, (_, index) => index);
  const find = (index: number): number => (group[index] === index ? index : find(group[index] as number));
  const balance = new Map<number, number>();
  for (const face of faces) {
    const around = [...face.windings.keys()].filter((index) => face.windings[index] !== 0);
    for (const index of around) group[find(index)] = find(around[0] as number);
  }
  for (const face of faces) {
    const first = face.windings.findIndex((turns) => turns !== 0);
    const sum = face.windings.reduce((total, turns) => total + turns, 0);
    if (first >= 0) balance.set(find(first), (balance.get(find(first)) ?? 0) + Math.sign(sum) * face.area);
  }
  const reversed = group.flatMap((_, index) => ((balance.get(find(index)) ?? 0) < 0 ? [index] : []));
  if (reversed.length === 0) return { path, reversed };
  const data = parsePathData(text);
  const subpaths = toSubpaths(path.commands);
  const style = { decimals: EXACT_DECIMALS, compactFlags: false };
  const replacements = subpaths.map((subpath, index) =>
    reversed.includes(index)
      ? (pen: { x: number; y: number }) => reverseSubpath(data.commands, subpath, pen, style)
      : undefined,
  );
  return { path: readPath(rewriteSubpaths(data, subpaths, replacements, style)), reversed };
}

function differing(some: readonly number[], others: readonly number[]): number[] {
  const all = new Set([...some, ...others]);
  return [...all].filter((index) => some.includes(index) !== others.includes(index)).sort((a, b) => a - b);
}
