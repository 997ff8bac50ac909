import type { Budget } from '../geometry/budget.ts';
import type { Faces } from '../geometry/faces.ts';
import { windingOf, type Label } from '../geometry/labels.ts';
import { solveSigns } from '../geometry/signs.ts';
import { TOLERANCE } from './compare.ts';

/** Which subpaths to reverse so that nonzero fills what even-odd filled. */
export interface Reversals {
  /** +1 or -1 for each subpath. */
  readonly signs: Int8Array;
  /** Groups of subpaths that no reversal helps; they need splitting. */
  readonly unsolved: readonly (readonly number[])[];
  /** Thickness of the thickest face that even-odd leaves empty and these signs fill, unsolved groups left out. */
  readonly thickness: number;
  /**
   * Whether a face decided by less than a factor of two what may be filled. How closely curves were followed then
   * counts: each edge may lie a seventh of the tolerance off.
   */
  readonly isClose: boolean;
}

/**
 * Thicknesses below which an empty face may be filled, tried in order: outlines that designers meant to coincide leave
 * slivers, and most are thinner than the first.
 */
const SLIVERS: readonly number[] = [1e-7, 1e-6, 1e-5, 3e-5, 1e-4, TOLERANCE];

/**
 * What {@link findReversals} finds where the subpaths may stay as they are, without the labels of all faces; undefined
 * elsewhere. Most paths are such.
 */
export function needlessReversals(count: number, faces: Faces): Reversals | undefined {
  let thickness = 0;
  for (let face = 1; face < faces.count; face += 1) {
    const winding = faces.winding(face);
    if (winding === 0 || winding % 2 !== 0 || faces.root(face) !== face) continue;
    thickness = Math.max(thickness, faces.thickness(face));
    if (thickness > SLIVERS[0]!) return undefined;
  }
  return { signs: new Int8Array(count).fill(1), unsolved: [], thickness, isClose: false };
}

/**
 * Solves for the signs of `count` subpaths, given the labels of their faces.
 *
 * Even-odd leaves empty where the turns sum to an even number; there the signed turns must sum to zero. A sum of odd
 * turns stays odd under any signs, so filled faces ask for nothing.
 */
export function findReversals(count: number, labels: readonly Label[], budget: Budget): Reversals {
  const empty = labels.filter((label) => !label.isOdd);
  const signs = new Int8Array(count).fill(1);
  const solveAbove = (thinnest: number, among: Set<number> | undefined) => {
    const rows = empty.filter(
      ({ thickness, turns }) =>
        thickness > thinnest && (among === undefined || [...turns.keys()].every((loop) => among.has(loop))),
    );
    return solveSigns(
      count,
      rows.map(({ turns }) => ({ terms: turns })),
      budget,
    );
  };
  let unsolved: readonly (readonly number[])[] = [];
  let open: Set<number> | undefined;
  for (const thinnest of SLIVERS) {
    const solution = solveAbove(thinnest, open);
    for (let loop = 0; loop < count; loop += 1) {
      if (open === undefined || open.has(loop)) signs[loop] = solution.signs[loop]!;
    }
    unsolved = solution.unsolved;
    open = new Set(solution.unsolved.flat());
    if (open.size === 0) break;
  }
  let thickness = 0;
  for (const label of empty) {
    if ([...label.turns.keys()].some((loop) => open!.has(loop))) continue;
    if (windingOf(label, signs) !== 0) thickness = Math.max(thickness, label.thickness);
  }
  const isClose =
    thickness > TOLERANCE / 2 ||
    (unsolved.length > 0 && solveAbove(2 * TOLERANCE, open).unsolved.length < unsolved.length);
  return { signs, unsolved, thickness, isClose };
}
