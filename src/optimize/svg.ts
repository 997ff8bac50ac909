import { optimize, type Config } from 'svgo/browser';

export type Optimized = { readonly text: string } | { readonly failure: string };

/**
 * Runs svgo over `svg`, text to text. `failure` is svgo's own word for why it could not: it throws on markup that it
 * does not like, and a plugin of the user's may throw at will.
 */
export function optimizeSvg(svg: string, config: Config): Optimized {
  try {
    return { text: optimize(svg, config).data };
  } catch (error) {
    return { failure: (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '' };
  }
}
