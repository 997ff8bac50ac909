import type { Point } from '../../geometry/point.ts';
import { difference, dot, type Course, type Mark } from './course.ts';
import { allowanceFor, fitsOf, SLIDE, toFit, type Fit } from './fit.ts';
import { write, writeClose, type Pen } from './pen.ts';
import { roundSteps } from './rounding.ts';
import type { Trace } from './trace.ts';
import { asCurves, waysToPrint, type Goal, type Ruler } from './ways.ts';

/** How much is tried. */
interface Effort {
  /** Vertices that a ring may begin at. */
  readonly starts: number;
  /** Pens kept at each vertex: those with the shortest texts. */
  readonly beam: number;
}

const FULL: Effort = { starts: 2, beam: 3 };
const HASTY: Effort = { starts: 1, beam: 1 };

/** Pieces that one command may stand for. */
const LONGEST_RUN = 12;

const effortOf = ({ style }: Ruler): Effort => (style.hasty === true ? HASTY : FULL);

/**
 * The pen that printed `trace` in the fewest bytes that were found, from where `pen` stands. Where that takes more than
 * the ruler's most, a pen that has come so far.
 */
export function printTrace(pen: Pen, trace: Trace, ruler: Ruler): Pen | undefined {
  let best: Pen | undefined;
  for (const one of startsOf(trace).slice(0, effortOf(ruler).starts)) {
    const found = printFrom(pen, one, ruler);
    if (found !== undefined && (best === undefined || found.length < best.length)) best = found;
  }
  return best;
}

/** `trace` begun at the vertices that promise the shortest text: behind a line, which then need not be printed. */
function startsOf(trace: Trace): Trace[] {
  const { pieces, isRing } = trace;
  if (!isRing || pieces.length < 2) return [trace];
  const starts = [trace];
  const last = pieces[pieces.length - 1];
  const ranked = pieces
    .map((fit, index) => ({ index: index + 1, gain: lengthOf(fit) }))
    .filter(({ index, gain }) => index < pieces.length && gain > (last === undefined ? 0 : lengthOf(last)))
    .sort((a, b) => b.gain - a.gain || a.index - b.index);
  for (const { index } of ranked.slice(0, 1)) {
    const turned = [...pieces.slice(index), ...pieces.slice(0, index)];
    starts.push({ ...trace, start: (turned[0] as Fit).course.from, pieces: turned });
  }
  return starts;
}

/** About how many characters a line takes; 0 for a curve. */
function lengthOf({ course: { kind, from, to } }: Fit): number {
  return kind === 'line' ? digitsOf(to.x - from.x) + digitsOf(to.y - from.y) : 0;
}

function digitsOf(steps: number): number {
  return String(Math.abs(Math.round(steps))).replace(/0+$/, '').length;
}

function printFrom(pen: Pen, trace: Trace, ruler: Ruler): Pen | undefined {
  const { pieces, isRing, isClosed } = trace;
  const { beam } = effortOf(ruler);
  const last = pieces[pieces.length - 1];
  // The way home is drawn by the close, or by the fill itself.
  const drawn = isRing && last?.course.kind === 'line' ? pieces.slice(0, -1) : pieces;
  const vertices = verticesOf(trace);
  const start = move(pen, vertices[0] as Vertex, ruler);
  const layers: Pen[][] = [[start], ...drawn.map(() => [])];
  let tooLong = 0;
  for (const from of drawn.keys()) {
    const pens = shortest(layers[from] as Pen[], beam);
    // Whatever comes next passes one of so many vertices.
    tooLong = pens.every(({ length }) => length > ruler.most) ? tooLong + 1 : 0;
    if (tooLong >= LONGEST_RUN && pens[0] !== undefined) return pens[0];
    for (let to = from + 1; to <= Math.min(drawn.length, from + LONGEST_RUN); to += 1) {
      const fits = fitsOf(drawn.slice(from, to), ruler.tolerance);
      if (fits.length === 0) break;
      // Where a stroke comes home on a curve, its close must have nothing left to draw.
      const isHome = to === pieces.length && isClosed;
      const goal = goalAt(vertices[to] as Vertex, ruler, isHome ? start.at : undefined);
      for (const at of pens)
        for (const fit of fits) (layers[to] as Pen[]).push(...print(at, fit, goal, ruler));
    }
  }
  const [end] = shortest(layers[drawn.length] as Pen[], 1);
  if (end === undefined) return undefined;
  // Everything fell onto one point: a stroke with caps shows a dot there, a fill nothing.
  if (end === start && !ruler.style.stroked) return pen;
  if (isClosed) return writeClose(end, start.at);
  return end === start ? write(start, { letter: 'h', numbers: [0] }, start.at, ruler.style) : end;
}

function print(pen: Pen, fit: Fit, goal: Goal, ruler: Ruler): Pen[] {
  const ways = waysToPrint(pen, fit, goal, ruler);
  if (ways.length > 0 || fit.off > 0) return ways;
  // An arc that no radii on the grid draw.
  let pens = [pen];
  const curves = asCurves(fit).map((course) => toFit(course));
  curves.forEach((curve, index) => {
    const next = curves[index + 1];
    const end = next === undefined ? goal : goalAt(vertexBetween(curve, next), ruler);
    pens = shortest(
      pens.flatMap((one) => waysToPrint(one, curve, end, ruler)),
      effortOf(ruler).beam,
    );
  });
  return curves.length === 0 ? [] : pens;
}

/** The shortest of `pens`, `beam` at most, of those that stand alike one each. */
function shortest(pens: readonly Pen[], beam: number): Pen[] {
  const kept: Pen[] = [];
  for (const pen of [...pens].sort((a, b) => a.length - b.length)) {
    if (kept.some(({ at, letter }) => at.x === pen.at.x && at.y === pen.at.y && letter === pen.letter))
      continue;
    kept.push(pen);
    if (kept.length === beam) break;
  }
  return kept;
}

/** A place where pieces meet, with the directions across them there. */
interface Vertex {
  readonly at: Point;
  readonly edges: readonly Edge[];
}

interface Edge {
  readonly course: Course;
  readonly across: Point | undefined;
}

/** One more than there are pieces. */
function verticesOf({ start, pieces, isRing }: Trace): Vertex[] {
  const [first, last] = [pieces[0], pieces[pieces.length - 1]];
  if (first === undefined || last === undefined) return [{ at: start, edges: [] }];
  const inner = pieces.slice(1).map((piece, index) => vertexBetween(pieces[index] as Fit, piece));
  const home = vertexBetween(last, first);
  if (isRing) return [home, ...inner, home];
  // The end of an open line may not slide along it, which `across` would allow.
  const [one, other] = [first.course, last.course];
  return [
    { at: one.from, edges: [{ course: one, across: undefined }] },
    ...inner,
    { at: other.to, edges: [{ course: other, across: undefined }] },
  ];
}

function vertexBetween(before: Fit, after: Fit): Vertex {
  const into = before.marks[before.marks.length - 1] as Mark;
  const outOf = after.marks[0] as Mark;
  return {
    at: after.course.from,
    edges: [
      { course: before.course, across: into.across },
      { course: after.course, across: outOf.across },
    ],
  };
}

function goalAt({ at, edges }: Vertex, { tolerance, isNearest }: Ruler, exactly?: Point): Goal {
  const allowed = edges.map(({ course }) => allowanceFor(course, tolerance));
  const least = Math.min(tolerance, ...allowed);
  return {
    at,
    exactly,
    admits: (point) => {
      if (isNearest) return true;
      const moved = difference(point, at);
      const distance = Math.hypot(moved.x, moved.y);
      if (distance <= least) return true;
      return (
        distance <= SLIDE * tolerance &&
        edges.every(
          ({ across }, index) =>
            across !== undefined && Math.abs(dot(moved, across)) <= (allowed[index] as number),
        )
      );
    },
  };
}

/** `pen` after its moveto. */
function move(pen: Pen, vertex: Vertex, ruler: Ruler): Pen {
  const { admits } = goalAt(vertex, ruler);
  // After `z` API 21 to 30 measure `m` from the wrong point.
  const bases = pen.letter === '' || pen.letter === 'z' ? [ORIGIN] : [ORIGIN, pen.at];
  const pens = bases.map((base) => {
    const near = (value: number): number[] => roundSteps(value, ruler.tolerance, ruler.style.decimals);
    const [xs, ys] = [near(vertex.at.x - base.x), near(vertex.at.y - base.y)];
    const steps = xs.flatMap((x) => ys.map((y) => ({ x, y })));
    const numbers =
      steps.find(({ x, y }) => admits({ x: x + base.x, y: y + base.y })) ??
      (steps[steps.length - 1] as Point);
    const form = { letter: base === ORIGIN ? 'M' : 'm', numbers: [numbers.x, numbers.y] };
    return write(pen, form, { x: numbers.x + base.x, y: numbers.y + base.y }, ruler.style);
  });
  return pens.reduce((best, one) => (one.length < best.length ? one : best));
}

const ORIGIN: Point = { x: 0, y: 0 };
