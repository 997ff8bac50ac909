import type { Loops } from './loops.ts';

/**
 * Loops cut at their local tops and bottoms into chains that only descend (ties in y count as descending when x
 * grows). Chains come in pairs: 2j is drawn downwards, 2j + 1 is the next of the same loop, drawn upwards; the two
 * meet at a bottom. At a top, 2j + 1 meets the next descending chain of its loop.
 *
 * Vertices are stored from top to bottom, whichever way the chain is drawn.
 */
export interface Chains {
  readonly count: number;
  /** Chain c has the vertices `first[c]` to `first[c + 1] - 1`. */
  readonly first: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The loop's vertex behind each vertex. */
  readonly vertex: Int32Array;
  readonly loop: Int32Array;
  /** The tops in sweep order: at each, two chains begin. */
  readonly tops: readonly Top[];
}

export interface Top {
  readonly x: number;
  readonly y: number;
  readonly one: number;
  readonly other: number;
}

/** Cuts `loops` into chains. Loops of fewer than two vertices give none. */
export function toChains(loops: Loops): Chains {
  const { x, y, starts } = loops;
  const total = x.length;
  const first: number[] = [];
  const chainLoop: number[] = [];
  const tops: Top[] = [];
  // A chain's end vertices are shared with its neighbors, so the copy is longer than the original.
  const bound = 2 * total + 2;
  const outX = new Float64Array(bound);
  const outY = new Float64Array(bound);
  const vertex = new Int32Array(bound);
  let length = 0;

  for (let loop = 0; loop + 1 < starts.length; loop += 1) {
    const from = starts[loop]!;
    const end = starts[loop + 1]!;
    if (end - from < 2) continue;
    let top = from;
    for (let v = from + 1; v < end; v += 1) if (isAbove(x, y, v, top)) top = v;

    // Written out, as this runs for every vertex.
    const firstChain = first.length;
    let at = top;
    do {
      tops.push({ x: x[at]!, y: y[at]!, one: first.length, other: -1 });
      first.push(length);
      chainLoop.push(loop);
      outX[length] = x[at]!;
      outY[length] = y[at]!;
      vertex[length] = at;
      length += 1;
      let next = at + 1 === end ? from : at + 1;
      while (isAbove(x, y, at, next)) {
        at = next;
        next = at + 1 === end ? from : at + 1;
        outX[length] = x[at]!;
        outY[length] = y[at]!;
        vertex[length] = at;
        length += 1;
      }
      const bottom = at;
      while (isAbove(x, y, next, at)) {
        at = next;
        next = at + 1 === end ? from : at + 1;
      }
      first.push(length);
      chainLoop.push(loop);
      // The climb was drawn upwards and is stored downwards.
      for (let v = at; ; v = v === from ? end - 1 : v - 1) {
        outX[length] = x[v]!;
        outY[length] = y[v]!;
        vertex[length] = v;
        length += 1;
        if (v === bottom) break;
      }
    } while (at !== top);
    // The chain that climbs to a top is the one before it in the loop, cyclically.
    const chains = first.length - firstChain;
    const firstTop = tops.length - chains / 2;
    for (let k = 0; k < chains / 2; k += 1) {
      const climbing = firstChain + ((2 * k - 1 + chains) % chains);
      const { x: topX, y: topY, one } = tops[firstTop + k]!;
      tops[firstTop + k] = { x: topX, y: topY, one, other: climbing };
    }
  }
  tops.sort((a, b) => a.y - b.y || a.x - b.x);
  const count = first.length;
  first.push(length);
  return {
    count,
    first: Int32Array.from(first),
    x: outX.subarray(0, length),
    y: outY.subarray(0, length),
    vertex: vertex.subarray(0, length),
    loop: Int32Array.from(chainLoop),
    tops,
  };
}

function isAbove(x: Float64Array, y: Float64Array, a: number, b: number): boolean {
  return y[a]! < y[b]! || (y[a] === y[b] && x[a]! < x[b]!);
}
