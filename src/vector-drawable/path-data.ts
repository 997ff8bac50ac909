import type { Span } from '../diagnostics/span.ts';
import type { Command } from '../path/command.ts';
import { parsePathData } from '../path/parse.ts';

/** A number as the platform's parser cuts it out. Offsets are into the path data. */
export interface NumberToken extends Span {
  readonly text: string;
  readonly value: number;
}

/** A letter with all the numbers up to the next one. */
export interface Verb {
  readonly letter: string;
  readonly start: number;
  readonly numbers: readonly NumberToken[];
}

export interface PlatformPathData {
  readonly verbs: readonly Verb[];
  readonly commands: readonly Command[];
  /** Where the parser of API 24 and later throws. */
  readonly crash?: Span & { readonly detail: string };
}

/** Numbers that a command takes each time, by its letter in lower case. */
export const ARITY: Readonly<Record<string, number>> = {
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

const SEPARATORS = /[ ,]*/y;
const NUMBER = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;

/**
 * Reads path data the way Android does from API 24 on: numbers split at spaces, commas, a minus and a second point; arc
 * flags are numbers like any other, so compact ones make the count wrong; the first command need not be a moveto; a
 * command without numbers is skipped, and so are numbers behind `z`. docs/android-facts.md shows each.
 *
 * @see https://android.googlesource.com/platform/frameworks/base/+/main/libs/hwui/PathParser.cpp
 */
export function readPathData(text: string): PlatformPathData {
  const verbs: Verb[] = [];
  let at = skip(text, SEPARATORS, 0);
  const crash = (start: number, end: number, detail: string): PlatformPathData => ({
    verbs,
    commands: toCommands(verbs),
    crash: { start, end, detail },
  });
  if (at === text.length) return crash(0, text.length, 'it is empty');
  while (at < text.length) {
    const letter = text[at] as string;
    const start = at;
    const arity = ARITY[letter.toLowerCase()];
    if (arity === undefined) return crash(at, at + 1, `'${letter}' is no command`);
    at += 1;
    const numbers: NumberToken[] = [];
    for (;;) {
      at = skip(text, SEPARATORS, at);
      const end = skip(text, NUMBER, at);
      if (end === at) break;
      const written = text.slice(at, end);
      const isGlued = written[0] === '+' && /[\d.]/.test(text[at - 1] ?? '');
      if (isGlued) return crash(at, end, "'+' does not separate numbers");
      if (!Number.isFinite(Math.fround(Number(written)))) return crash(at, end, `${written} is out of range`);
      numbers.push({ text: written, value: Number(written), start: at, end });
      at = end;
    }
    const next = text[at];
    if (next !== undefined && ARITY[next.toLowerCase()] === undefined)
      return crash(at, at + 1, `'${next}' is no command`);
    if (arity > 0 && numbers.length % arity !== 0) {
      const some = numbers.length === 1 ? '1 number' : `${numbers.length} numbers`;
      return crash(start, at, `'${letter}' has ${some} and takes ${arity} each time`);
    }
    if (arity === 0) verbs.push({ letter, start, numbers: [] });
    else if (numbers.length > 0) verbs.push({ letter, start, numbers });
  }
  return { verbs, commands: toCommands(verbs) };
}

function skip(text: string, pattern: RegExp, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Written out in the grammar of SVG, of which what Android reads is then a part. */
function toCommands(verbs: readonly Verb[]): Command[] {
  const first = verbs[0];
  if (first === undefined) return [];
  const lead = first.letter.toLowerCase() === 'm' ? '' : 'M0 0';
  const text = verbs.map(({ letter, numbers }) => {
    const isArc = letter.toLowerCase() === 'a';
    const values = numbers.map(({ value }, index) =>
      isArc && (index % 7 === 3 || index % 7 === 4) ? (value === 0 ? 0 : 1) : value,
    );
    return `${letter}${values.join(' ')}`;
  });
  return parsePathData(lead + text.join('')).commands.map(({ command }) => command);
}
