import type { Style } from './style/style.ts';

/** Elements with a viewport of their own, which the user agent's style sheet gives `overflow: hidden`. */
const VIEWPORTS: ReadonlySet<string> = new Set(['svg', 'symbol', 'marker', 'pattern']);

/** Whether an element with a viewport of its own cuts off what lies outside. */
export function isClipping(style: Style): boolean {
  const { text, owner } = style.value('overflow');
  if (text !== '') return !/^(?:visible|auto)$/i.test(text);
  return VIEWPORTS.has(owner.element.local) && owner.parent !== undefined;
}
