import type { Tie } from './bisect.ts';
import { stepOf, type Crossing } from './line.ts';
import type { Loops } from './loops.ts';
import type { Arrangement } from './sweep.ts';

/** What becomes of a stretch of a loop: drawn on, drawn the other way, or left out. */
export type Course = -1 | 0 | 1;

/** A place where a loop's course changes. */
export interface Break {
  /** Number of the crossing. Every break of a crossing lies at the same point. */
  readonly crossing: number;
  /** The piece that is cut there, and the parameter. */
  readonly piece: number;
  readonly t: number;
  /** The course up to the break and from it on, along the loop. */
  readonly before: Course;
  readonly after: Course;
}

/** A loop's breaks in the order of its drawing; a loop without any has one course all along. */
export interface Strand {
  readonly breaks: readonly Break[];
  readonly course: Course;
}

/** The ties between faces of odd turns that a crossing would rather see wound oppositely, so that both loops pass. */
export function tiesOf({ faces, crossings }: Arrangement): Tie[] {
  return crossings.map(({ above, below, leftFace, rightFace }) =>
    faces.isOdd(above)
      ? { one: faces.root(above), other: faces.root(below) }
      : { one: faces.root(leftFace), other: faces.root(rightFace) },
  );
}

/**
 * The course of every loop that gives each face the winding number `winding` asks for.
 *
 * Neighboring faces may differ by one at most. Along an outline between two faces the step from the left one to the
 * right one tells which way it must run; where that changes, always at a crossing, is a break. Crossings are numbered
 * from `firstCrossing`.
 */
export function strandsFor(
  arrangement: Arrangement,
  loops: Loops,
  winding: (face: number) => number,
  firstCrossing = 0,
): Strand[] {
  const { chains, crossings, leftAtTop, rightAtTop } = arrangement;
  const found: { chain: number; order: number; at: Break }[][] = [];
  for (let loop = 0; loop + 1 < loops.starts.length; loop += 1) found.push([]);

  const add = (index: number, chain: number, edge: number, above: Course, below: Course): void => {
    if (above === below) return;
    const isClimbing = (chain & 1) === 1;
    const [before, after] = isClimbing ? [below, above] : [above, below];
    const { piece, t } = locate(arrangement, loops, chain, edge, crossings[index]!);
    const order = isClimbing ? -index : index;
    found[chains.loop[chain]!]!.push({
      chain,
      order,
      at: { crossing: firstCrossing + index, piece, t, before, after },
    });
  };
  crossings.forEach((crossing, index) => {
    const above = winding(crossing.above);
    const below = winding(crossing.below);
    const left = winding(crossing.leftFace);
    const right = winding(crossing.rightFace);
    const one = stepOf(crossing.left);
    const other = stepOf(crossing.right);
    add(index, crossing.left, crossing.leftEdge, course(above - left, one), course(right - below, one));
    add(index, crossing.right, crossing.rightEdge, course(right - above, other), course(below - left, other));
  });

  const courses = new Int8Array(found.length).fill(1);
  for (let chain = 0; chain < chains.count; chain += 1) {
    const step = winding(rightAtTop[chain]!) - winding(leftAtTop[chain]!);
    courses[chains.loop[chain]!] = course(step, stepOf(chain));
  }
  return found.map((breaks, loop) => ({
    breaks: breaks.sort((a, b) => a.chain - b.chain || a.order - b.order).map(({ at }) => at),
    course: courses[loop] as Course,
  }));
}

function course(step: number, own: number): Course {
  return (step * own) as Course;
}

/** The piece that draws a chain's edge, and its parameter where the edge meets a crossing. */
function locate(
  { chains }: Arrangement,
  loops: Loops,
  chain: number,
  edge: number,
  { y }: Crossing,
): { piece: number; t: number } {
  const last = chains.first[chain + 1]! - 1;
  const top = Math.min(edge, last - 1);
  const height = chains.y[top + 1]! - chains.y[top]!;
  const down = height > 0 ? Math.min(1, Math.max(0, (y - chains.y[top]!) / height)) : 0;
  const isClimbing = (chain & 1) === 1;
  const vertex = chains.vertex[isClimbing ? top + 1 : top]!;
  const share = isClimbing ? 1 - down : down;
  const piece = loops.piece[vertex]!;
  const loop = chains.loop[chain]!;
  const from = loops.starts[loop]!;
  const previous = vertex > from ? vertex - 1 : -1;
  const begin = previous >= 0 && loops.piece[previous] === piece ? loops.until[previous]! : 0;
  return { piece, t: begin + (loops.until[vertex]! - begin) * share };
}
