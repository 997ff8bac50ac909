import type { Budget } from './budget.ts';
import { toChains, type Chains } from './chains.ts';
import { EDGE_SHIFT, Edges, END_X, END_Y, SINE, SLOPE, START_X, START_Y } from './edges.ts';
import { AREA, FACE_SHIFT, Faces, SAMPLE_X, SAMPLE_Y, WIDTH } from './faces.ts';
import { Line, SWAP_COST, type Crossing } from './line.ts';
import type { Loops } from './loops.ts';

export interface Arrangement {
  readonly faces: Faces;
  readonly chains: Chains;
  /** In sweep order; empty unless asked for. */
  readonly crossings: readonly Crossing[];
  /** The faces at a chain's top, left and right of it. Filled only when crossings are. */
  readonly leftAtTop: Int32Array;
  readonly rightAtTop: Int32Array;
}

/**
 * Cuts the plane by all loops and returns its faces.
 *
 * A line sweeps downwards over all vertices. Between two of them (a slab) the chains it meets are straight; where their
 * order from left to right differs between the slab's top and bottom, neighbors have changed places, in the order of the
 * heights at which they meet.
 *
 * Rounding can misplace a vertex by some 1e-16 against an edge nearby, never break the structure: chains are inserted
 * and removed in neighboring pairs and every change of order is a crossing, so the faces are those of loops moved by
 * that much. Cost is the number of slabs times the chains met in each; `budget` bounds it.
 */
export function sweep(loops: Loops, budget: Budget, wantsCrossings = false): Arrangement {
  return new Sweep(toChains(loops), budget, wantsCrossings).run();
}

class Sweep {
  readonly #chains: Chains;
  readonly #budget: Budget;
  readonly #faces: Faces;
  readonly #edges: Edges;
  readonly #line: Line;
  /** The share of the slab that the gap right of a position has already been measured for. */
  readonly #measured: Float64Array;
  #ended = 0;
  #jumped = false;
  /** The highest vertex below the line that a chain on it leads to. */
  #nextY = Infinity;
  /** The positions of chains whose edge ends at the slab's bottom, as long as the order has not changed. */
  readonly #hits: Int32Array;
  #hitCount = 0;

  constructor(chains: Chains, budget: Budget, wantsCrossings: boolean) {
    this.#chains = chains;
    this.#budget = budget;
    this.#faces = new Faces(chains.count);
    this.#edges = new Edges(chains);
    this.#line = new Line(chains, this.#edges, this.#faces, budget, wantsCrossings);
    this.#hits = new Int32Array(chains.count);
    this.#measured = new Float64Array(chains.count);
  }

  run(): Arrangement {
    const { tops } = this.#chains;
    const line = this.#line;
    let nextTop = 0;
    let topY = tops.length > 0 ? tops[0]!.y : Infinity;
    let previous = -Infinity;
    for (;;) {
      const y = topY < this.#nextY ? topY : this.#nextY;
      if (y === Infinity) break;
      this.#budget.spend(line.count + 4);
      this.#nextY = Infinity;
      this.#hitCount = 0;
      this.#crossSlab(previous, y);
      for (let index = 0; index < this.#hitCount; index += 1) this.#advance(this.#hits[index]!, y);
      if (this.#ended > 0 || this.#jumped) this.#settle(y);
      if (topY === y) {
        const firstTop = nextTop;
        for (; nextTop < tops.length && tops[nextTop]!.y === y; nextTop += 1) line.insert(nextTop);
        topY = nextTop < tops.length ? tops[nextTop]!.y : Infinity;
        this.#begin(firstTop, nextTop, y);
        if (this.#ended > 0 || this.#jumped) this.#settle(y);
      }
      line.turn();
      previous = y;
    }
    const { crossings, leftAtTop, rightAtTop } = line;
    return { faces: this.#faces, chains: this.#chains, crossings, leftAtTop, rightAtTop };
  }

  /** Moves the line from `top` to `bottom`, between which no vertex lies. */
  #crossSlab(top: number, bottom: number): void {
    const { count, chain, face, xTop, xBottom } = this.#line;
    const edges = this.#edges.data;
    const hits = this.#hits;
    let hitCount = 0;
    let isOrdered = true;
    let before = -Infinity;
    let nextY = Infinity;
    for (let k = 0; k < count; k += 1) {
      const edge = chain[k]! << EDGE_SHIFT;
      const end = edges[edge + END_Y]!;
      let at: number;
      if (end === bottom) {
        at = edges[edge + END_X]!;
        hits[hitCount] = k;
        hitCount += 1;
      } else {
        at = edges[edge + START_X]! + (bottom - edges[edge + START_Y]!) * edges[edge + SLOPE]!;
        if (end < nextY) nextY = end;
      }
      xBottom[k] = at;
      if (at < before) isOrdered = false;
      before = at;
    }
    this.#nextY = nextY;
    this.#hitCount = hitCount;
    if (!isOrdered) {
      this.#crossDisordered(top, bottom);
      return;
    }
    if (count === 0) return;
    // As #measure, for whole gaps: nearly all of the sweep's time is spent here.
    const { measures } = this.#faces;
    const height = bottom - top;
    let xTopLeft = xTop[0]!;
    let xBottomLeft = xBottom[0]!;
    let sineLeft = edges[(chain[0]! << EDGE_SHIFT) + SINE]!;
    for (let k = 1; k < count; k += 1) {
      const xTopRight = xTop[k]!;
      const xBottomRight = xBottom[k]!;
      const sineRight = edges[(chain[k]! << EDGE_SHIFT) + SINE]!;
      const f = face[k - 1]! << FACE_SHIFT;
      if (f !== 0) {
        const span = (xTopRight - xTopLeft + xBottomRight - xBottomLeft) / 2;
        measures[f + AREA]! += span * height;
        const across = span * (sineLeft < sineRight ? sineLeft : sineRight);
        if (across > measures[f + WIDTH]!) {
          measures[f + WIDTH] = across;
          measures[f + SAMPLE_X] = (xTopLeft + xBottomLeft + span) / 2;
          measures[f + SAMPLE_Y] = (top + bottom) / 2;
        }
      }
      xTopLeft = xTopRight;
      xBottomLeft = xBottomRight;
      sineLeft = sineRight;
    }
  }

  /** As {@link #crossSlab}, where chains change places between `top` and `bottom`. */
  #crossDisordered(top: number, bottom: number): void {
    const { count, chain } = this.#line;
    this.#budget.spend(4 * count);
    this.#measured.fill(0, 0, count);
    this.#reorder(top, bottom);
    for (let k = 0; k + 1 < count; k += 1) this.#measure(k, 1, top, bottom);
    this.#hitCount = 0;
    for (let k = 0; k < count; k += 1) {
      if (this.#edges.data[(chain[k]! << EDGE_SHIFT) + END_Y] !== bottom) continue;
      this.#hits[this.#hitCount] = k;
      this.#hitCount += 1;
    }
  }

  /** Brings the positions into their order at the slab's bottom, crossing by crossing downwards. */
  #reorder(top: number, bottom: number): void {
    const { count, xTop, xBottom } = this.#line;
    // Gaps behind a crossing at the bottom. A swap changes three of them, so the others are not looked at again.
    const crossed: number[] = [];
    for (let k = 0; k + 1 < count; k += 1) if (xBottom[k + 1]! < xBottom[k]!) crossed.push(k);
    let share = 0;
    for (;;) {
      this.#budget.spend(count + SWAP_COST);
      let best = -1;
      let bestShare = Infinity;
      for (const k of crossed) {
        const after = xBottom[k + 1]! - xBottom[k]!;
        const before = xTop[k + 1]! - xTop[k]!;
        const meet = before <= 0 ? share : Math.max(share, before / (before - after));
        if (meet < bestShare || (meet === bestShare && k < best)) {
          best = k;
          bestShare = meet;
        }
      }
      if (best < 0) return;
      share = bestShare;
      if (best > 0) this.#measure(best - 1, share, top, bottom);
      this.#measure(best, share, top, bottom);
      if (best + 2 < count) this.#measure(best + 1, share, top, bottom);
      const x = xTop[best]! + (xBottom[best]! - xTop[best]!) * share;
      this.#line.swap(best, top + (bottom - top) * share, x);
      this.#measured[best] = share;
      for (let k = Math.max(0, best - 1); k <= best + 1 && k + 1 < count; k += 1) {
        const known = crossed.indexOf(k);
        const isCrossed = xBottom[k + 1]! < xBottom[k]!;
        if (isCrossed && known < 0) crossed.push(k);
        if (!isCrossed && known >= 0) crossed.splice(known, 1);
      }
    }
  }

  /** Adds the gap right of position k, from where it was measured last down to `share` of the slab, to its face. */
  #measure(k: number, share: number, top: number, bottom: number): void {
    const from = this.#measured[k]!;
    if (share <= from) return;
    this.#measured[k] = share;
    const { chain, face, xTop, xBottom } = this.#line;
    const f = this.#faces.root(face[k]!) << FACE_SHIFT;
    if (f === 0) return;
    const { measures } = this.#faces;
    const middle = (from + share) / 2;
    const left = xTop[k]! + (xBottom[k]! - xTop[k]!) * middle;
    const right = xTop[k + 1]! + (xBottom[k + 1]! - xTop[k + 1]!) * middle;
    const span = right - left;
    measures[f + AREA]! += span * (share - from) * (bottom - top);
    const edges = this.#edges.data;
    const across =
      span * Math.min(edges[(chain[k]! << EDGE_SHIFT) + SINE]!, edges[(chain[k + 1]! << EDGE_SHIFT) + SINE]!);
    if (across > measures[f + WIDTH]!) {
      measures[f + WIDTH] = across;
      measures[f + SAMPLE_X] = (left + right) / 2;
      measures[f + SAMPLE_Y] = top + (bottom - top) * middle;
    }
  }

  /** Moves the chain at position k, whose edge ends at `y`, to its next edge; notes whether it ended or jumped. */
  #advance(k: number, y: number): void {
    const { first, x, y: ys } = this.#chains;
    const { current } = this.#edges;
    const c = this.#line.chain[k]!;
    const last = first[c + 1]! - 1;
    let v = current[c]! + 1;
    while (v < last && ys[v + 1] === y) {
      v += 1;
      this.#jumped = true;
    }
    this.#line.xBottom[k] = x[v]!;
    current[c] = v;
    if (v === last) this.#ended += 1;
    else this.#aim(c, v);
  }

  /** Sets chains off whose tops were inserted at `y`. */
  #begin(firstTop: number, endTop: number, y: number): void {
    const { tops } = this.#chains;
    for (let index = firstTop; index < endTop; index += 1) {
      this.#beginChain(tops[index]!.one, y);
      this.#beginChain(tops[index]!.other, y);
    }
  }

  #beginChain(c: number, y: number): void {
    const { first, y: ys } = this.#chains;
    const v = first[c]!;
    if (ys[v + 1]! > y) this.#aim(c, v);
    else {
      this.#jumped = true;
      this.#advance(this.#line.positionOf(c), y);
    }
  }

  #aim(c: number, v: number): void {
    const end = this.#edges.aim(c, v);
    if (end < this.#nextY) this.#nextY = end;
  }

  /** Restores the order after jumps along the line at `y`, then takes out the chains that ended there. */
  #settle(y: number): void {
    if (this.#jumped) {
      this.#jumped = false;
      this.#line.sort(y);
    }
    this.#ended = this.#line.remove(this.#ended, y);
  }
}
