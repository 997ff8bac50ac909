import { optimize, type Config } from 'svgo/browser';

export type Optimized = { readonly text: string } | { readonly failure: string };

/** Of more than these, svgo takes most of a minute. */
export const SVGO_LIMITS = {
  /** svgo looks for each element among those beside it, plugin by plugin. */
  elements: 5000,
  /** Elements times selectors: it also holds each element against each selector of a style sheet, plugin by plugin. */
  matches: 500_000,
} as const;

/**
 * Runs svgo over `svg`, text to text. `failure` is svgo's own word for why it could not: it throws on markup that it
 * does not like, and a plugin of the user's may throw at will.
 */
export function optimizeSvg(svg: string, config: Config): Optimized {
  const elements = svg.match(/<[^/?!]/g)?.length ?? 0;
  if (elements > SVGO_LIMITS.elements) return { failure: `the icon has ${elements} elements` };
  const selectors = countSelectors(svg);
  if (elements * selectors > SVGO_LIMITS.matches)
    return { failure: `the icon has ${elements} elements and ${selectors} selectors in its style sheets` };
  try {
    return { text: optimize(svg, config).data };
  } catch (error) {
    return { failure: (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '' };
  }
}

/** No fewer than there are: each ends in a comma or a brace, and style sheets stand between tags. */
const countSelectors = (svg: string): number => svg.replace(/<[^!][^<>]*>/g, '').match(/[,{]/g)?.length ?? 0;
