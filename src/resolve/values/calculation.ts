/** A sum of CSS, read but not yet measured. */
export interface Calculation {
  /** False for a plain number, which is no length and cannot be added to one. */
  readonly isLength: boolean;
  /** The units in it, lower case. */
  readonly units: ReadonlySet<string>;
  /** Its value, given what one of each unit is. */
  readonly at: (sizeOf: (unit: string) => number) => number;
}

const TOKEN =
  /([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)([a-z]+|%)?|(calc|min|max|clamp)?(\()|( [+-] |\s*[*/]\s*|\s*,\s*)|(\))/y;

/** Characters. Each sum is measured by recursion, and nobody writes a longer one. */
const LONGEST = 2_000;

/**
 * Reads `calc()`, `min()`, `max()` or `clamp()` of lengths or of numbers; undefined for anything else, and for what CSS
 * does not allow: a length by a length, a sign without spaces, a number added to a length.
 *
 * @see https://www.w3.org/TR/css-values-4/#calc-syntax
 */
export function parseCalculation(text: string, isUnit: (unit: string) => boolean): Calculation | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\( | (?=\))/g, (word) => word.trim());
  if (plain.length > LONGEST || !/^(?:calc|min|max|clamp)\(/.test(plain)) return undefined;
  const reader = new Reader(plain, isUnit);
  const value = reader.value(0);
  return reader.isAtEnd ? value : undefined;
}

const DEEPEST = 32;
const NONE: ReadonlySet<string> = new Set();

class Reader {
  readonly #text: string;
  readonly #isUnit: (unit: string) => boolean;
  #at = 0;

  constructor(text: string, isUnit: (unit: string) => boolean) {
    this.#text = text;
    this.#isUnit = isUnit;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#text.length;
  }

  #next(): RegExpExecArray | undefined {
    TOKEN.lastIndex = this.#at;
    return TOKEN.exec(this.#text) ?? undefined;
  }

  value(depth: number): Calculation | undefined {
    const token = this.#next();
    if (token === undefined || depth > DEEPEST) return undefined;
    this.#at += token[0].length;
    const [, digits, unit = '', name = '', opening] = token;
    if (opening !== undefined) return this.#call(name, depth + 1);
    if (digits === undefined || (unit !== '' && !this.#isUnit(unit))) return undefined;
    const number = Number(digits);
    if (unit === '') return { isLength: false, units: NONE, at: () => number };
    return { isLength: true, units: new Set([unit]), at: (sizeOf) => number * sizeOf(unit) };
  }

  #call(name: string, depth: number): Calculation | undefined {
    const parts: Calculation[] = [];
    for (;;) {
      const part = this.#sum(depth);
      const end = this.#next()?.[0];
      if (part === undefined || end === undefined) return undefined;
      this.#at += end.length;
      parts.push(part);
      if (end === ')') break;
      if (end.trim() !== ',') return undefined;
    }
    const [first] = parts as [Calculation];
    const due = name === 'clamp' ? 3 : name === 'min' || name === 'max' ? parts.length : 1;
    if (parts.length !== due || parts.some(({ isLength }) => isLength !== first.isLength)) return undefined;
    return combine(parts, (values) => {
      if (name === 'min') return Math.min(...values);
      if (name === 'max') return Math.max(...values);
      const [least = 0, value = least, most = value] = values;
      return name === 'clamp' ? Math.max(least, Math.min(value, most)) : least;
    });
  }

  #sum(depth: number): Calculation | undefined {
    let total = this.#product(depth);
    for (let sign = this.#operator('+-'); total !== undefined && sign !== ''; sign = this.#operator('+-')) {
      const term = this.#product(depth);
      if (term === undefined || term.isLength !== total.isLength) return undefined;
      const factor = sign === '+' ? 1 : -1;
      total = combine([total, term], ([a = 0, b = 0]) => a + factor * b);
    }
    return total;
  }

  #product(depth: number): Calculation | undefined {
    let total = this.value(depth);
    for (let sign = this.#operator('*/'); total !== undefined && sign !== ''; sign = this.#operator('*/')) {
      const factor = this.value(depth);
      if (factor === undefined || (factor.isLength && (total.isLength || sign === '/'))) return undefined;
      const isDivided = sign === '/';
      total = combine([total, factor], ([a = 0, b = 0]) => (isDivided ? a / b : a * b));
    }
    return total;
  }

  /** One of `signs` where it stands next, else nothing. */
  #operator(signs: string): string {
    const [whole = '', , , , , sign] = this.#next() ?? [];
    const plain = sign?.trim() ?? '';
    if (plain === '' || !signs.includes(plain)) return '';
    this.#at += whole.length;
    return plain;
  }
}

function combine(
  parts: readonly Calculation[],
  calculate: (values: readonly number[]) => number,
): Calculation {
  return {
    isLength: parts.some(({ isLength }) => isLength),
    units: new Set(parts.flatMap(({ units }) => [...units])),
    at: (sizeOf) => calculate(parts.map((part) => part.at(sizeOf))),
  };
}
