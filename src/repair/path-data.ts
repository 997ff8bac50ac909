import { assertText, UsageError } from '../errors.ts';
import { Budget, WorkLimitError } from '../geometry/budget.ts';
import { TURNS } from '../geometry/frame.ts';
import type { Point } from '../geometry/point.ts';
import type { Command } from '../path/command.ts';
import { FLATNESS } from '../path/flatten.ts';
import { decimalsOf } from '../path/number.ts';
import { parsePathData, type PathData } from '../path/parse.ts';
import { endOfNumber, skipSeparator, skipSpace } from '../path/scan.ts';
import { reverseSubpath } from '../path/reverse.ts';
import { rewriteSubpaths } from '../path/rewrite.ts';
import { toSubpaths, type Subpath } from '../path/subpaths.ts';
import type { NumberStyle } from '../path/writer.ts';
import { compareFills, ICON_WORK_LIMIT, TOLERANCE, WORK_LIMIT } from './compare.ts';
import { sweptFaces, type FaceMemory, type SweptFaces } from './face-memory.ts';
import { findReversals, needlessReversals, type Reversals } from './reversals.ts';
import { splitSubpaths, type SplitPlan } from './split.ts';
import { sameOutlines } from './same-outlines.ts';

/**
 * What a split takes besides its sweeps, however short the path: its text is printed, read and repaired once more, in
 * some milliseconds. Of icons with thousands of such paths that is most of the work.
 */
const SPLIT_STEPS = 400_000;

/** A double has no more. */
const MOST_DECIMALS = 15;

export interface RepairOptions {
  /**
   * Decimals of the points that splitting adds: where subpaths are cut, and control points of what is left of a curve.
   * By default the fewest that the proof allows of two tries. A wish for fewer than the proof needs yields to it.
   * Numbers of the source are never rounded.
   */
  readonly precision?: number;
  /** The faces of the icon's paths that were looked at before. */
  readonly faces?: FaceMemory | undefined;
  /** What all repairs of the icon may take. */
  readonly budget?: Budget | undefined;
  /** A clock in milliseconds, for the time in the result. The core has none of its own. */
  readonly now?: () => number;
}

/** Why a path was kept: `complexity` ran out of the work budget, `unproven` found no result that passes the proof. */
export type KeptReason = 'complexity' | 'unproven';

export interface FillRuleRepair {
  /** Path data that nonzero fills as even-odd fills the input; the input itself when unchanged or kept. */
  readonly pathData: string;
  /**
   * `unchanged`: nonzero already fills the same. `reversed`: whole subpaths run the other way. `split`: some were cut
   * at crossings and linked anew. `kept`: no repair was proven; the data still needs even-odd.
   */
  readonly method: 'unchanged' | 'reversed' | 'split' | 'kept';
  /** Given when it was kept. */
  readonly reason?: KeptReason | undefined;
  /** Number of subpaths in the input. */
  readonly subpaths: number;
  /** Indices of the subpaths that were reversed as a whole. */
  readonly reversed: readonly number[];
  /** Where subpaths were cut, in user units. */
  readonly breaks: readonly Point[];
  /**
   * The proof on the printed text: the thickest face in disagreement and what is tolerated, both as shares of the
   * larger side of the bounding box.
   */
  readonly proof: { readonly thickness: number; readonly tolerance: number };
  /** Time taken, when the caller lent a clock. */
  readonly milliseconds?: number;
}

/**
 * Path data that nonzero fills as even-odd fills `pathData`, by the least change, proven on the text returned.
 *
 * Path data with an error is read up to the error, as SVG draws it. What cannot be repaired is kept, and says so.
 *
 * @throws {UsageError} for path data that is no string, and a precision that is no number of decimals
 */
export function repairFillRule(pathData: string, options: RepairOptions = {}): FillRuleRepair {
  assertText('Path data', pathData);
  const { precision } = options;
  if (precision !== undefined && !(Number.isInteger(precision) && precision >= 0))
    throw new UsageError(`A precision is a whole number of decimals, not ${precision}.`);
  const started = options.now?.();
  const { budget = new Budget(ICON_WORK_LIMIT) } = options;
  const repair = repairWithin(pathData, budget, budget.within(WORK_LIMIT), options);
  if (started === undefined) return repair;
  return { ...repair, milliseconds: options.now!() - started };
}

function repairWithin(
  pathData: string,
  iconBudget: Budget,
  budget: Budget,
  { precision, faces: known }: RepairOptions,
): FillRuleRepair {
  const data = parsePathData(pathData);
  const commands = data.commands.map(({ command }) => command);
  const subpaths = toSubpaths(commands);
  const result = {
    pathData,
    method: 'unchanged',
    subpaths: subpaths.length,
    reversed: [],
    breaks: [],
    proof: { thickness: 0, tolerance: TOLERANCE },
  } as const;
  try {
    const analyze = ({ faces, labels }: SweptFaces): Reversals =>
      needlessReversals(subpaths.length, faces) ?? findReversals(subpaths.length, labels(), budget);
    let swept = known?.of(commands, subpaths, iconBudget) ?? sweptFaces(subpaths, iconBudget);
    let reversals = analyze(swept);
    if (reversals.isClose) {
      swept = sweptFaces(subpaths, iconBudget, FLATNESS / 10);
      reversals = analyze(swept);
    }
    const proof = { thickness: reversals.thickness, tolerance: TOLERANCE };
    if (reversals.unsolved.length > 0) {
      let proven: FillRuleRepair | undefined;
      for (const plan of plansFor(swept.frame.size, precision)) {
        iconBudget.spend(SPLIT_STEPS);
        const style = styleOf(data, commands);
        const split = splitSubpaths(data, subpaths, reversals.unsolved, reversals.signs, style, plan, budget);
        const printed = parsePathData(split.text).commands.map(({ command }) => command);
        const before = [{ commands, rule: 'evenodd' }] as const;
        const { thickness } = compareFills(before, [{ commands: printed, rule: 'nonzero' }], budget);
        if (thickness > TOLERANCE) continue;
        const { text, reversed, breaks } = split;
        const proof = { ...result.proof, thickness };
        const repair = { ...result, pathData: text, method: 'split', reversed, breaks, proof } as const;
        // A result within the tolerance of its source may be a little beyond it were it even-odd itself, and a second
        // repair would find something to do. Where that is proven, too, it is done at once.
        const again = repairWithin(text, iconBudget, budget, {
          ...(precision !== undefined && { precision }),
        });
        if (again.method === 'unchanged') return repair;
        proven ??= repair;
        if (again.method !== 'reversed') continue;
        const turned = parsePathData(again.pathData).commands.map(({ command }) => command);
        const last = compareFills(before, [{ commands: turned, rule: 'nonzero' }], budget);
        if (last.thickness > TOLERANCE) continue;
        return { ...repair, pathData: again.pathData, proof: { ...proof, thickness: last.thickness } };
      }
      if (proven !== undefined) return proven;
      return { ...result, method: 'kept', reason: 'unproven' };
    }
    const reversed = [...reversals.signs.keys()].filter((index) => reversals.signs[index] === -1);
    if (reversed.length === 0) return { ...result, proof };
    const text = printReversed(data, subpaths, reversals, styleOf(data, commands));
    const printed = parsePathData(text).commands.map(({ command }) => command);
    // Reversal moves no point, so the faces found above are those of the printed text too. If rounding did move one,
    // the text is swept in its own right.
    if (!sameOutlines(subpaths, toSubpaths(printed))) {
      const { thickness } = compareFills(
        [{ commands, rule: 'evenodd' }],
        [{ commands: printed, rule: 'nonzero' }],
        budget,
      );
      if (thickness > TOLERANCE) return { ...result, method: 'kept', reason: 'unproven' };
      proof.thickness = thickness;
    }
    return { ...result, pathData: text, method: 'reversed', reversed, proof };
  } catch (error) {
    if (!(error instanceof WorkLimitError)) throw error;
    return { ...result, method: 'kept', reason: 'complexity' };
  }
}

/**
 * Attempts at splitting: first with the `wish`, or with so few decimals that rounding moves a point by up to 2.3 times
 * the tolerance, which is mostly along an outline; then with more, and seen from other sides.
 */
function plansFor(size: number, wish: number | undefined): SplitPlan[] {
  const enough = decimalsFor(1e-4 * size);
  const first = Math.min(MOST_DECIMALS, wish ?? decimalsFor(7e-4 * size));
  const plans = [
    { turn: TURNS[0]!, decimals: first, flatness: FLATNESS },
    { turn: TURNS[0]!, decimals: enough, flatness: FLATNESS },
    { turn: TURNS[0]!, decimals: enough + 2, flatness: FLATNESS / 10 },
    { turn: TURNS[1]!, decimals: enough + 3, flatness: FLATNESS / 10 },
    { turn: TURNS[2]!, decimals: enough + 5, flatness: FLATNESS / 100 },
  ].map((plan) => ({ ...plan, decimals: Math.max(first, plan.decimals) }));
  return first >= enough ? plans.slice(1) : plans;
}

/** Decimals whose last place is at most `step`. */
function decimalsFor(step: number): number {
  return Math.max(0, Math.ceil(-Math.log10(step)));
}

function printReversed(
  data: PathData,
  subpaths: readonly Subpath[],
  { signs }: Reversals,
  style: NumberStyle,
): string {
  const replacements = subpaths.map((subpath, index) =>
    signs[index] === 1 ? undefined : (pen: Point) => reverseSubpath(data.commands, subpath, pen, style),
  );
  return rewriteSubpaths(data, subpaths, replacements, style);
}

/** The style of the source: its decimals, and compact arc flags where it has any. */
export function styleOf(data: PathData, commands: readonly Command[]): NumberStyle {
  let largest = 0;
  for (const command of commands) {
    if (command.kind !== 'close') largest = Math.max(largest, Math.abs(command.to.x), Math.abs(command.to.y));
  }
  return {
    decimals: decimalsOf(data.text, largest),
    compactFlags: data.commands.some(
      ({ command, start }) => command.kind === 'arc' && hasCompactFlags(data.text, start),
    ),
  };
}

/** Whether the flags of the arc at `offset` stand without a separator between or behind them. */
function hasCompactFlags(text: string, offset: number): boolean {
  let at = /[aA]/.test(text.charAt(offset)) ? skipSpace(text, offset + 1) : offset;
  for (let index = 0; index < 3; index += 1) at = skipSeparator(text, endOfNumber(text, at));
  const second = skipSeparator(text, at + 1);
  return second === at + 1 || skipSeparator(text, second + 1) === second + 1;
}
