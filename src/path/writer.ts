import type { Point } from '../geometry/point.ts';
import type { ArcCommand } from './command.ts';
import { joinNumbers, needsSpace, printDecimal } from './number.ts';
import type { DrawCommand } from './subpaths.ts';

/** How numbers are to be written. */
export interface NumberStyle {
  readonly decimals: number;
  /** Whether arc flags may stand without separators, as in `a1 1 0 01.5.5`. */
  readonly compactFlags: boolean;
}

interface Saved {
  readonly text: string;
  readonly pen: Point;
  readonly control: Point | undefined;
  readonly letter: string;
  readonly lastNumber: string;
}

/** Writes commands one after another, each relative or absolute as its letter says. */
export class Writer {
  text = '';
  /** The second control point of the cubic just written. */
  #control: Point | undefined;
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

  /** Begins a subpath, with a relative moveto where that is shorter. */
  beginShortest(to: Point): void {
    const relative = joinNumbers(this.#point(true, to)).length < joinNumbers(this.#point(false, to)).length;
    this.move(relative ? 'm' : 'M', to);
  }

  close(letter: string, start: Point): void {
    this.text += letter;
    this.#letter = '';
    this.#pen = start;
  }

  /** Writes `command` in whichever of its forms takes the fewest bytes; nothing when it would draw nothing. */
  drawShortest(command: DrawCommand): void {
    if (this.#isPoint(command)) return;
    const pen = this.#pen;
    const letters = ['l', 'L'];
    if (command.kind === 'line' && this.#print(command.to.x - pen.x) === '0') letters.push('v', 'V');
    if (command.kind === 'line' && this.#print(command.to.y - pen.y) === '0') letters.push('h', 'H');
    if (command.kind === 'cubic' && this.#continues(command.control1)) letters.push('s', 'S');
    const before = this.#save();
    let best = before;
    for (const letter of letters) {
      this.#restore(before);
      this.#drawAs(letter, command);
      if (best === before || this.text.length < best.text.length) best = this.#save();
    }
    this.#restore(best);
  }

  /** Writes `command`, relative when `letter` is lower case; H and V are kept where the line is still level or upright. */
  draw(letter: string, command: DrawCommand): void {
    // A shorthand's first control point is implied by the command before it, which need not be the same any more.
    this.#drawAs(letter.replace('s', 'c').replace('S', 'C'), command);
  }

  #drawAs(letter: string, command: DrawCommand): void {
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
        this.#put(cased(lower === 's' ? 's' : 'c'), [
          ...(lower === 's' ? [] : this.#point(relative, command.control1)),
          ...this.#point(relative, command.control2),
          ...this.#point(relative, command.to),
        ]);
        this.#pen = command.to;
        this.#control = command.control2;
        return;
      case 'arc':
        this.#put(cased('a'), this.#arc(relative, command));
        this.#pen = command.to;
    }
  }

  #isPoint(command: DrawCommand): boolean {
    const points = [command.to];
    if (command.kind === 'quad') points.push(command.control);
    if (command.kind === 'cubic') points.push(command.control1, command.control2);
    return points.every((point) => this.#point(true, point).every((number) => number === '0'));
  }

  /** Whether a first control point is the one that S implies. */
  #continues(control: Point): boolean {
    if (this.#control === undefined) return false;
    const x = 2 * this.#pen.x - this.#control.x;
    const y = 2 * this.#pen.y - this.#control.y;
    return this.#print(control.x - x) === '0' && this.#print(control.y - y) === '0';
  }

  #save(): Saved {
    return {
      text: this.text,
      pen: this.#pen,
      control: this.#control,
      letter: this.#letter,
      lastNumber: this.#lastNumber,
    };
  }

  #restore(saved: Saved): void {
    this.text = saved.text;
    this.#pen = saved.pen;
    this.#control = saved.control;
    this.#letter = saved.letter;
    this.#lastNumber = saved.lastNumber;
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
    this.#control = undefined;
    this.#letter = letter;
    this.#lastNumber = numbers[numbers.length - 1]!;
  }
}

/** A radius or an angle: the double as it is, in the shortest decimals. */
function printExact(value: number): string {
  const text = String(value);
  return text.includes('e') ? printDecimal(value, 15, false) : text.replace(/^(-?)0\./, '$1.');
}
