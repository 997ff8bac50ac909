import type { Point } from './point.ts';

/** Numbers that {@link Faces.measures} holds of a face, in this order. */
export const AREA = 0;
/** The largest distance between neighboring edges across the face, and the point where that was found. */
export const WIDTH = 1;
export const SAMPLE_X = 2;
export const SAMPLE_Y = 3;
const TOP = 4;
const BOTTOM = 5;
/** A face's numbers stand from its own number shifted by this on. */
export const FACE_SHIFT = 3;

// What else is known of a face, in whole numbers.
/** The face it was created beside, and the loop of the chain between with its step: +1 or -1. */
const BESIDE = 0;
const LOOP = 1;
const STEP = 2;
/** The sum of all turns about it. */
const WINDING = 3;
const HASH_A = 4;
const HASH_B = 5;
const ROOT = 6;
const LINK_SHIFT = 3;

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
  /** Another array takes its place when a face is created. */
  measures: Float64Array;
  #links: Int32Array;
  #count = 1;

  /** Room is made for `expected` faces; more may come. */
  constructor(expected: number) {
    this.measures = new Float64Array((expected + 1) << FACE_SHIFT);
    this.#links = new Int32Array((expected + 1) << LINK_SHIFT);
    this.#links[LOOP] = -1;
  }

  get count(): number {
    return this.#count;
  }

  /** A new face to the right of `beside`, across a chain of `loop`; returns its number. */
  create(beside: number, loop: number, step: number, top: number): number {
    const face = this.#count;
    this.#count += 1;
    if (this.#count << LINK_SHIFT > this.#links.length) this.#grow();
    const links = this.#links;
    const at = face << LINK_SHIFT;
    const from = beside << LINK_SHIFT;
    links[at + BESIDE] = beside;
    links[at + LOOP] = loop;
    links[at + STEP] = step;
    links[at + WINDING] = links[from + WINDING]! + step;
    links[at + HASH_A] = links[from + HASH_A]! + step * scramble(loop, 0x9e3779b1);
    links[at + HASH_B] = links[from + HASH_B]! + step * scramble(loop, 0x85ebca6b);
    links[at + ROOT] = face;
    this.measures[(face << FACE_SHIFT) + TOP] = top;
    this.measures[(face << FACE_SHIFT) + BOTTOM] = top;
    return face;
  }

  root(face: number): number {
    const links = this.#links;
    let at = face;
    let next = links[(at << LINK_SHIFT) + ROOT]!;
    while (next !== at) {
      next = links[(next << LINK_SHIFT) + ROOT]!;
      links[(at << LINK_SHIFT) + ROOT] = next;
      at = next;
      next = links[(at << LINK_SHIFT) + ROOT]!;
    }
    return at;
  }

  /** Says that two faces are one. */
  unite(one: number, other: number): void {
    const a = this.root(one);
    const b = this.root(other);
    if (a === b) return;
    // The older number wins, so that the outside stays 0 and a neighbor is always older.
    this.#links[(Math.max(a, b) << LINK_SHIFT) + ROOT] = Math.min(a, b);
    const { measures } = this;
    const kept = Math.min(a, b) << FACE_SHIFT;
    const gone = Math.max(a, b) << FACE_SHIFT;
    measures[kept + AREA]! += measures[gone + AREA]!;
    measures[kept + TOP] = Math.min(measures[kept + TOP]!, measures[gone + TOP]!);
    measures[kept + BOTTOM] = Math.max(measures[kept + BOTTOM]!, measures[gone + BOTTOM]!);
    if (measures[gone + WIDTH]! > measures[kept + WIDTH]!) {
      measures[kept + WIDTH] = measures[gone + WIDTH]!;
      measures[kept + SAMPLE_X] = measures[gone + SAMPLE_X]!;
      measures[kept + SAMPLE_Y] = measures[gone + SAMPLE_Y]!;
    }
  }

  /** Says that the face reaches down to `y`. */
  reach(face: number, y: number): void {
    const at = (this.root(face) << FACE_SHIFT) + BOTTOM;
    if (y > this.measures[at]!) this.measures[at] = y;
  }

  /**
   * A bound on the diameter of the largest disc that fits into the face: the least of its height, the largest distance
   * between two neighboring edges across it, and the diameter of a disc of its area.
   *
   * The first two alone take a face for thick that is two thin spikes at an angle, one making it wide and the other
   * high; area over length would let a long thin tail hide a thick end.
   */
  thickness(root: number): number {
    const { measures } = this;
    const at = root << FACE_SHIFT;
    const disc = Math.sqrt((4 / Math.PI) * Math.max(0, measures[at + AREA]!));
    return Math.min(measures[at + WIDTH]!, measures[at + BOTTOM]! - measures[at + TOP]!, disc);
  }

  area(root: number): number {
    return this.measures[(root << FACE_SHIFT) + AREA]!;
  }

  /** A point inside, where the face is widest. */
  sample(root: number): Point {
    const at = root << FACE_SHIFT;
    return { x: this.measures[at + SAMPLE_X]!, y: this.measures[at + SAMPLE_Y]! };
  }

  /** The sum of all turns about the face: its winding number as drawn. */
  winding(face: number): number {
    return this.#links[(face << LINK_SHIFT) + WINDING]!;
  }

  /** Whether even-odd fills the face. */
  isOdd(face: number): boolean {
    return (this.winding(face) & 1) === 1;
  }

  /** A number that equal winding vectors share and others (but for a chance of about 2^-52) do not. */
  key(face: number): number {
    const at = face << LINK_SHIFT;
    return (this.#links[at + HASH_A]! >>> 0) * 1048576 + (this.#links[at + HASH_B]! & 0xfffff);
  }

  /** Turns of each loop about the face, clockwise on screen positive; loops without any are left out. */
  windings(face: number): Map<number, number> {
    const links = this.#links;
    const turns = new Map<number, number>();
    for (let at = face << LINK_SHIFT; at !== 0; at = links[at + BESIDE]! << LINK_SHIFT) {
      const loop = links[at + LOOP]!;
      const sum = (turns.get(loop) ?? 0) + links[at + STEP]!;
      if (sum === 0) turns.delete(loop);
      else turns.set(loop, sum);
    }
    return turns;
  }

  /** The number of faces between `face` and the outside on the way that {@link windings} walks. */
  depth(face: number): number {
    let depth = 0;
    for (let at = face; at !== 0; at = this.#links[(at << LINK_SHIFT) + BESIDE]!) depth += 1;
    return depth;
  }

  #grow(): void {
    const measures = new Float64Array(this.measures.length * 2);
    measures.set(this.measures);
    this.measures = measures;
    const links = new Int32Array(this.#links.length * 2);
    links.set(this.#links);
    this.#links = links;
  }
}

/** A well-mixed 32-bit number for a small one (the finalizer of MurmurHash3). */
function scramble(value: number, seed: number): number {
  let h = (value + 1) ^ seed;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}
