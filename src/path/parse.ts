import type { Point } from '../geometry/point.ts';
import type { Command, WrittenCommand } from './command.ts';
import { endOfNumber, readNumber, skipSeparator, skipSpace, startsNumber } from './scan.ts';

/** Of a path's extent: what sums of doubles leave of a way home, and no renderer's floats tell from none. */
const NOISE = 1e-9;

/** What path data says, as far as it can be read. */
export interface PathData {
  readonly text: string;
  readonly commands: readonly WrittenCommand[];
  /** Where reading stopped and why. SVG draws everything before it; an Android parser throws. */
  readonly error?: { readonly offset: number; readonly reason: string };
}

/** What a command's letter stands for: its lower case, and how many numbers it takes. */
interface Letter {
  readonly lower: string;
  readonly arity: number;
}

const LETTERS: ReadonlyMap<string, Letter> = new Map(
  Object.entries({ m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 }).flatMap(([lower, arity]) => [
    [lower, { lower, arity }],
    [lower.toUpperCase(), { lower, arity }],
  ]),
);

/**
 * Reads path data by SVG 2's grammar: compact arc flags, implicit commands, drawing after `z`, and on an error
 * everything before it. Never throws.
 *
 * svg-path-commander has no offsets, which byte-exact edits need, throws on drawing after `z`, which real icons do, and
 * gives nothing of a path with an error in it; so the tokenizer is ours, and test/path/parse.test.ts holds it against
 * the library.
 *
 * @see https://www.w3.org/TR/SVG2/paths.html#PathDataBNF
 */
export function parsePathData(text: string): PathData {
  const commands: WrittenCommand[] = [];
  let cursor = 0;
  let current: Point = { x: 0, y: 0 };
  let subpathStart: Point = current;
  let previous: Command | undefined;
  let previousLetter = '';
  /** The largest coordinate so far. */
  let extent = 0;

  // One list for all commands, and no closures below: this runs for every command of every path.
  const numbers: number[] = [0, 0, 0, 0, 0, 0, 0];

  cursor = skipSpace(text, cursor);
  while (cursor < text.length) {
    let start = cursor;
    const written = text[cursor] as string;
    const known = LETTERS.get(written);
    if (known === undefined) return failure(text, commands, cursor, `'${written}' is no command`);
    const { arity } = known;
    let { lower } = known;
    if (commands.length === 0 && lower !== 'm')
      return failure(text, commands, cursor, 'path data starts with a moveto');
    cursor += 1;

    let letter = written;
    let implicit = false;
    let more = true;
    while (more) {
      let end = cursor;
      if (arity > 0) cursor = skipSpace(text, cursor);
      for (let index = 0; index < arity; index += 1) {
        if (index > 0) cursor = skipSeparator(text, cursor);
        const isFlag = lower === 'a' && (index === 3 || index === 4);
        if (isFlag) {
          const flag = text[cursor];
          if (flag !== '0' && flag !== '1') return failure(text, commands, cursor, 'an arc flag is 0 or 1');
          numbers[index] = flag === '1' ? 1 : 0;
          cursor += 1;
        } else {
          const stop = endOfNumber(text, cursor);
          if (stop === cursor) return failure(text, commands, cursor, `'${written}' takes ${arity} numbers`);
          const value = readNumber(text, cursor, stop);
          if (!Number.isFinite(value))
            return failure(text, commands, cursor, `${text.slice(cursor, stop)} is out of range`);
          numbers[index] = value;
          cursor = stop;
        }
        end = cursor;
      }

      const from = current;
      let command = toCommand(lower, letter === lower, numbers, from, previous, previousLetter);
      if (command.kind !== 'close') {
        const { x, y } = command.to;
        extent = Math.max(extent, Math.abs(x), Math.abs(y));
        const gap = Math.max(Math.abs(x - subpathStart.x), Math.abs(y - subpathStart.y));
        // Else a stroke would turn twice on its way, and be joined by whatever angles.
        if (gap > 0 && gap <= NOISE * extent && command.kind !== 'move')
          command = { ...command, to: subpathStart };
      }
      commands.push({ command, letter, implicit, from, start, end });
      if (command.kind === 'move') subpathStart = command.to;
      current = command.kind === 'close' ? subpathStart : command.to;
      previous = command;
      previousLetter = lower;

      cursor = skipSpace(text, cursor);
      if (arity === 0) break;
      const resume = cursor;
      cursor = skipSeparator(text, cursor);
      more = startsNumber(text, cursor);
      if (more) {
        start = cursor;
        implicit = true;
        // Pairs after the first of a moveto are linetos.
        if (lower === 'm') {
          letter = letter === 'm' ? 'l' : 'L';
          lower = 'l';
        }
      } else if (cursor > resume) {
        return failure(text, commands, resume, 'a comma with nothing behind it');
      }
    }
  }
  return { text, commands };
}

function failure(
  text: string,
  commands: readonly WrittenCommand[],
  offset: number,
  reason: string,
): PathData {
  return { text, commands, error: { offset, reason } };
}

/**
 * The absolute, shorthand-free command that the letter whose lower case is `lower` means with the numbers `n` after
 * `previous`, at the current point `from`.
 */
function toCommand(
  lower: string,
  isRelative: boolean,
  n: readonly number[],
  from: Point,
  previous: Command | undefined,
  previousLetter: string,
): Command {
  const x = isRelative ? from.x : 0;
  const y = isRelative ? from.y : 0;
  switch (lower) {
    case 'm':
      return { kind: 'move', to: pointOf(n, 0, x, y) };
    case 'l':
      return { kind: 'line', to: pointOf(n, 0, x, y) };
    case 'h':
      return { kind: 'line', to: { x: x + n[0]!, y: from.y } };
    case 'v':
      return { kind: 'line', to: { x: from.x, y: y + n[0]! } };
    case 'c':
      return {
        kind: 'cubic',
        control1: pointOf(n, 0, x, y),
        control2: pointOf(n, 2, x, y),
        to: pointOf(n, 4, x, y),
      };
    case 's': {
      const follows = previous?.kind === 'cubic' && (previousLetter === 'c' || previousLetter === 's');
      return {
        kind: 'cubic',
        control1: follows ? mirrored(from, previous.control2) : from,
        control2: pointOf(n, 0, x, y),
        to: pointOf(n, 2, x, y),
      };
    }
    case 'q':
      return { kind: 'quad', control: pointOf(n, 0, x, y), to: pointOf(n, 2, x, y) };
    case 't': {
      const follows = previous?.kind === 'quad' && (previousLetter === 'q' || previousLetter === 't');
      return {
        kind: 'quad',
        control: follows ? mirrored(from, previous.control) : from,
        to: pointOf(n, 0, x, y),
      };
    }
    case 'a':
      return {
        kind: 'arc',
        rx: n[0]!,
        ry: n[1]!,
        rotation: n[2]!,
        large: n[3] === 1,
        sweep: n[4] === 1,
        to: pointOf(n, 5, x, y),
      };
    default:
      return { kind: 'close' };
  }
}

function pointOf(n: readonly number[], index: number, x: number, y: number): Point {
  return { x: x + n[index]!, y: y + n[index + 1]! };
}

/** The first control point that a shorthand implies: the last one before it, seen from the other side of `from`. */
function mirrored(from: Point, control: Point): Point {
  return { x: 2 * from.x - control.x, y: 2 * from.y - control.y };
}
