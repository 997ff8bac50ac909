import type { Budget } from './budget.ts';
import type { Faces } from './faces.ts';

/** All faces about which the loops turn alike. */
export interface Label {
  /** Turns of each loop about these faces, clockwise on screen positive; loops without any are left out. */
  readonly turns: ReadonlyMap<number, number>;
  /** Of the thickest of these faces, as a share of the size of the whole. */
  readonly thickness: number;
  /** Whether an odd number of turns goes round: what even-odd fills. */
  readonly isOdd: boolean;
}

/**
 * The distinct winding vectors of faces thicker than `thinnest`, thickest first. The outside is left out, and so is any
 * other face that no loop turns about.
 */
export function labelFaces(faces: Faces, thinnest: number, budget: Budget): Label[] {
  const thickest = new Map<number, { face: number; thickness: number }>();
  for (let face = 1; face < faces.count; face += 1) {
    if (faces.root(face) !== face) continue;
    const thickness = faces.thickness(face);
    if (thickness <= thinnest) continue;
    const key = faces.key(face);
    const known = thickest.get(key);
    if (known === undefined || thickness > known.thickness) thickest.set(key, { face, thickness });
  }
  const labels: Label[] = [];
  for (const { face, thickness } of thickest.values()) {
    // A term of a map takes about a hundred times what a step of the sweep does, and far more memory.
    budget.spend(200 * faces.depth(face));
    const turns = faces.windings(face);
    if (turns.size > 0) labels.push({ turns, thickness, isOdd: faces.isOdd(face) });
  }
  return labels.sort((a, b) => b.thickness - a.thickness);
}

/** The winding number that `signs` give to the faces of a label. */
export function windingOf(label: Label, signs: Int8Array): number {
  let sum = 0;
  for (const [loop, turns] of label.turns) sum += signs[loop]! * turns;
  return sum;
}
