/** What a unit is in pixels; undefined for one that nothing here knows. */
export type UnitSize = (unit: string) => number | undefined;

/** Characters. What is nested is read by recursion, and nobody writes a longer calculation. */
const LONGEST = 2_000;

/**
 * A length or a number, or what `calc()`, `min()`, `max()` and `clamp()` make of such, in pixels; undefined for what is
 * none. Plain numbers count as pixels, as SVG has it.
 *
 * @see https://www.w3.org/TR/css-values-4/#calc-syntax
 */
export function pixelsOf(text: string, sizeOf: UnitSize): number | undefined {
  if (text.length > LONGEST) return undefined;
  const words =
    text
      .trim()
      .toLowerCase()
      .match(/(?<![a-z-])[a-z-]+\(|(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?(?:[a-z]+|%)?|[-+*/(),]|\s+|[^]/g) ??
    [];
  const cursor = { at: 0 };
  const value = term(words, cursor, sizeOf);
  return cursor.at === words.length && value !== undefined && Number.isFinite(value) ? value : undefined;
}

interface Cursor {
  at: number;
}

function blank(words: readonly string[], cursor: Cursor): void {
  while (/^\s+$/.test(words[cursor.at] ?? '')) cursor.at += 1;
}

function sum(words: readonly string[], cursor: Cursor, sizeOf: UnitSize): number | undefined {
  let total = factors(words, cursor, sizeOf);
  for (;;) {
    blank(words, cursor);
    const sign = words[cursor.at];
    if (total === undefined || (sign !== '+' && sign !== '-')) return total;
    cursor.at += 1;
    const next = factors(words, cursor, sizeOf);
    if (next === undefined) return undefined;
    total += sign === '+' ? next : -next;
  }
}

function factors(words: readonly string[], cursor: Cursor, sizeOf: UnitSize): number | undefined {
  let total = term(words, cursor, sizeOf);
  for (;;) {
    blank(words, cursor);
    const sign = words[cursor.at];
    if (total === undefined || (sign !== '*' && sign !== '/')) return total;
    cursor.at += 1;
    const next = term(words, cursor, sizeOf);
    if (next === undefined) return undefined;
    total = sign === '*' ? total * next : total / next;
  }
}

function term(words: readonly string[], cursor: Cursor, sizeOf: UnitSize): number | undefined {
  blank(words, cursor);
  const word = words[cursor.at] ?? '';
  cursor.at += 1;
  if (word === '-' || word === '+') {
    const value = term(words, cursor, sizeOf);
    return value === undefined ? undefined : word === '-' ? -value : value;
  }
  if (word.endsWith('(')) {
    const parts: number[] = [];
    do {
      const part = sum(words, cursor, sizeOf);
      blank(words, cursor);
      if (part === undefined) return undefined;
      parts.push(part);
    } while (words[cursor.at++] === ',');
    return words[cursor.at - 1] === ')' ? called(word, parts) : undefined;
  }
  const [, digits, unit = ''] = /^([\d.]+(?:e[-+]?\d+)?)([a-z]+|%)?$/.exec(word) ?? [];
  if (digits === undefined) return undefined;
  const size = unit === '' ? 1 : sizeOf(unit);
  return size === undefined ? undefined : Number(digits) * size;
}

function called(name: string, parts: readonly number[]): number | undefined {
  const [first, second, third] = parts;
  if (name === 'min(') return Math.min(...parts);
  if (name === 'max(') return Math.max(...parts);
  if (name === 'clamp(' && parts.length === 3)
    return Math.max(first as number, Math.min(second as number, third as number));
  return (name === 'calc(' || name === '(') && parts.length === 1 ? first : undefined;
}
