import { isSvg, textOf } from '../../parse/tree.ts';
import { forbidElements } from './forbid-elements.ts';

/** Text depends on the fonts of whoever looks; a VectorDrawable has none. */
export const noText = forbidElements({
  name: 'no-text',
  summary: 'Forbids text that is not outlined.',
  message: (element) => {
    const text = isSvg(element, 'text') ? textOf(element).trim().replace(/\s+/g, ' ') : '';
    return text === '' ? undefined : `The text '${text.slice(0, 40)}' is not outlined.`;
  },
  help: 'Convert it to outlines (Sketch: Layer > Convert to Outlines) and export again.',
});
