import { optimize, type Config } from 'svgo/browser';

export type Optimized = { readonly text: string } | { readonly failure: string };

/** Of more than these, svgo takes most of a minute. */
export const SVGO_LIMITS = {
  /** svgo looks for each element among those beside it, plugin by plugin. Comments count like elements. */
  elements: 5000,
  /** Elements times selectors: it also holds each element against each selector of a style sheet, plugin by plugin. */
  matches: 500_000,
  /** UTF-16 units, most of which are a picture's or text's. */
  length: 2_000_000,
  /** Digits in a row: its patterns of numbers try each way to part them. */
  digits: 100,
} as const;

/**
 * Runs svgo over `svg`, text to text. `failure` is svgo's own word for why it could not: it throws on markup that it
 * does not like, and a plugin of the user's may throw at will.
 */
export function optimizeSvg(svg: string, config: Config): Optimized {
  if (svg.length > SVGO_LIMITS.length) return { failure: `the icon has ${svg.length} characters` };
  const elements = svg.match(/<(?:[^/?!]|!--)/g)?.length ?? 0;
  if (elements > SVGO_LIMITS.elements) return { failure: `the icon has ${elements} elements` };
  const selectors = countSelectors(svg);
  if (elements * selectors > SVGO_LIMITS.matches)
    return { failure: `the icon has ${elements} elements and ${selectors} selectors in its style sheets` };
  if (TOO_LONG.test(svg))
    return { failure: `the icon has numbers of more than ${SVGO_LIMITS.digits} digits` };
  try {
    return { text: optimize(svg, config).data };
  } catch (error) {
    return { failure: (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '' };
  }
}

const TOO_LONG = new RegExp(`\\d{${SVGO_LIMITS.digits + 1}}`);

/** No fewer than there are: each ends in a comma or a brace, and style sheets stand between tags. */
const countSelectors = (svg: string): number => svg.replace(/<[^!][^<>]*>/g, '').match(/[,{]/g)?.length ?? 0;
