import { diffArrays } from 'diff';
import { styleText } from 'node:util';

/** Unchanged pieces shown on either side of a change. */
const CONTEXT = 1;

/**
 * What changed from `before` to `after`, for reading. Icons are often one long line, so the text is cut into pieces
 * before each tag, attribute and subpath, and whole pieces are compared.
 */
export function printDiff(name: string, before: string, after: string, options: { color: boolean }): string {
  const paint = (style: 'red' | 'green' | 'bold' | 'dim', text: string): string =>
    options.color ? styleText(style, text) : text;
  const lines = [paint('bold', name)];
  const changes = diffArrays(pieces(before), pieces(after));
  for (const [index, { value, added, removed }] of changes.entries()) {
    if (added) lines.push(...value.map((piece) => paint('green', `  + ${piece}`)));
    else if (removed) lines.push(...value.map((piece) => paint('red', `  - ${piece}`)));
    else {
      const shown = elide(value, index > 0, index < changes.length - 1);
      lines.push(...shown.map((piece) => paint('dim', `    ${piece}`)));
    }
  }
  return lines.join('\n');
}

/** Without their outer space, which shows nothing; empty ones fall out. */
function pieces(text: string): string[] {
  return text
    .split(/\r?\n|(?=<)|(?<=>)|(?=\s[\w:-]+=["'])|(?<=[zZ])\s*(?=[mM])/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

function elide(same: readonly string[], changeBefore: boolean, changeAfter: boolean): string[] {
  const head = changeBefore ? CONTEXT : 0;
  const tail = changeAfter ? CONTEXT : 0;
  if (same.length <= head + tail + 1) return [...same];
  return [...same.slice(0, head), '…', ...(tail === 0 ? [] : same.slice(-tail))];
}
