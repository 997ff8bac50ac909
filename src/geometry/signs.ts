import type { Budget } from './budget.ts';

/** Winding numbers, loop by loop, that must cancel: the sum of sign times turns over all terms is to be zero. */
export interface Constraint {
  readonly terms: ReadonlyMap<number, number>;
}

export interface Signs {
  /** +1 or -1 for each loop; +1 where nothing asks for more. */
  readonly signs: Int8Array;
  /** Groups of loops tied to one another for which no choice of signs was found. Their signs are +1. */
  readonly unsolved: readonly (readonly number[])[];
}

/** Search nodes a component may take. Real icons need at most a few dozen; beyond this it counts as unsolved. */
const NODE_LIMIT = 20_000;

/** Steps of work that one term of a constraint takes. */
const TERM_COST = 20;

/** Signs to choose at once; the search goes as deep as there are. */
const ROOT_LIMIT = 1000;

/**
 * Signs that meet all constraints with the fewest loops at -1, component by component.
 *
 * A constraint of two terms ties two signs together, one of one term cannot be met, and what is left after these (three
 * or more independent terms) is searched.
 */
export function solveSigns(count: number, constraints: readonly Constraint[], budget: Budget): Signs {
  const signs = new Int8Array(count).fill(1);
  const unsolved: number[][] = [];
  for (const { loops, rows } of components(count, constraints)) {
    const solution = solveComponent(loops, rows, budget);
    if (solution === undefined) unsolved.push(loops);
    else for (const [loop, sign] of solution) signs[loop] = sign;
  }
  return { signs, unsolved };
}

/** Groups of loops that share constraints, each with its constraints. */
function components(
  count: number,
  constraints: readonly Constraint[],
): { loops: number[]; rows: Constraint[] }[] {
  const link = Int32Array.from({ length: count }, (_, index) => index);
  const find = (loop: number): number => {
    let at = loop;
    while (link[at] !== at) {
      link[at] = link[link[at]!]!;
      at = link[at]!;
    }
    return at;
  };
  for (const { terms } of constraints) {
    let first = -1;
    for (const loop of terms.keys()) {
      if (first < 0) first = find(loop);
      else link[find(loop)] = first;
    }
  }
  const groups = new Map<number, { loops: number[]; rows: Constraint[] }>();
  for (const constraint of constraints) {
    for (const loop of constraint.terms.keys()) {
      const root = find(loop);
      const group = groups.get(root) ?? { loops: [], rows: [] };
      groups.set(root, group);
      group.rows.push(constraint);
      break;
    }
  }
  for (let loop = 0; loop < count; loop += 1) groups.get(find(loop))?.loops.push(loop);
  return [...groups.values()];
}

function solveComponent(
  loops: readonly number[],
  rows: readonly Constraint[],
  budget: Budget,
): Map<number, 1 | -1> | undefined {
  const ties = new Ties(loops);
  let open = rows.map(({ terms }) => terms);
  // Each tie may turn a longer constraint into a tie.
  for (let changed = true; changed;) {
    changed = false;
    const rest: ReadonlyMap<number, number>[] = [];
    for (const row of open) {
      budget.spend(TERM_COST * row.size);
      const terms = ties.reduce(row);
      if (terms.size === 0) continue;
      if (terms.size === 1) return undefined;
      if (terms.size > 2) {
        rest.push(terms);
        continue;
      }
      const [[a, turnsA], [b, turnsB]] = [...terms] as [[number, number], [number, number]];
      if (Math.abs(turnsA) !== Math.abs(turnsB)) return undefined;
      ties.tie(a, b, turnsA === turnsB ? -1 : 1);
      changed = true;
    }
    open = rest;
  }

  const result = new Map<number, 1 | -1>();
  const classes = ties.classes();
  const searched = new Set(open.flatMap((terms) => [...terms.keys()]));
  const chosen =
    searched.size === 0 ? new Map<number, 1 | -1>() : search([...searched], open, classes, budget);
  if (chosen === undefined) return undefined;
  for (const [root, members] of classes) {
    const sign = chosen.get(root) ?? (reversals(members, 1) <= reversals(members, -1) ? 1 : -1);
    for (const [loop, relation] of members) result.set(loop, (relation * sign) as 1 | -1);
  }
  return result;
}

type Members = readonly (readonly [loop: number, relation: 1 | -1])[];

/** How many members stand at -1 when their class has `sign`. */
function reversals(members: Members, sign: 1 | -1): number {
  let count = 0;
  for (const [, relation] of members) if (relation * sign < 0) count += 1;
  return count;
}

/** Signs for a single constraint: largest terms first, each against the sum so far. */
function balance(terms: ReadonlyMap<number, number>): Map<number, 1 | -1> | undefined {
  const chosen = new Map<number, 1 | -1>();
  let sum = 0;
  for (const [root, turns] of [...terms].sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))) {
    const sign = sum * turns > 0 ? -1 : 1;
    chosen.set(root, sign);
    sum += sign * turns;
  }
  return sum === 0 ? chosen : undefined;
}

/** Branch and bound over the signs of `roots`: the cheapest choice that meets `rows`. */
function search(
  roots: readonly number[],
  rows: readonly ReadonlyMap<number, number>[],
  classes: ReadonlyMap<number, Members>,
  budget: Budget,
): Map<number, 1 | -1> | undefined {
  if (rows.length === 1) return balance(rows[0]!);
  if (roots.length > ROOT_LIMIT) return undefined;
  const order = [...roots].sort((a, b) => classes.get(b)!.length - classes.get(a)!.length);
  const rowsOf = new Map(order.map((root) => [root, [] as number[]]));
  rows.forEach((terms, index) => {
    for (const root of terms.keys()) rowsOf.get(root)!.push(index);
  });
  const sums = rows.map(() => 0);
  const slack = rows.map((terms) => [...terms.values()].reduce((sum, turns) => sum + Math.abs(turns), 0));
  const chosen = new Map<number, 1 | -1>();
  let best: Map<number, 1 | -1> | undefined;
  let bestCost = Infinity;
  let nodes = 0;

  const visit = (depth: number, cost: number): void => {
    nodes += 1;
    if (nodes > NODE_LIMIT || cost >= bestCost) return;
    if (depth === order.length) {
      best = new Map(chosen);
      bestCost = cost;
      return;
    }
    const root = order[depth]!;
    const members = classes.get(root)!;
    budget.spend(TERM_COST * rowsOf.get(root)!.length + 2 * members.length);
    const signs = ([1, -1] as const).slice().sort((a, b) => reversals(members, a) - reversals(members, b));
    for (const sign of signs) {
      let isOpen = true;
      for (const index of rowsOf.get(root)!) {
        const turns = rows[index]!.get(root)!;
        sums[index]! += sign * turns;
        slack[index]! -= Math.abs(turns);
        if (Math.abs(sums[index]!) > slack[index]!) isOpen = false;
      }
      if (isOpen) {
        chosen.set(root, sign);
        visit(depth + 1, cost + reversals(members, sign));
      }
      for (const index of rowsOf.get(root)!) {
        const turns = rows[index]!.get(root)!;
        sums[index]! -= sign * turns;
        slack[index]! += Math.abs(turns);
      }
    }
  };
  visit(0, 0);
  return best;
}

/** Loops whose signs are tied: union-find that keeps each loop's sign relative to its root's. */
class Ties {
  readonly #root = new Map<number, number>();
  readonly #relation = new Map<number, 1 | -1>();

  constructor(loops: readonly number[]) {
    for (const loop of loops) {
      this.#root.set(loop, loop);
      this.#relation.set(loop, 1);
    }
  }

  find(loop: number): readonly [root: number, relation: 1 | -1] {
    let at = loop;
    let relation: 1 | -1 = 1;
    while (this.#root.get(at) !== at) {
      relation = (relation * this.#relation.get(at)!) as 1 | -1;
      at = this.#root.get(at)!;
    }
    this.#root.set(loop, at);
    this.#relation.set(loop, relation);
    return [at, relation];
  }

  /** Makes sign(a) = relation * sign(b), for two roots. */
  tie(a: number, b: number, relation: 1 | -1): void {
    this.#root.set(a, b);
    this.#relation.set(a, relation);
  }

  /** A constraint over loops as one over roots; terms that cancel are gone. */
  reduce(terms: ReadonlyMap<number, number>): Map<number, number> {
    const reduced = new Map<number, number>();
    for (const [loop, turns] of terms) {
      const [root, relation] = this.find(loop);
      const sum = (reduced.get(root) ?? 0) + relation * turns;
      if (sum === 0) reduced.delete(root);
      else reduced.set(root, sum);
    }
    return reduced;
  }

  classes(): Map<number, [number, 1 | -1][]> {
    const classes = new Map<number, [number, 1 | -1][]>();
    for (const loop of this.#root.keys()) {
      const [root, relation] = this.find(loop);
      const members = classes.get(root) ?? [];
      classes.set(root, members);
      members.push([loop, relation]);
    }
    return classes;
  }
}
