import type { Point } from '../../src/geometry/point.ts';
import type { ArcCommand, Command } from '../../src/path/command.ts';
import { curvesOfApi21 } from './api21-arc.ts';

/**
 * What API 21 draws of path data, written from a description of its parser and as plainly as can be: the text is cut at
 * every letter, the pieces at spaces, commas and minus signs, and the parser's current point is not the path's own.
 *
 * @throws {Error} where that parser throws
 */
export function readAsApi21(text: string): Drawn[] {
  const pen = new Pen();
  let before = 'm';
  for (const piece of text.match(/^[^a-z]+|[a-z][^a-z]*/gi) ?? []) {
    const trimmed = piece.trim();
    if (trimmed === '') continue;
    const letter = trimmed[0] as string;
    const numbers = /z/i.test(letter) ? [] : numbersOf(trimmed.slice(1));
    pen.draw(letter, numbers, before);
    before = letter;
  }
  return pen.drawn;
}

function numbersOf(text: string): number[] {
  return [...text.matchAll(/-?[^ ,-]+|-/g)].map(([word]) => {
    if (!/^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(word)) throw new Error(`no number: ${word}`);
    return Number(word);
  });
}

/** A command as it was drawn: an arc by curves, whose ends and middles are given. */
export type Drawn = Command & { readonly passes?: readonly Point[] };

const TAKES: Readonly<Record<string, number>> = { h: 1, v: 1, c: 6, s: 4, q: 4, a: 7 };

class Pen {
  readonly drawn: Drawn[] = [];
  /** The parser's current point and the last control point. */
  #at: Point = { x: 0, y: 0 };
  #control: Point = { x: 0, y: 0 };
  /** The current point as the floats that it is; elsewhere their errors do not matter. */
  #floats: Point = { x: 0, y: 0 };
  /** Where the path stands: what it draws relatively starts here. */
  #end: Point = { x: 0, y: 0 };

  draw(letter: string, numbers: readonly number[], first: string): void {
    if (/z/i.test(letter)) {
      this.drawn.push({ kind: 'close' });
      return;
    }
    const count = TAKES[letter.toLowerCase()] ?? 2;
    let before = first;
    for (let index = 0; index < numbers.length; index += count) {
      const values = numbers.slice(index, index + count);
      if (values.length < count) throw new Error(`too few numbers for ${letter}`);
      this.#one(letter, values, before.toLowerCase());
      before = letter;
    }
  }

  #one(letter: string, values: readonly number[], before: string): void {
    const isRelative = letter === letter.toLowerCase();
    const floats = this.#floats;
    this.#floats = this.#addedInFloats(letter, values);
    const from = isRelative ? this.#end : { x: 0, y: 0 };
    const known = isRelative ? this.#at : { x: 0, y: 0 };
    const pair = (index: number, base = from): Point => ({
      x: base.x + (values[index] as number),
      y: base.y + (values[index + 1] as number),
    });
    switch (letter.toLowerCase()) {
      case 'm':
        return this.#go({ kind: 'move', to: pair(0) }, pair(0, known));
      case 'l':
        return this.#go({ kind: 'line', to: pair(0) }, pair(0, known));
      case 'h': {
        const x = values[0] as number;
        const to = isRelative ? { x: from.x + x, y: from.y } : { x, y: this.#at.y };
        return this.#go({ kind: 'line', to }, { x: known.x + x, y: this.#at.y });
      }
      case 'v': {
        const y = values[0] as number;
        const to = isRelative ? { x: from.x, y: from.y + y } : { x: this.#at.x, y };
        return this.#go({ kind: 'line', to }, { x: this.#at.x, y: known.y + y });
      }
      case 'c':
        this.#control = pair(2, known);
        return this.#go({ kind: 'cubic', control1: pair(0), control2: pair(2), to: pair(4) }, pair(4, known));
      case 's': {
        const control1 = this.#reflected('cs', before, isRelative);
        this.#control = pair(0, known);
        return this.#go({ kind: 'cubic', control1, control2: pair(0), to: pair(2) }, pair(2, known));
      }
      case 'q':
        this.#control = pair(0, known);
        return this.#go({ kind: 'quad', control: pair(0), to: pair(2) }, pair(2, known));
      case 't': {
        const control = this.#reflected('qt', before, isRelative);
        this.#control = control;
        return this.#go({ kind: 'quad', control, to: pair(0) }, pair(0, known));
      }
      case 'a':
        return this.#arc(values, pair(5, known), floats);
    }
  }

  #addedInFloats(letter: string, values: readonly number[]): Point {
    const f = Math.fround;
    const [a, b] = values.slice(-2) as [number, number];
    const { x, y } = this.#floats;
    if (letter === 'h') return { x: f(x + f(a)), y };
    if (letter === 'H') return { x: f(a), y };
    if (letter === 'v') return { x, y: f(y + f(a)) };
    if (letter === 'V') return { x, y: f(a) };
    return letter === letter.toLowerCase() ? { x: f(x + f(a)), y: f(y + f(b)) } : { x: f(a), y: f(b) };
  }

  /** The control point mirrored, or the current point where the command before has none. */
  #reflected(letters: string, before: string, isRelative: boolean): Point {
    const base = isRelative ? this.#end : this.#at;
    if (!letters.includes(before)) return base;
    return { x: base.x + this.#at.x - this.#control.x, y: base.y + this.#at.y - this.#control.y };
  }

  /** Arcs are worked out from the parser's point, and drawn in curves of which there may be none. */
  #arc([rx = 0, ry = 0, rotation = 0, large, sweep]: readonly number[], to: Point, floats: Point): void {
    if (rx === 0 || ry === 0) throw new Error('a radius of 0 gives no numbers');
    const arc: ArcCommand = { kind: 'arc', rx, ry, rotation, large: large !== 0, sweep: sweep !== 0, to };
    const passes = curvesOfApi21(floats, { ...arc, to: this.#floats });
    this.#control = to;
    if (passes.length > 0) this.#go({ ...arc, passes }, to);
    else this.#at = to;
  }

  #go(command: Exclude<Drawn, { kind: 'close' }>, known: Point): void {
    this.drawn.push(command);
    this.#end = command.to;
    this.#at = known;
  }
}
