import { optimize, type Config } from 'svgo/browser';

export type Optimized = { readonly text: string } | { readonly failure: string };

/** svgo looks for each element among those beside it, plugin by plugin: of more elements that takes most of a minute. */
const MOST_ELEMENTS = 5000;

/** It also holds each element against each rule of a style sheet, plugin by plugin. */
const MOST_MATCHES = 500_000;

/**
 * Runs svgo over `svg`, text to text. `failure` is svgo's own word for why it could not: it throws on markup that it
 * does not like, and a plugin of the user's may throw at will.
 */
export function optimizeSvg(svg: string, config: Config): Optimized {
  const elements = svg.match(/<[^/?!]/g)?.length ?? 0;
  if (elements > MOST_ELEMENTS) return { failure: `the icon has ${elements} elements` };
  const rules = svg.match(/\{/g)?.length ?? 0;
  if (elements * rules > MOST_MATCHES)
    return { failure: `the icon has ${elements} elements and ${rules} rules of style sheets` };
  try {
    return { text: optimize(svg, config).data };
  } catch (error) {
    return { failure: (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '' };
  }
}
