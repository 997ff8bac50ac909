/** What the older renderer's reader of sheets passes over: conditions that a still picture on a light screen decides. */

const ALWAYS = /^(?:all|screen|\(\s*(?:prefers-color-scheme\s*:\s*light|scripting\s*:\s*none)\s*\))$/;
const NEVER = /^(?:print|speech|\(\s*prefers-(?:color-scheme\s*:\s*dark|contrast\s*:\s*(?:more|less))\s*\))$/;

/** Undefined for a condition that the screen's size, or something else unknown, decides. */
export function holdsOnScreen(query: string): boolean | undefined {
  const all = query.split(',').map((one) => {
    const plain = one
      .trim()
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .replace(/^only /, '');
    const isDenied = plain.startsWith('not ');
    const parts = plain.replace(/^not /, '').split(' and ');
    const holds = parts.some((part) => NEVER.test(part))
      ? false
      : parts.every((part) => part === '' || ALWAYS.test(part))
        ? true
        : undefined;
    return holds === undefined || !isDenied ? holds : !holds;
  });
  if (all.includes(true)) return true;
  return all.includes(undefined) ? undefined : false;
}
