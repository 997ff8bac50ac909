import { plainColor } from './color-value.ts';
import type { OlderForm } from './form.ts';
import { changeValues, closingOf } from './values.ts';

const COLORED: ReadonlySet<string> = new Set(['fill', 'stroke', 'color', 'stop-color', 'background-color']);

/** What CSS 3 has, with commas and plain numbers, the renderer reads. */
const OLD = /^(?:rgb|hsl)a?\(\s*[-+.\d]+%?\s*,\s*[-+.\d]+%?\s*,\s*[-+.\d]+%?\s*(?:,\s*[-+.\d]+\s*)?\)$/i;

const NEWER = /\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\(|\brebeccapurple\b/gi;

/** What a sheet may not hold for the renderer to read its colors. */
export function hasNewerColor(css: string): boolean {
  return older(css) !== css;
}

/** Colors of CSS Color 4 and 5 in channels of sRGB. */
export const colors: OlderForm = {
  feature: 'a color function of CSS 4',
  fixtures: [],
  rewrite: (document) => {
    let isUnknown = false;
    const edits = changeValues(document, COLORED, (_, value) => {
      const changed = older(value);
      if (changed === undefined) isUnknown = true;
      return changed === value ? undefined : changed;
    });
    return isUnknown ? 'unknown' : edits;
  },
};

/** Undefined where a color is one this does not know. */
function older(value: string): string | undefined {
  let result = '';
  let at = 0;
  NEWER.lastIndex = 0;
  for (let match = NEWER.exec(value); match !== null; match = NEWER.exec(value)) {
    const isCall = match[0].endsWith('(');
    const end = isCall ? closingOf(value, NEWER.lastIndex) + 1 : NEWER.lastIndex;
    const written = value.slice(match.index, end);
    const plain = OLD.test(written) ? written : plainColor(written);
    if (plain === undefined) return undefined;
    result += value.slice(at, match.index) + plain;
    at = end;
    NEWER.lastIndex = end;
  }
  return result + value.slice(at);
}
