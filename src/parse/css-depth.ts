/** Brackets of a style sheet inside one another; who reads it does so by recursion. */
const DEEPEST = 64;

/** Whether brackets in a style sheet stand too deep in one another to be read; those in strings and comments do not count. */
export function isNestedDeep(css: string): boolean {
  let depth = 0;
  for (const [token] of css.matchAll(
    /\/\*[^]*?\*\/|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'|[{}()[\]]/g,
  )) {
    if (/^[{([]/.test(token)) depth += 1;
    else if (/^[})\]]/.test(token)) depth = Math.max(0, depth - 1);
    if (depth > DEEPEST) return true;
  }
  return false;
}
