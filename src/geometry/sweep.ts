import type { Budget } from './budget.ts';
import { toChains, type Chains } from './chains.ts';
import { Faces } from './faces.ts';
import type { Loops } from './loops.ts';

/**
 * Two chains changing places. Above it `left` runs left of `right`; the four faces around it are named by their side.
 * Edges are given by the chain's vertex they start from.
 */
export interface Crossing {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly leftEdge: number;
  readonly rightEdge: number;
  readonly above: number;
  readonly below: number;
  readonly leftFace: number;
  readonly rightFace: number;
}

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

/** Steps that a crossing costs: it makes a face. */
const SWAP_COST = 50;

class Sweep {
  readonly #chains: Chains;
  readonly #budget: Budget;
  readonly #wantsCrossings: boolean;
  readonly #faces = new Faces();
  readonly #crossings: Crossing[] = [];
  readonly #leftAtTop: Int32Array;
  readonly #rightAtTop: Int32Array;

  // Of each chain: the vertex its current edge starts from, the edge's ends, its dx/dy, and its sine against the line.
  readonly #current: Int32Array;
  readonly #startX: Float64Array;
  readonly #startY: Float64Array;
  readonly #endX: Float64Array;
  readonly #endY: Float64Array;
  readonly #slope: Float64Array;
  readonly #sine: Float64Array;

  // Of each position from left to right: chain, face to its right, x at the slab's top and bottom.
  #count = 0;
  readonly #chain: Int32Array;
  readonly #face: Int32Array;
  #xTop: Float64Array;
  #xBottom: Float64Array;
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
    const { count } = chains;
    this.#chains = chains;
    this.#budget = budget;
    this.#wantsCrossings = wantsCrossings;
    this.#leftAtTop = new Int32Array(wantsCrossings ? count : 0);
    this.#rightAtTop = new Int32Array(wantsCrossings ? count : 0);
    this.#current = chains.first.slice(0, count);
    this.#startX = new Float64Array(count);
    this.#startY = new Float64Array(count);
    this.#endX = new Float64Array(count);
    this.#endY = new Float64Array(count);
    this.#hits = new Int32Array(count);
    this.#slope = new Float64Array(count);
    this.#sine = new Float64Array(count);
    this.#chain = new Int32Array(count);
    this.#face = new Int32Array(count);
    this.#xTop = new Float64Array(count);
    this.#xBottom = new Float64Array(count);
    this.#measured = new Float64Array(count);
  }

  run(): Arrangement {
    const { tops } = this.#chains;
    let nextTop = 0;
    let previous = -Infinity;
    for (;;) {
      const topY = nextTop < tops.length ? tops[nextTop]!.y : Infinity;
      const y = topY < this.#nextY ? topY : this.#nextY;
      if (y === Infinity) break;
      this.#budget.spend(this.#count + 4);
      this.#nextY = Infinity;
      this.#hitCount = 0;
      this.#crossSlab(previous, y);
      for (let index = 0; index < this.#hitCount; index += 1) this.#advance(this.#hits[index]!, y);
      if (this.#ended > 0 || this.#jumped) this.#settle(y);
      if (topY === y) {
        const firstTop = nextTop;
        for (; nextTop < tops.length && tops[nextTop]!.y === y; nextTop += 1) this.#insert(nextTop);
        this.#begin(firstTop, nextTop, y);
        if (this.#ended > 0 || this.#jumped) this.#settle(y);
      }
      const held = this.#xTop;
      this.#xTop = this.#xBottom;
      this.#xBottom = held;
      previous = y;
    }
    return {
      faces: this.#faces,
      chains: this.#chains,
      crossings: this.#crossings,
      leftAtTop: this.#leftAtTop,
      rightAtTop: this.#rightAtTop,
    };
  }

  /** Moves the line from `top` to `bottom`, between which no vertex lies. */
  #crossSlab(top: number, bottom: number): void {
    const count = this.#count;
    const chain = this.#chain;
    const endY = this.#endY;
    const xTop = this.#xTop;
    const xBottom = this.#xBottom;
    let isOrdered = true;
    let before = -Infinity;
    let nextY = Infinity;
    for (let k = 0; k < count; k += 1) {
      const c = chain[k]!;
      const end = endY[c]!;
      let at: number;
      if (end === bottom) {
        at = this.#endX[c]!;
        this.#hits[this.#hitCount] = k;
        this.#hitCount += 1;
      } else {
        at = this.#startX[c]! + (bottom - this.#startY[c]!) * this.#slope[c]!;
        if (end < nextY) nextY = end;
      }
      xBottom[k] = at;
      if (at < before) isOrdered = false;
      before = at;
    }
    this.#nextY = nextY;
    if (!isOrdered) {
      this.#budget.spend(4 * count);
      this.#measured.fill(0, 0, count);
      this.#reorder(top, bottom);
      for (let k = 0; k + 1 < count; k += 1) this.#measure(k, 1, top, bottom);
      this.#hitCount = 0;
      for (let k = 0; k < count; k += 1) {
        if (endY[chain[k]!] === bottom) {
          this.#hits[this.#hitCount] = k;
          this.#hitCount += 1;
        }
      }
      return;
    }
    // As #measure, for whole gaps: nearly all of the sweep's time is spent here.
    const { width, area, sampleX, sampleY } = this.#faces;
    const sine = this.#sine;
    const face = this.#face;
    const height = bottom - top;
    for (let k = 0; k + 1 < count; k += 1) {
      const f = face[k]!;
      if (f === 0) continue;
      const span = (xTop[k + 1]! - xTop[k]! + xBottom[k + 1]! - xBottom[k]!) / 2;
      area[f]! += span * height;
      const sineLeft = sine[chain[k]!]!;
      const sineRight = sine[chain[k + 1]!]!;
      const across = span * (sineLeft < sineRight ? sineLeft : sineRight);
      if (across > width[f]!) {
        width[f] = across;
        sampleX[f] = (xTop[k]! + xBottom[k]! + span) / 2;
        sampleY[f] = (top + bottom) / 2;
      }
    }
  }

  /** Brings the positions into their order at the slab's bottom, crossing by crossing downwards. */
  #reorder(top: number, bottom: number): void {
    const count = this.#count;
    const xTop = this.#xTop;
    const xBottom = this.#xBottom;
    let share = 0;
    for (;;) {
      this.#budget.spend(count + SWAP_COST);
      let best = -1;
      let bestShare = Infinity;
      for (let k = 0; k + 1 < count; k += 1) {
        const after = xBottom[k + 1]! - xBottom[k]!;
        if (after >= 0) continue;
        const before = xTop[k + 1]! - xTop[k]!;
        const meet = before <= 0 ? share : Math.max(share, before / (before - after));
        if (meet < bestShare) {
          best = k;
          bestShare = meet;
        }
      }
      if (best < 0) return;
      share = bestShare;
      if (best > 0) this.#measure(best - 1, share, top, bottom);
      this.#measure(best, share, top, bottom);
      if (best + 2 < count) this.#measure(best + 1, share, top, bottom);
      this.#swap(best, top + (bottom - top) * share, xTop[best]! + (xBottom[best]! - xTop[best]!) * share);
      this.#measured[best] = share;
    }
  }

  /** Adds the gap right of position k, from where it was measured last down to `share` of the slab, to its face. */
  #measure(k: number, share: number, top: number, bottom: number): void {
    const from = this.#measured[k]!;
    if (share <= from) return;
    this.#measured[k] = share;
    const face = this.#faces.root(this.#face[k]!);
    if (face === 0) return;
    const { width, area, sampleX, sampleY } = this.#faces;
    const middle = (from + share) / 2;
    const left = this.#xTop[k]! + (this.#xBottom[k]! - this.#xTop[k]!) * middle;
    const right = this.#xTop[k + 1]! + (this.#xBottom[k + 1]! - this.#xTop[k + 1]!) * middle;
    const span = right - left;
    area[face]! += span * (share - from) * (bottom - top);
    const across = span * Math.min(this.#sine[this.#chain[k]!]!, this.#sine[this.#chain[k + 1]!]!);
    if (across > width[face]!) {
      width[face] = across;
      sampleX[face] = (left + right) / 2;
      sampleY[face] = top + (bottom - top) * middle;
    }
  }

  /** Moves the chain at position k, whose edge ends at `y`, to its next edge; notes whether it ended or jumped. */
  #advance(k: number, y: number): void {
    const { first, x, y: ys } = this.#chains;
    const c = this.#chain[k]!;
    const last = first[c + 1]! - 1;
    let v = this.#current[c]! + 1;
    while (v < last && ys[v + 1] === y) {
      v += 1;
      this.#jumped = true;
    }
    this.#xBottom[k] = x[v]!;
    this.#current[c] = v;
    if (v === last) this.#ended += 1;
    else this.#aim(c, v);
  }

  /** Sets chains off whose tops were inserted at `y`. */
  #begin(firstTop: number, endTop: number, y: number): void {
    const { tops, first, y: ys } = this.#chains;
    for (let index = firstTop; index < endTop; index += 1) {
      for (const c of [tops[index]!.one, tops[index]!.other]) {
        const v = first[c]!;
        if (ys[v + 1]! > y) this.#aim(c, v);
        else {
          this.#jumped = true;
          this.#advance(this.#chain.subarray(0, this.#count).indexOf(c), y);
        }
      }
    }
  }

  #aim(c: number, v: number): void {
    const { x, y } = this.#chains;
    const dx = x[v + 1]! - x[v]!;
    const dy = y[v + 1]! - y[v]!;
    this.#startX[c] = x[v]!;
    this.#startY[c] = y[v]!;
    this.#endX[c] = x[v + 1]!;
    this.#endY[c] = y[v + 1]!;
    if (y[v + 1]! < this.#nextY) this.#nextY = y[v + 1]!;
    this.#slope[c] = dx / dy;
    this.#sine[c] = dy / Math.sqrt(dx * dx + dy * dy);
  }

  /** Restores the order after jumps along the line at `y`, then takes out the chains that ended there. */
  #settle(y: number): void {
    if (this.#jumped) {
      this.#jumped = false;
      for (let k = 1; k < this.#count; k += 1) {
        for (let j = k; j > 0 && this.#xBottom[j]! < this.#xBottom[j - 1]!; j -= 1) {
          this.#budget.spend(SWAP_COST);
          this.#swap(j - 1, y, this.#xBottom[j]!);
        }
      }
    }
    while (this.#ended > 0) {
      this.#budget.spend(this.#count);
      this.#removePairs(y);
      // A chain may end here before its partner, which runs along the line at y, has begun.
      if (this.#ended > 0 && !this.#joinPair(y)) return;
    }
  }

  /** Takes out ended chains that are neighbors, innermost first; the faces on either side become one. */
  #removePairs(y: number): void {
    let out = 0;
    for (let k = 0; k < this.#count; k += 1) {
      const c = this.#chain[k]!;
      const face = this.#face[k]!;
      if (out > 0 && this.#hasEnded(c) && this.#chain[out - 1] === (c ^ 1)) {
        this.#faces.reach(this.#face[out - 1]!, y);
        out -= 1;
        const left = out > 0 ? this.#face[out - 1]! : 0;
        this.#faces.reach(left, y);
        this.#faces.reach(face, y);
        this.#faces.unite(left, face);
        this.#ended -= 2;
      } else {
        this.#chain[out] = c;
        this.#face[out] = face;
        this.#xTop[out] = this.#xTop[k]!;
        this.#xBottom[out] = this.#xBottom[k]!;
        out += 1;
      }
    }
    this.#count = out;
    // A gap is measured into its face's root; keep the positions at their roots so that the fast path need not look.
    for (let k = 0; k < out; k += 1) this.#face[k] = this.#faces.root(this.#face[k]!);
  }

  /** Brings the chains of an ended pair side by side, over what rounding put between them. False without a pair. */
  #joinPair(y: number): boolean {
    for (let k = 0; k < this.#count; k += 1) {
      const c = this.#chain[k]!;
      if (!this.#hasEnded(c)) continue;
      const partner = this.#chain.subarray(0, this.#count).indexOf(c ^ 1, k + 1);
      if (partner < 0 || !this.#hasEnded(c ^ 1)) continue;
      for (let j = partner; j > k + 1; j -= 1) this.#swap(j - 1, y, this.#xBottom[j]!);
      return true;
    }
    return false;
  }

  #hasEnded(c: number): boolean {
    return this.#current[c] === this.#chains.first[c + 1]! - 1;
  }

  /** Puts the two chains that begin at a top side by side into the gap that holds it. */
  #insert(index: number): void {
    const { x, y, first, tops } = this.#chains;
    const top = tops[index]!;
    const inverse = (c: number): number => {
      const v = first[c]!;
      return (x[v + 1]! - x[v]!) / (y[v + 1]! - y[v]!);
    };
    let [left, right] = [top.one, top.other];
    if (inverse(right) < inverse(left)) [left, right] = [right, left];

    const xs = this.#xBottom;
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (xs[middle]! < top.x) low = middle + 1;
      else high = middle;
    }
    const slope = inverse(left);
    const firstEqual = low;
    while (low < this.#count && xs[low] === top.x && this.#aheadOf(this.#chain[low]!) <= slope) low += 1;
    this.#budget.spend(low - firstEqual);

    for (const positions of [this.#chain, this.#face, this.#xTop, xs]) {
      positions.copyWithin(low + 2, low, this.#count);
    }
    this.#budget.spend((this.#count - low) >> 3);
    this.#count += 2;
    const outer = low > 0 ? this.#face[low - 1]! : 0;
    const inner = this.#faces.create(outer, this.#chains.loop[left]!, stepOf(left), top.y);
    this.#chain[low] = left;
    this.#chain[low + 1] = right;
    this.#face[low] = inner;
    this.#face[low + 1] = outer;
    xs[low] = top.x;
    xs[low + 1] = top.x;
    if (this.#wantsCrossings) {
      this.#leftAtTop[left] = outer;
      this.#rightAtTop[left] = inner;
      this.#leftAtTop[right] = inner;
      this.#rightAtTop[right] = outer;
    }
  }

  /** The slope of the edge that a chain is about to follow. */
  #aheadOf(c: number): number {
    if (this.#sine[c] !== 0) return this.#slope[c]!;
    const { x, y } = this.#chains;
    const v = this.#current[c]!;
    return (x[v + 1]! - x[v]!) / (y[v + 1]! - y[v]!);
  }

  /** Lets positions k and k + 1 change places at a point. */
  #swap(k: number, y: number, x: number): void {
    const a = this.#chain[k]!;
    const b = this.#chain[k + 1]!;
    const leftFace = k > 0 ? this.#face[k - 1]! : 0;
    const above = this.#face[k]!;
    this.#faces.reach(above, y);
    const below = this.#faces.create(leftFace, this.#chains.loop[b]!, stepOf(b), y);
    if (this.#wantsCrossings) {
      this.#crossings.push({
        x,
        y,
        left: a,
        right: b,
        leftEdge: this.#current[a]!,
        rightEdge: this.#current[b]!,
        above,
        below,
        leftFace,
        rightFace: this.#face[k + 1]!,
      });
    }
    this.#chain[k] = b;
    this.#chain[k + 1] = a;
    this.#face[k] = below;
    for (const xs of [this.#xTop, this.#xBottom]) {
      const held = xs[k]!;
      xs[k] = xs[k + 1]!;
      xs[k + 1] = held;
    }
  }
}

/** What crossing a chain from left to right adds to the winding number: chains drawn upwards add one. */
function stepOf(chain: number): number {
  return (chain & 1) === 1 ? 1 : -1;
}
