import type { Budget } from '../geometry/budget.ts';
import type { Faces } from '../geometry/faces.ts';
import type { Frame } from '../geometry/frame.ts';
import { labelFaces, type Label } from '../geometry/labels.ts';
import { sweep } from '../geometry/sweep.ts';
import type { Command } from '../path/command.ts';
import { FLATNESS, flatten } from '../path/flatten.ts';
import { hashOf, sameCommands } from '../path/same-commands.ts';
import type { Subpath } from '../path/subpaths.ts';
import { WORK_LIMIT } from './compare.ts';

/** The faces that outlines cut the plane into, and the frame in which they were measured. */
export interface SweptFaces {
  readonly faces: Faces;
  readonly frame: Frame;
  /** Thickest first. Throws a WorkLimitError for outlines wound about one another beyond measure. */
  readonly labels: () => readonly Label[];
}

/** Throws a WorkLimitError for outlines that take more than `WORK_LIMIT`, or than is left of the icon's budget. */
export function sweptFaces(
  subpaths: readonly Subpath[],
  iconBudget: Budget,
  flatness: number = FLATNESS,
): SweptFaces {
  const budget = iconBudget.within(WORK_LIMIT);
  const { loops, frame } = flatten([{ subpaths }], budget, undefined, flatness);
  const { faces } = sweep(loops, budget);
  let labels: readonly Label[] | undefined;
  return { faces, frame, labels: () => (labels ??= labelFaces(faces, 0, budget)) };
}

/**
 * The faces of the paths of one icon, each swept once: its text and what it resolves to are repaired one after the other,
 * and then held against each other.
 */
export class FaceMemory {
  readonly #known = new Map<
    number,
    { readonly commands: readonly Command[]; readonly swept: SweptFaces }[]
  >();

  /** @param subpaths those of `commands` */
  of(commands: readonly Command[], subpaths: readonly Subpath[], iconBudget: Budget): SweptFaces {
    const hash = hashOf(commands);
    const alike = this.#known.get(hash) ?? [];
    const known = alike.find((other) => sameCommands(other.commands, commands));
    if (known !== undefined) return known.swept;
    const swept = sweptFaces(subpaths, iconBudget);
    this.#known.set(hash, [...alike, { commands, swept }]);
    return swept;
  }
}
