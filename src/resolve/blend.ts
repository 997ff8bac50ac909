import type { Context, Scope } from './context.ts';
import type { Style } from './style/style.ts';

/**
 * Says that a blend mode is left out, unless nothing is painted yet for the element to blend with: on an empty backdrop
 * every mode draws as `normal`.
 */
export function reportBlending(style: Style, scope: Scope, context: Context): void {
  const { text, span } = style.value('mix-blend-mode');
  if (text.toLowerCase() === 'normal' || context.painted() === scope.isolatedAt) return;
  context.report('unsupported-blend-mode', { mode: text }, span);
}

/** Whether blend modes inside see only what the element itself paints. */
export function isIsolating(style: Style): boolean {
  return (
    style.keyword('isolation') === 'isolate' ||
    style.keyword('mix-blend-mode') !== 'normal' ||
    style.share('opacity') < 1 ||
    (['mask', 'filter', 'clip-path'] as const).some((property) => style.keyword(property) !== 'none')
  );
}
