import type { Point } from '../geometry/point.ts';
import type { Command, WrittenCommand } from './command.ts';
import { endOfNumber, readNumber, skipSeparator, skipSpace } from './scan.ts';

/** What path data says, as far as it can be read. */
export interface PathData {
  readonly text: string;
  readonly commands: readonly WrittenCommand[];
  /** Where reading stopped and why. SVG draws everything before it; an Android parser throws. */
  readonly error?: { readonly offset: number; readonly reason: string };
}

const ARITY: Readonly<Record<string, number>> = {
  m: 2,
  l: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  t: 2,
  a: 7,
  z: 0,
};

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

  const fail = (offset: number, reason: string): PathData => ({ text, commands, error: { offset, reason } });

  cursor = skipSpace(text, cursor);
  while (cursor < text.length) {
    let start = cursor;
    const written = text[cursor] as string;
    const lower = written.toLowerCase();
    const arity = ARITY[lower];
    if (arity === undefined) return fail(cursor, `'${written}' is no command`);
    if (commands.length === 0 && lower !== 'm') return fail(cursor, 'path data starts with a moveto');
    cursor += 1;

    let letter = written;
    let implicit = false;
    let more = true;
    while (more) {
      const numbers: number[] = [];
      let end = cursor;
      if (arity > 0) cursor = skipSpace(text, cursor);
      for (let index = 0; index < arity; index += 1) {
        if (index > 0) cursor = skipSeparator(text, cursor);
        const isFlag = lower === 'a' && (index === 3 || index === 4);
        if (isFlag) {
          const flag = text[cursor];
          if (flag !== '0' && flag !== '1') return fail(cursor, 'an arc flag is 0 or 1');
          numbers.push(Number(flag));
          cursor += 1;
        } else {
          const stop = endOfNumber(text, cursor);
          if (stop === cursor) return fail(cursor, `'${written}' takes ${arity} numbers`);
          const value = readNumber(text, cursor, stop);
          if (!Number.isFinite(value)) return fail(cursor, `${text.slice(cursor, stop)} is out of range`);
          numbers.push(value);
          cursor = stop;
        }
        end = cursor;
      }

      const from = current;
      const command = toCommand(letter, numbers, from, previous, previousLetter);
      commands.push({ command, letter, implicit, from, start, end });
      if (command.kind === 'move') subpathStart = command.to;
      current = command.kind === 'close' ? subpathStart : command.to;
      previous = command;
      previousLetter = letter.toLowerCase();

      cursor = skipSpace(text, cursor);
      if (arity === 0) break;
      const resume = cursor;
      cursor = skipSeparator(text, cursor);
      more = endOfNumber(text, cursor) > cursor;
      if (more) {
        start = cursor;
        implicit = true;
        // Pairs after the first of a moveto are linetos.
        if (letter === 'm') letter = 'l';
        else if (letter === 'M') letter = 'L';
      } else if (text.slice(resume, cursor).includes(',')) {
        return fail(resume, 'a comma with nothing behind it');
      }
    }
  }
  return { text, commands };
}

/** The absolute, shorthand-free command that `letter` with `n` means after `previous`, at the current point `from`. */
function toCommand(
  letter: string,
  n: readonly number[],
  from: Point,
  previous: Command | undefined,
  previousLetter: string,
): Command {
  const lower = letter.toLowerCase();
  const base = letter === lower ? from : { x: 0, y: 0 };
  const at = (index: number): Point => ({
    x: base.x + (n[index] as number),
    y: base.y + (n[index + 1] as number),
  });
  const mirrored = (control: Point): Point => ({ x: 2 * from.x - control.x, y: 2 * from.y - control.y });
  switch (lower) {
    case 'm':
      return { kind: 'move', to: at(0) };
    case 'l':
      return { kind: 'line', to: at(0) };
    case 'h':
      return { kind: 'line', to: { x: base.x + (n[0] as number), y: from.y } };
    case 'v':
      return { kind: 'line', to: { x: from.x, y: base.y + (n[0] as number) } };
    case 'c':
      return { kind: 'cubic', control1: at(0), control2: at(2), to: at(4) };
    case 's': {
      const follows = previous?.kind === 'cubic' && (previousLetter === 'c' || previousLetter === 's');
      return {
        kind: 'cubic',
        control1: follows ? mirrored(previous.control2) : from,
        control2: at(0),
        to: at(2),
      };
    }
    case 'q':
      return { kind: 'quad', control: at(0), to: at(2) };
    case 't': {
      const follows = previous?.kind === 'quad' && (previousLetter === 'q' || previousLetter === 't');
      return { kind: 'quad', control: follows ? mirrored(previous.control) : from, to: at(0) };
    }
    case 'a':
      return {
        kind: 'arc',
        rx: n[0] as number,
        ry: n[1] as number,
        rotation: n[2] as number,
        large: n[3] === 1,
        sweep: n[4] === 1,
        to: at(5),
      };
    default:
      return { kind: 'close' };
  }
}
