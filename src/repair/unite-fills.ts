import { Budget, WorkLimitError } from '../geometry/budget.ts';
import { TURNS } from '../geometry/frame.ts';
import type { Point } from '../geometry/point.ts';
import { strandsFor } from '../geometry/strands.ts';
import { sweep } from '../geometry/sweep.ts';
import type { Command } from '../path/command.ts';
import { FLATNESS, flatten } from '../path/flatten.ts';
import { reversePiece, toSubpaths, type Piece } from '../path/subpaths.ts';
import { transformCommands } from '../path/transform.ts';
import { compareFills, filledPaths, TOLERANCE, WORK_LIMIT, type FilledPath } from './compare.ts';
import type { KeptReason } from './path-data.ts';
import { relink } from './relink.ts';

/** A union's outline, or why there is none. */
export type UnitedFills = { readonly commands: readonly Command[] } | { readonly reason: KeptReason };

/** Attempts: finer polylines put crossings closer to those of the curves, and another side shows them another way. */
const PLANS = [
  { turn: TURNS[0]!, flatness: FLATNESS },
  { turn: TURNS[0]!, flatness: FLATNESS / 10 },
  { turn: TURNS[1]!, flatness: FLATNESS / 10 },
  { turn: TURNS[2]!, flatness: FLATNESS / 100 },
];

/**
 * One path in the common units that nonzero fills as the union of `parts`, whatever their rules and directions: only
 * the union's own outline is left, in the pieces that drew it.
 *
 * Prefer reversing or joining the parts where that will do: this one cuts at every crossing.
 */
export function uniteFills(
  parts: readonly FilledPath[],
  budget: Budget = new Budget(WORK_LIMIT),
): UnitedFills {
  try {
    for (const { turn, flatness } of PLANS) {
      const commands = outlineOf(parts, turn, flatness, budget);
      const after = [{ commands, rule: 'nonzero' }] as const;
      if (compareFills(parts, after, budget).thickness <= TOLERANCE) return { commands };
    }
  } catch (error) {
    if (!(error instanceof WorkLimitError)) throw error;
    return { reason: 'complexity' };
  }
  return { reason: 'unproven' };
}

function outlineOf(parts: readonly FilledPath[], turn: number, flatness: number, budget: Budget): Command[] {
  const placed = parts.map(({ commands, transform }) =>
    toSubpaths(transform === undefined ? commands : transformCommands(commands, transform)),
  );
  const partOfLoop = placed.flatMap((subpaths, part) => subpaths.map(() => part));
  const subpaths = placed.flat();
  const { loops, frame } = flatten([{ subpaths }], budget, turn, flatness);
  const arrangement = sweep(loops, budget, true);
  const { faces } = arrangement;
  const winding = new Map<number, number>();
  const windingOf = (face: number): number => {
    const root = faces.root(face);
    let known = winding.get(root);
    if (known === undefined) {
      budget.spend(8 * faces.depth(root));
      const label = { turns: faces.windings(root) };
      known = filledPaths(label, partOfLoop, parts).includes(true) ? 1 : 0;
      winding.set(root, known);
    }
    return known;
  };
  const strands = strandsFor(arrangement, loops, windingOf);
  let firstPiece = 0;
  const whole: Piece[][] = [];
  const cut = subpaths.flatMap(({ pieces }, index) => {
    const strand = strands[index]!;
    const loop = { firstPiece, pieceCount: pieces.length, strand };
    firstPiece += pieces.length;
    if (strand.breaks.length > 0) return [loop];
    // Which way an untouched outline runs depends on what is filled beside it, so even these may need turning.
    if (strand.course === 1) whole.push([...pieces]);
    if (strand.course === -1) whole.push(pieces.map(reversePiece).reverse());
    return [];
  });
  const pieces = subpaths.flatMap((subpath) => subpath.pieces);
  const linked = relink(cut, pieces, frame.size, (point: Point) => point);
  return [...whole, ...linked.loops].flatMap(toCommands);
}

function toCommands(loop: readonly Piece[]): Command[] {
  if (loop.length === 0) return [];
  return [{ kind: 'move', to: loop[0]!.from }, ...loop.map(({ command }) => command), { kind: 'close' }];
}
