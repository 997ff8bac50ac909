import type { Strand } from '../geometry/strands.ts';
import type { Point } from '../geometry/point.ts';
import { cutPiece, meet } from '../path/cut.ts';
import { reversePiece, type DrawCommand, type Piece } from '../path/subpaths.ts';

/** A stretch of a loop between two breaks, in the direction it is to be drawn. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly Piece[];
}

/** One loop of the source: its pieces' numbers, counted through all loops, and what becomes of it. */
export interface CutLoop {
  readonly firstPiece: number;
  readonly pieceCount: number;
  readonly strand: Strand;
}

export interface Relinked {
  /** Closed runs of pieces, each starting where the one before ends. */
  readonly loops: readonly (readonly Piece[])[];
  /** Where loops were cut, in user units. */
  readonly breaks: readonly Point[];
}

/** Parameters closer than this are one. */
const SAME = 1e-9;

/**
 * Cuts loops at their breaks, turns the stretches as their courses say and links them to closed loops again. Any linking
 * fills the same, since a fill sees only which way each stretch runs; this one makes few loops.
 *
 * Only loops with breaks are touched. `place` may move a break's point and the control points of what is left of a cut
 * curve, to a printable place.
 */
export function relink(
  loops: readonly CutLoop[],
  pieces: readonly Piece[],
  size: number,
  place: (point: Point) => Point,
): Relinked {
  const nodes = placeBreaks(loops, pieces, size, place);
  const stretches = loops.flatMap((loop) => cutLoop(loop, pieces, nodes, place));
  const next = linkStretches(stretches);
  const result: Piece[][] = [];
  const isDone = stretches.map(() => false);
  for (let first = 0; first < stretches.length; first += 1) {
    if (isDone[first] === true) continue;
    const run: Piece[] = [];
    for (let at = first; isDone[at] === false; at = next[at]!) {
      isDone[at] = true;
      run.push(...stretches[at]!.pieces);
    }
    result.push(run);
  }
  return { loops: result, breaks: [...nodes.values()].map(({ point }) => point) };
}

interface Node {
  readonly point: Point;
  /** Parameters on the two pieces that meet, by piece number and first parameter found. */
  readonly exact: readonly { readonly piece: number; readonly t: number; readonly at: number }[];
}

/** The point of every broken crossing, common to the strands that break there. */
function placeBreaks(
  loops: readonly CutLoop[],
  pieces: readonly Piece[],
  size: number,
  place: (point: Point) => Point,
): Map<number, Node> {
  const meetings = new Map<number, { piece: number; t: number }[]>();
  for (const { strand } of loops) {
    for (const { crossing, piece, t } of strand.breaks) {
      const known = meetings.get(crossing) ?? [];
      meetings.set(crossing, known);
      known.push({ piece, t });
    }
  }
  const nodes = new Map<number, Node>();
  for (const [crossing, [one, other = one]] of meetings) {
    const a = one!;
    const b = other!;
    const found = meet(pieces[a.piece]!, pieces[b.piece]!, a.t, b.t, 2e-4 * size);
    const ends = [pieces[a.piece]!, pieces[b.piece]!].flatMap(({ from, command }) => [from, command.to]);
    const end = ends.find(({ x, y }) => Math.hypot(x - found.point.x, y - found.point.y) < 2e-6 * size);
    nodes.set(crossing, {
      point: end ?? place(found.point),
      exact: [
        { ...a, at: found.t },
        { ...b, at: found.u },
      ],
    });
  }
  return nodes;
}

function cutLoop(
  { firstPiece, pieceCount, strand }: CutLoop,
  pieces: readonly Piece[],
  nodes: ReadonlyMap<number, Node>,
  place: (point: Point) => Point,
): Stretch[] {
  const { breaks } = strand;
  const count = breaks.length;
  const modulo = (value: number): number => ((value % pieceCount) + pieceCount) % pieceCount;
  let left = pieceCount;
  const stretches: Stretch[] = [];
  breaks.forEach((from, index) => {
    const to = breaks[(index + 1) % count]!;
    // How many pieces the stretch is long; the last one takes what is left of the whole round.
    const forward = to.piece + to.t - from.piece - from.t;
    let length = forward > -SAME && forward < 0 ? 0 : modulo(forward);
    if (index === count - 1) length = Math.max(0, left);
    left -= length;
    if (from.after === 0) return;
    const turns = Math.round((length - forward) / pieceCount);
    const steps = to.piece - from.piece + turns * pieceCount;
    const begin = nodes.get(from.crossing)!;
    const end = nodes.get(to.crossing)!;
    const run: Piece[] = [];
    for (let step = 0; step <= steps; step += 1) {
      const piece = pieces[firstPiece + modulo(from.piece - firstPiece + step)]!;
      const t0 = step === 0 ? exactOf(begin, from) : 0;
      const t1 = step === steps ? exactOf(end, to) : 1;
      if (t1 - t0 <= SAME && steps > 0) continue;
      const start = run.length === 0 ? begin.point : run[run.length - 1]!.command.to;
      const parts = cutPiece(
        piece,
        t0,
        Math.max(t0, t1),
        start,
        step === steps ? end.point : piece.command.to,
      );
      run.push(...(t0 === 0 && t1 === 1 ? parts : parts.map((part) => placeControls(part, place))));
    }
    const last = run.pop();
    if (last !== undefined) run.push({ from: last.from, command: { ...last.command, to: end.point } });
    stretches.push(
      from.after === 1
        ? { from: from.crossing, to: to.crossing, pieces: run }
        : { from: to.crossing, to: from.crossing, pieces: run.map(reversePiece).reverse() },
    );
  });
  return stretches;
}

function placeControls({ from, command }: Piece, place: (point: Point) => Point): Piece {
  return { from, command: placed(command, place) };
}

function placed(command: DrawCommand, place: (point: Point) => Point): DrawCommand {
  switch (command.kind) {
    case 'quad':
      return { ...command, control: place(command.control) };
    case 'cubic':
      return { ...command, control1: place(command.control1), control2: place(command.control2) };
    default:
      return command;
  }
}

function exactOf({ exact }: Node, at: { readonly piece: number; readonly t: number }): number {
  return exact.find(({ piece, t }) => piece === at.piece && t === at.t)?.at ?? at.t;
}

/** For each stretch the one to follow it. Where a choice joins two loops into one, it is taken. */
function linkStretches(stretches: readonly Stretch[]): number[] {
  const leaving = new Map<number, number[]>();
  stretches.forEach(({ from }, index) => leaving.set(from, [...(leaving.get(from) ?? []), index]));
  const arriving = new Map<number, number[]>();
  const next = stretches.map(({ to }, index) => {
    const others = arriving.get(to) ?? [];
    arriving.set(to, [...others, index]);
    return leaving.get(to)![others.length]!;
  });
  const loop = stretches.map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (loop[at] !== at) {
      loop[at] = loop[loop[at]!]!;
      at = loop[at]!;
    }
    return at;
  };
  next.forEach((to, from) => {
    loop[find(from)] = find(to);
  });
  for (const [one, other] of arriving.values()) {
    if (one === undefined || other === undefined || find(one) === find(other)) continue;
    [next[one], next[other]] = [next[other]!, next[one]!];
    loop[find(one)] = find(other);
  }
  return next;
}
