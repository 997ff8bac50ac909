// The terminals of SVG 2's path grammar, character by character: this runs over every byte of every path, and sticky
// regular expressions took three times as long.

const TAB = 9;
const LINE_FEED = 10;
const FORM_FEED = 12;
const RETURN = 13;
const SPACE = 32;
const PLUS = 43;
const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;

/** The offset behind any white space at `offset`. */
export function skipSpace(text: string, offset: number): number {
  let at = offset;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > SPACE) break;
    if (code !== SPACE && code !== LINE_FEED && code !== TAB && code !== RETURN && code !== FORM_FEED) break;
  }
  return at;
}

/** The unit at `offset`, or 0 past the end: to look there makes V8 throw its compiled code away. */
function codeAt(text: string, offset: number): number {
  return offset < text.length ? text.charCodeAt(offset) : 0;
}

/** The offset behind white space with at most one comma in it. */
export function skipSeparator(text: string, offset: number): number {
  const at = skipSpace(text, offset);
  return codeAt(text, at) === COMMA ? skipSpace(text, at + 1) : at;
}

/** Whether a number starts at `offset`. */
export function startsNumber(text: string, offset: number): boolean {
  const sign = codeAt(text, offset);
  const at = sign === MINUS || sign === PLUS ? offset + 1 : offset;
  const first = codeAt(text, at) === POINT ? at + 1 : at;
  const code = codeAt(text, first);
  return code >= ZERO && code <= NINE;
}

/** The offset behind the number at `offset`; `offset` itself where none starts. */
export function endOfNumber(text: string, offset: number): number {
  let at = offset;
  const sign = codeAt(text, at);
  if (sign === MINUS || sign === PLUS) at += 1;
  const whole = at;
  at = skipDigits(text, at);
  let digits = at - whole;
  if (codeAt(text, at) === POINT) {
    const fraction = at + 1;
    const behind = skipDigits(text, fraction);
    if (digits === 0 && behind === fraction) return offset;
    digits += behind - fraction;
    at = behind;
  }
  if (digits === 0) return offset;
  const letter = codeAt(text, at) | 32;
  if (letter === 101) {
    const signed = codeAt(text, at + 1);
    const exponent = at + (signed === MINUS || signed === PLUS ? 2 : 1);
    const behind = skipDigits(text, exponent);
    if (behind > exponent) at = behind;
  }
  return at;
}

function skipDigits(text: string, offset: number): number {
  let at = offset;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > NINE) break;
  }
  return at;
}

const POWERS = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/** The number that `text` spells between two offsets: the nearest double. */
export function readNumber(text: string, start: number, end: number): number {
  // Up to fifteen digits and their power of ten are exact doubles, so one division rounds once, as it should.
  if (end - start > 15) return Number(text.slice(start, end));
  let digits = 0;
  let decimals = -1;
  for (let at = start; at < end; at += 1) {
    const code = codeAt(text, at);
    if (code >= ZERO && code <= NINE) {
      digits = digits * 10 + (code - ZERO);
      if (decimals >= 0) decimals += 1;
    } else if (code === POINT) decimals = 0;
    else if (code !== MINUS && code !== PLUS) return Number(text.slice(start, end));
  }
  const value = decimals > 0 ? digits / POWERS[decimals]! : digits;
  return codeAt(text, start) === MINUS ? -value : value;
}
