import { bisect, type Tie } from '../geometry/bisect.ts';
import type { Budget } from '../geometry/budget.ts';
import { stepOf } from '../geometry/line.ts';
import { pickLoops } from '../geometry/loops.ts';
import type { Point } from '../geometry/point.ts';
import { strandsFor, tiesOf, type Strand } from '../geometry/strands.ts';
import { sweep, type Arrangement } from '../geometry/sweep.ts';
import { flatten } from '../path/flatten.ts';
import { printDecimal } from '../path/number.ts';
import type { PathData } from '../path/parse.ts';
import { reverseSubpath, type Rewritten } from '../path/reverse.ts';
import { rewriteSubpaths, type Replacement } from '../path/rewrite.ts';
import type { Piece, Subpath } from '../path/subpaths.ts';
import { Writer, type NumberStyle } from '../path/writer.ts';
import { relink } from './relink.ts';

export interface SplitText {
  readonly text: string;
  readonly reversed: readonly number[];
  readonly breaks: readonly Point[];
}

/** What one attempt at splitting goes by. */
export interface SplitPlan {
  /** Turn of the analysis frame, radians. */
  readonly turn: number;
  /** Decimals of the points where subpaths are cut. */
  readonly decimals: number;
  /** How closely curves are followed, as a share of the size. */
  readonly flatness: number;
}

/**
 * Cuts the subpaths of `groups` at crossings and links them anew so that nonzero fills what even-odd filled; the others
 * run as `signs` says. The text is not proven yet.
 *
 * Along every outline a filled face meets an empty one, so a filled face has the winding number +1 or -1. An outline may
 * run straight through a crossing when the filled faces on both sides of it differ; the faces are colored so that most
 * crossings are passed, and the rest are where subpaths are cut.
 */
export function splitSubpaths(
  data: PathData,
  subpaths: readonly Subpath[],
  groups: readonly (readonly number[])[],
  signs: Int8Array,
  style: NumberStyle,
  plan: SplitPlan,
  budget: Budget,
): SplitText {
  const { loops, frame } = flatten([{ subpaths }], budget, plan.turn, plan.flatness);
  const strands = new Map<number, Strand>();
  const courses = Int8Array.from(signs);
  // Each group counts its crossings from zero; a break's number must be its own among all.
  let firstCrossing = 0;
  for (const group of groups) {
    const picked = pickLoops(loops, group);
    const arrangement = sweep(picked, budget, true);
    const colors = colorFaces(arrangement, budget);
    const windingOf = (face: number): number => colors[arrangement.faces.root(face)]!;
    const found = strandsFor(arrangement, picked, windingOf, firstCrossing);
    firstCrossing += arrangement.crossings.length;
    found.forEach((strand, index) => {
      if (strand.breaks.length > 0) strands.set(group[index]!, strand);
      else courses[group[index]!] = strand.course;
    });
  }
  const pieces = subpaths.flatMap((subpath) => subpath.pieces);
  let firstPiece = 0;
  const cut = subpaths.flatMap((subpath, index) => {
    const strand = strands.get(index);
    const loop = { firstPiece, pieceCount: subpath.pieces.length };
    firstPiece += subpath.pieces.length;
    return strand === undefined ? [] : [{ ...loop, strand }];
  });
  const round = (value: number): number => Number(printDecimal(value, plan.decimals, true));
  const linked = relink(cut, pieces, frame.size, ({ x, y }) => ({ x: round(x), y: round(y) }));

  const printed = { ...style, decimals: Math.max(style.decimals, plan.decimals) };
  let isWritten = false;
  const replacements = subpaths.map((subpath, index): Replacement => {
    if (strands.has(index)) {
      if (isWritten) return (pen) => ({ text: '', end: pen });
      isWritten = true;
      return (pen) => writeLoops(linked.loops, pen, printed);
    }
    return courses[index] === -1 ? (pen) => reverseSubpath(data.commands, subpath, pen, printed) : undefined;
  });
  return {
    text: rewriteSubpaths(data, subpaths, replacements, printed),
    reversed: [...courses.keys()].filter((index) => courses[index] === -1 && !strands.has(index)),
    breaks: linked.breaks,
  };
}

/** A winding number for each face by its root: 0 where even, otherwise +1 or -1. */
function colorFaces(arrangement: Arrangement, budget: Budget): Int8Array {
  const { faces, chains } = arrangement;
  const ties = tiesOf(arrangement);
  budget.spend(100 * ties.length + faces.count);
  const colors = bisect(faces.count, ties);
  for (let face = 0; face < faces.count; face += 1) if (!faces.isOdd(face)) colors[face] = 0;
  // Either color may be turned for faces that are tied together: keep the direction of most of their outline.
  const group = groupsOf(faces.count, ties);
  const votes = new Float64Array(faces.count);
  for (let chain = 0; chain < chains.count; chain += 1) {
    const left = faces.root(arrangement.leftAtTop[chain]!);
    const right = faces.root(arrangement.rightAtTop[chain]!);
    const filled = faces.isOdd(left) ? left : right;
    votes[group[filled]!]! += (colors[right]! - colors[left]!) * stepOf(chain);
  }
  for (let face = 0; face < faces.count; face += 1) if (votes[group[face]!]! < 0) colors[face]! *= -1;
  return colors;
}

function groupsOf(count: number, ties: readonly Tie[]): Int32Array {
  const link = Int32Array.from({ length: count }, (_, index) => index);
  const find = (node: number): number => {
    let at = node;
    while (link[at] !== at) {
      link[at] = link[link[at]!]!;
      at = link[at]!;
    }
    return at;
  };
  for (const { one, other } of ties) link[find(one)] = find(other);
  return link.map((_, node) => find(node));
}

function writeLoops(loops: readonly (readonly Piece[])[], pen: Point, style: NumberStyle): Rewritten {
  const writer = new Writer(pen, style);
  for (const loop of loops) {
    // The close draws the last piece when that is a line.
    const line = loop.findIndex(({ command }) => command.kind === 'line');
    const turned = [...loop.slice(line + 1), ...loop.slice(0, line + 1)];
    const drawn = line < 0 ? turned : turned.slice(0, -1);
    const start = turned[0]!.from;
    writer.beginShortest(start);
    for (const { command } of drawn) writer.drawShortest(command);
    writer.close('z', start);
  }
  return { text: writer.text, end: writer.pen };
}
