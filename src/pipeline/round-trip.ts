import { printSvg } from '../emit/svg.ts';
import type { Icon } from '../ir.ts';
import { conversionPreset } from '../optimize/presets.ts';
import { optimizeSvg } from '../optimize/svg.ts';
import { parseSvg } from '../parse/svg.ts';
import { resolveIcon } from '../resolve/icon.ts';

/**
 * `icon` as svgo leaves it: printed as canonical SVG, optimized, parsed and resolved again. Its spans lead into svgo's
 * text, not into the source. `failure` is why there is no such icon.
 */
export function throughSvgo(
  icon: Icon,
  config?: object,
): { readonly icon: Icon } | { readonly failure: string } {
  const optimized = optimizeSvg(printSvg(icon), config ?? conversionPreset(icon.viewport));
  if ('failure' in optimized) return optimized;
  const { document } = parseSvg(optimized.text);
  if (document === undefined) return { failure: 'its output is no SVG' };
  const { icon: resolved, diagnostics } = resolveIcon(document);
  if (resolved === undefined || diagnostics.some(({ effect }) => effect !== undefined)) {
    return { failure: 'its output cannot be read back' };
  }
  const { size, android } = icon;
  return { icon: { ...resolved, size, ...(android === undefined ? {} : { android }) } };
}
