const COMMENT = /\/\*[^]*?(?:\*\/|$)/g;

/** CSS with a space for each comment, also for one that is left open. */
export const withoutComments = (css: string): string => css.replace(COMMENT, ' ');

/** Brackets of a style sheet inside one another; who reads it does so by recursion. */
const DEEPEST = 64;

/** What is left open reaches as far as it can: else each of many would be looked for up to the end. */
const TOKEN = /\/\*[^]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?|[{}()[\]]/g;

/** Whether brackets in a style sheet stand too deep in one another to be read; those in strings and comments do not count. */
export function isNestedDeep(css: string): boolean {
  let depth = 0;
  for (const [token] of css.matchAll(TOKEN)) {
    if (/^[{([]/.test(token)) depth += 1;
    else if (/^[})\]]/.test(token)) depth = Math.max(0, depth - 1);
    if (depth > DEEPEST) return true;
  }
  return false;
}
