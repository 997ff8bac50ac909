/**
 * Closed polylines in an analysis frame, end to end in flat arrays.
 *
 * Loop i has the vertices `starts[i]` to `starts[i + 1] - 1`; its last vertex joins its first. The edge that leaves
 * vertex v came from piece `piece[v]` of the source, of which it covers the parameters up to `until[v]`.
 */
export interface Loops {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly starts: Int32Array;
  readonly piece: Int32Array;
  readonly until: Float64Array;
}

/** Collects loops vertex by vertex. */
export class LoopBuilder {
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #piece: Int32Array;
  readonly #until: Float64Array;
  #length = 0;
  readonly #starts: number[] = [];

  /** Has room for `most` vertices: one for each loop and one for each edge. */
  constructor(most: number) {
    this.#x = new Float64Array(most);
    this.#y = new Float64Array(most);
    this.#piece = new Int32Array(most);
    this.#until = new Float64Array(most);
  }

  /** Begins the next loop at a point. */
  begin(x: number, y: number): void {
    this.#starts.push(this.#length);
    this.#push(x, y);
  }

  /** Draws an edge of `piece` to a point, reaching parameter `until`. An edge without length is left out. */
  edge(x: number, y: number, piece: number, until: number): void {
    const last = this.#length - 1;
    this.#piece[last] = piece;
    this.#until[last] = until;
    if (x !== this.#x[last] || y !== this.#y[last]) this.#push(x, y);
  }

  /** Joins the loop to its first vertex by the edge that `piece` (a straight one) draws. */
  end(piece: number): void {
    const first = this.#starts[this.#starts.length - 1]!;
    const last = this.#length - 1;
    if (last > first && this.#x[last] === this.#x[first] && this.#y[last] === this.#y[first]) {
      this.#length -= 1;
    } else {
      this.#piece[last] = piece;
      this.#until[last] = 1;
    }
  }

  finish(): Loops {
    const starts = new Int32Array(this.#starts.length + 1);
    starts.set(this.#starts);
    starts[this.#starts.length] = this.#length;
    return {
      x: this.#x.subarray(0, this.#length),
      y: this.#y.subarray(0, this.#length),
      starts,
      piece: this.#piece.subarray(0, this.#length),
      until: this.#until.subarray(0, this.#length),
    };
  }

  #push(x: number, y: number): void {
    this.#x[this.#length] = x;
    this.#y[this.#length] = y;
    this.#length += 1;
  }
}

/** The loops whose index `keep` accepts, in the same frame and order. */
export function pickLoops(loops: Loops, keep: readonly number[]): Loops {
  let length = 0;
  for (const loop of keep) length += loops.starts[loop + 1]! - loops.starts[loop]!;
  const picked = {
    x: new Float64Array(length),
    y: new Float64Array(length),
    starts: new Int32Array(keep.length + 1),
    piece: new Int32Array(length),
    until: new Float64Array(length),
  };
  let at = 0;
  keep.forEach((loop, index) => {
    const from = loops.starts[loop]!;
    const to = loops.starts[loop + 1]!;
    picked.starts[index] = at;
    picked.x.set(loops.x.subarray(from, to), at);
    picked.y.set(loops.y.subarray(from, to), at);
    picked.piece.set(loops.piece.subarray(from, to), at);
    picked.until.set(loops.until.subarray(from, to), at);
    at += to - from;
  });
  picked.starts[keep.length] = at;
  return picked;
}
