import type { Chains } from './chains.ts';

/** Numbers that {@link Edges.data} holds of a chain, in this order. */
export const START_X = 0;
export const START_Y = 1;
/** dx/dy. */
export const SLOPE = 2;
export const END_X = 3;
export const END_Y = 4;
/** Of the angle against the sweep line; 0 as long as the chain has not begun. */
export const SINE = 5;
/** A chain's numbers stand from its own number shifted by this on: eight of them, a cache line. */
export const EDGE_SHIFT = 3;

/** Of each chain the edge that the sweep line meets. */
export class Edges {
  /** A chain's numbers stand side by side, since the sweep reads them together. */
  readonly data: Float64Array;
  /** The vertex that a chain's edge starts from; its last vertex once it has ended. */
  readonly current: Int32Array;
  readonly #chains: Chains;

  constructor(chains: Chains) {
    this.#chains = chains;
    this.data = new Float64Array(chains.count << EDGE_SHIFT);
    this.current = chains.first.slice(0, chains.count);
  }

  /** Sets chain `c` on the edge from its vertex `v`, which descends; returns the height at which that ends. */
  aim(c: number, v: number): number {
    const { x, y } = this.#chains;
    const startX = x[v]!;
    const startY = y[v]!;
    const endX = x[v + 1]!;
    const endY = y[v + 1]!;
    const dx = endX - startX;
    const dy = endY - startY;
    const { data } = this;
    const at = c << EDGE_SHIFT;
    data[at + START_X] = startX;
    data[at + START_Y] = startY;
    data[at + SLOPE] = dx / dy;
    data[at + END_X] = endX;
    data[at + END_Y] = endY;
    data[at + SINE] = dy / Math.sqrt(dx * dx + dy * dy);
    return endY;
  }

  hasEnded(c: number): boolean {
    return this.current[c] === this.#chains.first[c + 1]! - 1;
  }

  /** The slope of the edge that a chain follows or is about to. */
  slopeAhead(c: number): number {
    const at = c << EDGE_SHIFT;
    return this.data[at + SINE] === 0 ? this.slopeFrom(this.current[c]!) : this.data[at + SLOPE]!;
  }

  /** The slope of the edge that leaves a chain's vertex. */
  slopeFrom(v: number): number {
    const { x, y } = this.#chains;
    return (x[v + 1]! - x[v]!) / (y[v + 1]! - y[v]!);
  }
}
