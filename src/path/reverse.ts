import type { Point } from '../geometry/point.ts';
import type { ArcCommand, Command, WrittenCommand } from './command.ts';
import { joinNumbers, needsSpace, printDecimal } from './number.ts';
import type { Subpath } from './subpaths.ts';

/** How numbers are to be written. */
export interface NumberStyle {
  readonly decimals: number;
  /** Whether arc flags may stand without separators, as in `a1 1 0 01.5.5`. */
  readonly compactFlags: boolean;
}

/** Text of a subpath drawn the other way, and where the pen stands after it. */
export interface Rewritten {
  readonly text: string;
  readonly end: Point;
}

/**
 * The commands of a written subpath in reverse: the same outline, every command of its own kind (S becomes C and T
 * becomes Q, whose first control is no longer implied), relative where it was relative, closed where it was closed.
 *
 * `pen` is where the output's pen stands before it.
 */
export function reverseSubpath(
  written: readonly WrittenCommand[],
  subpath: Subpath,
  pen: Point,
  style: NumberStyle,
): Rewritten {
  const own = written.slice(subpath.first, subpath.end);
  const draws = own.filter(({ command }) => command.kind !== 'move' && command.kind !== 'close');
  const closes = own.filter(({ command }) => command.kind === 'close');
  const last = draws.length === 0 ? subpath.start : endOf(draws[draws.length - 1]!.command, subpath.start);
  const half = 0.5 * 10 ** -style.decimals;
  const returns = Math.abs(last.x - subpath.start.x) < half && Math.abs(last.y - subpath.start.y) < half;
  // A close that draws the line home keeps drawing it when the subpath starts from that line's other end.
  const start = returns ? subpath.start : last;

  const writer = new Writer(pen, style);
  const opening = own[0]!;
  if (subpath.hasMove) writer.move(opening.letter, start);
  else if (start !== subpath.start || distance(pen, start) >= half) writer.move('M', start);
  for (let index = draws.length - 1; index >= 0; index -= 1) {
    const draw = draws[index]!;
    // The first command starts where the subpath does, not where rounding left the pen.
    const to = index === 0 ? subpath.start : draw.from;
    writer.draw(draw.letter, reverseCommand(draw.command, to));
  }
  for (const close of closes) writer.close(close.letter, start);
  return { text: writer.text, end: writer.pen };
}

function distance(a: Point, b: Point): number {
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));
}

function endOf(command: Command, fallback: Point): Point {
  return command.kind === 'close' ? fallback : command.to;
}

/** The command that draws from `command`'s end back to `to`. */
function reverseCommand(command: Command, to: Point): Command {
  switch (command.kind) {
    case 'quad':
      return { kind: 'quad', control: command.control, to };
    case 'cubic':
      return { kind: 'cubic', control1: command.control2, control2: command.control1, to };
    case 'arc':
      return { ...command, sweep: !command.sweep, to };
    default:
      return { kind: 'line', to };
  }
}

/** Writes commands one after another, each relative or absolute as its letter says. */
export class Writer {
  text = '';
  #pen: Point;
  #letter = '';
  #lastNumber = '';
  readonly #style: NumberStyle;

  constructor(pen: Point, style: NumberStyle) {
    this.#pen = pen;
    this.#style = style;
  }

  get pen(): Point {
    return this.#pen;
  }

  move(letter: string, to: Point): void {
    const relative = letter === 'm';
    this.#put(relative ? 'm' : 'M', this.#point(relative, to));
    // What follows a moveto without a letter is a lineto.
    this.#letter = relative ? 'l' : 'L';
    this.#pen = to;
  }

  close(letter: string, start: Point): void {
    this.text += letter;
    this.#letter = '';
    this.#pen = start;
  }

  /** Writes `command`, relative when `letter` is lower case; H and V are kept where the line is still level or upright. */
  draw(letter: string, command: Command): void {
    const relative = letter === letter.toLowerCase();
    const lower = letter.toLowerCase();
    const pen = this.#pen;
    const cased = (kind: string): string => (relative ? kind : kind.toUpperCase());
    switch (command.kind) {
      case 'line':
        if (lower === 'h') this.#put(letter, [this.#print(command.to.x - (relative ? pen.x : 0))]);
        else if (lower === 'v') this.#put(letter, [this.#print(command.to.y - (relative ? pen.y : 0))]);
        else this.#put(cased('l'), this.#point(relative, command.to));
        this.#pen = command.to;
        return;
      case 'quad':
        this.#put(cased('q'), [
          ...this.#point(relative, command.control),
          ...this.#point(relative, command.to),
        ]);
        this.#pen = command.to;
        return;
      case 'cubic':
        this.#put(cased('c'), [
          ...this.#point(relative, command.control1),
          ...this.#point(relative, command.control2),
          ...this.#point(relative, command.to),
        ]);
        this.#pen = command.to;
        return;
      case 'arc':
        this.#put(cased('a'), this.#arc(relative, command));
        this.#pen = command.to;
        return;
      default:
    }
  }

  #print(value: number): string {
    return printDecimal(value, this.#style.decimals, false);
  }

  #point(relative: boolean, point: Point): string[] {
    const pen = this.#pen;
    return relative
      ? [this.#print(point.x - pen.x), this.#print(point.y - pen.y)]
      : [this.#print(point.x), this.#print(point.y)];
  }

  #arc(relative: boolean, arc: ArcCommand): string[] {
    const radii = [printExact(arc.rx), printExact(arc.ry), printExact(arc.rotation)];
    const flags = [arc.large ? '1' : '0', arc.sweep ? '1' : '0'];
    const point = this.#point(relative, arc.to);
    // A flag is one character, so nothing need separate it from what follows.
    if (this.#style.compactFlags) return [...radii, flags.join('') + point[0]!, point[1]!];
    return [...radii, ...flags, ...point];
  }

  #put(letter: string, numbers: readonly string[]): void {
    const repeats = letter === this.#letter;
    const text = joinNumbers(numbers);
    if (!repeats) this.text += letter;
    else if (needsSpace(this.#lastNumber, text)) this.text += ' ';
    this.text += text;
    this.#letter = letter;
    this.#lastNumber = numbers[numbers.length - 1]!;
  }
}

/** A radius or an angle: the double as it is, in the shortest decimals. */
function printExact(value: number): string {
  const text = String(value);
  return text.includes('e') ? printDecimal(value, 15, false) : text.replace(/^(-?)0\./, '$1.');
}
