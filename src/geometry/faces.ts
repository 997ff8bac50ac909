/**
 * The faces of an arrangement of loops, as the sweep finds them. Face 0 is the outside.
 *
 * A face is created beside a face already known, across one chain, and so holds its winding vector (turns of each loop
 * about it) as a step from that neighbor's. Faces that turn out to be one are united; the numbers of a united face
 * stand at its root.
 *
 * Lengths are in the analysis frame, where the whole has size 1.
 */
export class Faces {
  /** The face it was created beside. */
  readonly #beside: number[] = [0];
  /** The loop of the chain between, and its step: +1 or -1. */
  readonly #loop: number[] = [-1];
  readonly #step: number[] = [0];
  readonly #hashA: number[] = [0];
  readonly #hashB: number[] = [0];
  readonly #root: number[] = [0];
  readonly #top: number[] = [0];
  readonly #bottom: number[] = [0];
  readonly width: number[] = [0];
  readonly area: number[] = [0];
  readonly sampleX: number[] = [0];
  readonly sampleY: number[] = [0];
  /** Whether an odd number of turns goes round the face: 0 or 1. */
  readonly parity: number[] = [0];

  get count(): number {
    return this.#beside.length;
  }

  /** A new face to the right of `beside`, across a chain of `loop`; returns its number. */
  create(beside: number, loop: number, step: number, top: number): number {
    const face = this.#beside.length;
    this.#beside.push(beside);
    this.#loop.push(loop);
    this.#step.push(step);
    this.#hashA.push((this.#hashA[beside]! + step * scramble(loop, 0x9e3779b1)) | 0);
    this.#hashB.push((this.#hashB[beside]! + step * scramble(loop, 0x85ebca6b)) | 0);
    this.#root.push(face);
    this.#top.push(top);
    this.#bottom.push(top);
    this.width.push(0);
    this.area.push(0);
    this.sampleX.push(0);
    this.sampleY.push(0);
    this.parity.push(1 - this.parity[beside]!);
    return face;
  }

  root(face: number): number {
    const links = this.#root;
    let at = face;
    while (links[at] !== at) {
      links[at] = links[links[at]!]!;
      at = links[at]!;
    }
    return at;
  }

  /** Says that two faces are one. */
  unite(one: number, other: number): void {
    const a = this.root(one);
    const b = this.root(other);
    if (a === b) return;
    // The older number wins, so that the outside stays 0 and a neighbor is always older.
    const [kept, gone] = a < b ? [a, b] : [b, a];
    this.#root[gone] = kept;
    this.area[kept]! += this.area[gone]!;
    this.#top[kept] = Math.min(this.#top[kept]!, this.#top[gone]!);
    this.#bottom[kept] = Math.max(this.#bottom[kept]!, this.#bottom[gone]!);
    if (this.width[gone]! > this.width[kept]!) {
      this.width[kept] = this.width[gone]!;
      this.sampleX[kept] = this.sampleX[gone]!;
      this.sampleY[kept] = this.sampleY[gone]!;
    }
  }

  /** Says that the face reaches down to `y`. */
  reach(face: number, y: number): void {
    const root = this.root(face);
    if (y > this.#bottom[root]!) this.#bottom[root] = y;
  }

  /**
   * A bound on the diameter of the largest disc that fits into the face: the least of its height, the largest distance
   * between two neighboring edges across it, and the diameter of a disc of its area.
   *
   * The first two alone take a face for thick that is two thin spikes at an angle, one making it wide and the other
   * high; area over length would let a long thin tail hide a thick end.
   */
  thickness(root: number): number {
    const disc = Math.sqrt((4 / Math.PI) * Math.max(0, this.area[root]!));
    return Math.min(this.width[root]!, this.#bottom[root]! - this.#top[root]!, disc);
  }

  /** A number that equal winding vectors share and others (but for a chance of about 2^-52) do not. */
  key(face: number): number {
    return (this.#hashA[face]! >>> 0) * 1048576 + (this.#hashB[face]! & 0xfffff);
  }

  /** Turns of each loop about the face, clockwise on screen positive; loops without any are left out. */
  windings(face: number): Map<number, number> {
    const turns = new Map<number, number>();
    for (let at = face; at !== 0; at = this.#beside[at]!) {
      const loop = this.#loop[at]!;
      const sum = (turns.get(loop) ?? 0) + this.#step[at]!;
      if (sum === 0) turns.delete(loop);
      else turns.set(loop, sum);
    }
    return turns;
  }

  /** The number of faces between `face` and the outside on the way that {@link windings} walks. */
  depth(face: number): number {
    let depth = 0;
    for (let at = face; at !== 0; at = this.#beside[at]!) depth += 1;
    return depth;
  }
}

/** A well-mixed 32-bit number for a small one (the finalizer of MurmurHash3). */
function scramble(value: number, seed: number): number {
  let h = (value + 1) ^ seed;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}
