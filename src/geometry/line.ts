import type { Budget } from './budget.ts';
import type { Chains } from './chains.ts';
import type { Edges } from './edges.ts';
import type { Faces } from './faces.ts';

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

/** Steps that a crossing costs: it makes a face. */
export const SWAP_COST = 50;

/**
 * The chains that the sweep line meets, from left to right, and the faces between them.
 *
 * Chains come and go in neighboring pairs and change places one pair at a time; each of these makes, parts or unites
 * faces. Arrays are by position; only the first `count` places count.
 */
export class Line {
  count = 0;
  readonly chain: Int32Array;
  /** The face right of each position, as it was when the position was last touched: its root may be another. */
  readonly face: Int32Array;
  /** Where a position meets the top and the bottom of the slab being swept. */
  xTop: Float64Array;
  xBottom: Float64Array;
  readonly crossings: Crossing[] = [];
  /** The faces at a chain's top, left and right of it. Like the crossings, empty unless asked for. */
  readonly leftAtTop: Int32Array;
  readonly rightAtTop: Int32Array;
  readonly #chains: Chains;
  readonly #edges: Edges;
  readonly #faces: Faces;
  readonly #budget: Budget;
  readonly #wantsCrossings: boolean;

  constructor(chains: Chains, edges: Edges, faces: Faces, budget: Budget, wantsCrossings: boolean) {
    const { count } = chains;
    this.#chains = chains;
    this.#edges = edges;
    this.#faces = faces;
    this.#budget = budget;
    this.#wantsCrossings = wantsCrossings;
    this.chain = new Int32Array(count);
    this.face = new Int32Array(count);
    this.xTop = new Float64Array(count);
    this.xBottom = new Float64Array(count);
    this.leftAtTop = new Int32Array(wantsCrossings ? count : 0);
    this.rightAtTop = new Int32Array(wantsCrossings ? count : 0);
  }

  /** The bottom of one slab is the top of the next. */
  turn(): void {
    const held = this.xTop;
    this.xTop = this.xBottom;
    this.xBottom = held;
  }

  /** The position of a chain from `from` on; -1 where there is none. */
  positionOf(c: number, from = 0): number {
    return this.chain.subarray(0, this.count).indexOf(c, from);
  }

  /** Puts the two chains that begin at a top side by side into the gap that holds it. */
  insert(index: number): void {
    const { first, tops, loop } = this.#chains;
    const top = tops[index]!;
    let left = top.one;
    let right = top.other;
    let slope = this.#edges.slopeFrom(first[left]!);
    const otherSlope = this.#edges.slopeFrom(first[right]!);
    if (otherSlope < slope) {
      [left, right] = [right, left];
      slope = otherSlope;
    }

    const { chain, face, xBottom } = this;
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (xBottom[middle]! < top.x) low = middle + 1;
      else high = middle;
    }
    const firstEqual = low;
    while (low < this.count && xBottom[low] === top.x && this.#edges.slopeAhead(chain[low]!) <= slope)
      low += 1;
    this.#budget.spend(low - firstEqual);

    this.#budget.spend((this.count - low) >> 3);
    if (low < this.count) {
      chain.copyWithin(low + 2, low, this.count);
      face.copyWithin(low + 2, low, this.count);
      this.xTop.copyWithin(low + 2, low, this.count);
      xBottom.copyWithin(low + 2, low, this.count);
    }
    this.count += 2;
    const outer = low > 0 ? face[low - 1]! : 0;
    const inner = this.#faces.create(outer, loop[left]!, stepOf(left), top.y);
    chain[low] = left;
    chain[low + 1] = right;
    face[low] = inner;
    face[low + 1] = outer;
    xBottom[low] = top.x;
    xBottom[low + 1] = top.x;
    if (this.#wantsCrossings) {
      this.leftAtTop[left] = outer;
      this.rightAtTop[left] = inner;
      this.leftAtTop[right] = inner;
      this.rightAtTop[right] = outer;
    }
  }

  /** Lets positions k and k + 1 change places at a point. */
  swap(k: number, y: number, x: number): void {
    const { chain, face, xTop, xBottom } = this;
    const a = chain[k]!;
    const b = chain[k + 1]!;
    const leftFace = k > 0 ? face[k - 1]! : 0;
    const above = face[k]!;
    this.#faces.reach(above, y);
    const below = this.#faces.create(leftFace, this.#chains.loop[b]!, stepOf(b), y);
    if (this.#wantsCrossings) {
      const { current } = this.#edges;
      this.crossings.push({
        x,
        y,
        left: a,
        right: b,
        leftEdge: current[a]!,
        rightEdge: current[b]!,
        above,
        below,
        leftFace,
        rightFace: face[k + 1]!,
      });
    }
    chain[k] = b;
    chain[k + 1] = a;
    face[k] = below;
    const top = xTop[k]!;
    xTop[k] = xTop[k + 1]!;
    xTop[k + 1] = top;
    const bottom = xBottom[k]!;
    xBottom[k] = xBottom[k + 1]!;
    xBottom[k + 1] = bottom;
  }

  /** Restores the order at `y`, the slab's bottom, after chains ran along it. */
  sort(y: number): void {
    for (let k = 1; k < this.count; k += 1) {
      for (let j = k; j > 0 && this.xBottom[j]! < this.xBottom[j - 1]!; j -= 1) {
        this.#budget.spend(SWAP_COST);
        this.swap(j - 1, y, this.xBottom[j]!);
      }
    }
  }

  /** Takes out the chains that ended at `y`, of which there are `ended`; returns how many of them have to wait. */
  remove(ended: number, y: number): number {
    let left = ended;
    while (left > 0) {
      this.#budget.spend(this.count);
      left -= this.#removePairs(y);
      // A chain may end here before its partner, which runs along the line at y, has begun.
      if (left > 0 && !this.#joinPair(y)) return left;
    }
    return 0;
  }

  /** Takes out ended chains that are neighbors, innermost first; the faces on either side become one. */
  #removePairs(y: number): number {
    const { chain, face, xTop, xBottom } = this;
    const faces = this.#faces;
    const { count } = this;
    let out = 0;
    for (let k = 0; k < count; k += 1) {
      const c = chain[k]!;
      if (out > 0 && chain[out - 1] === (c ^ 1) && this.#edges.hasEnded(c)) {
        faces.reach(face[out - 1]!, y);
        out -= 1;
        const left = out > 0 ? face[out - 1]! : 0;
        const right = face[k]!;
        faces.reach(left, y);
        faces.reach(right, y);
        faces.unite(left, right);
      } else {
        if (out < k) {
          chain[out] = c;
          face[out] = face[k]!;
          xTop[out] = xTop[k]!;
          xBottom[out] = xBottom[k]!;
        }
        out += 1;
      }
    }
    this.count = out;
    // A gap is measured into its face's root; keep the positions at their roots so that the sweep need not look.
    for (let k = 0; k < out; k += 1) face[k] = faces.root(face[k]!);
    return count - out;
  }

  /** Brings the chains of an ended pair side by side, over what rounding put between them. False without a pair. */
  #joinPair(y: number): boolean {
    for (let k = 0; k < this.count; k += 1) {
      const c = this.chain[k]!;
      if (!this.#edges.hasEnded(c)) continue;
      const partner = this.positionOf(c ^ 1, k + 1);
      if (partner < 0 || !this.#edges.hasEnded(c ^ 1)) continue;
      for (let j = partner; j > k + 1; j -= 1) this.swap(j - 1, y, this.xBottom[j]!);
      return true;
    }
    return false;
  }
}

/** What crossing a chain from left to right adds to the winding number: chains drawn upwards add one. */
export function stepOf(chain: number): number {
  return (chain & 1) === 1 ? 1 : -1;
}
