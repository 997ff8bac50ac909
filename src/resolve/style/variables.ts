/** No custom property of an icon is longer; sheets that double a property again and again end here. */
const LONGEST = 10_000;
const DEEPEST = 32;

/**
 * `text` with each `var(--name, fallback)` replaced, or undefined when one has neither value nor fallback, refers to
 * itself, or grows without bound.
 *
 * @see https://www.w3.org/TR/css-variables-1/#substitute-a-var
 */
export function substituteVariables(
  text: string,
  lookUp: (name: string) => string | undefined,
  open: readonly string[] = [],
  known: Known = new Map(),
): string | undefined {
  if (open.length > DEEPEST || text.length > LONGEST) return undefined;
  let result = '';
  let at = 0;
  const call = /var\(/gi;
  for (let match = call.exec(text); match !== null; match = call.exec(text)) {
    const inside = call.lastIndex;
    const end = closingParenthesis(text, inside);
    const comma = text.slice(inside, end).indexOf(',');
    const name = text.slice(inside, comma < 0 ? end : inside + comma).trim();
    const fallback = comma < 0 ? undefined : text.slice(inside + comma + 1, end).trim();
    const value =
      (open.includes(name) ? undefined : valueOf(name, lookUp, open, known)) ??
      (fallback === undefined ? undefined : substituteVariables(fallback, lookUp, [...open, name], known));
    if (value === undefined || result.length + value.length > LONGEST) return undefined;
    result += text.slice(at, match.index) + value;
    at = Math.min(end + 1, text.length);
    call.lastIndex = at;
  }
  return (result + text.slice(at)).trim();
}

/** What variables stand for, each worked out once: of ten in each of ten there are many, and all may be empty. */
type Known = Map<string, string | undefined>;

function valueOf(
  name: string,
  lookUp: (name: string) => string | undefined,
  open: readonly string[],
  known: Known,
): string | undefined {
  if (known.has(name)) return known.get(name);
  const own = lookUp(name);
  const value = own === undefined ? undefined : substituteVariables(own, lookUp, [...open, name], known);
  known.set(name, value);
  return value;
}

function closingParenthesis(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}
