/** A half-open range of a source text: UTF-16 offsets, `start` ≤ `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** 1-based, as editors count. Columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets of one text into lines and columns. CR, LF and CRLF each end a line. */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    const newline = /\r\n|\r|\n/g;
    while (newline.test(text)) this.#starts.push(newline.lastIndex);
  }

  positionAt(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] as number) + 1 };
  }
}

/** For what concerns an icon as a whole. */
export const WHOLE: Span = { start: 0, end: 0 };
