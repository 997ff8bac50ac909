import { hrefOf, isSvg } from '../../parse/tree.ts';
import { forbidElements } from './forbid-elements.ts';

/** A bitmap inside does not scale, and a VectorDrawable cannot hold one. */
export const noRaster = forbidElements({
  name: 'no-raster',
  summary: 'Forbids bitmaps inside an icon.',
  message: (element) => {
    if (!isSvg(element, 'image') && !isSvg(element, 'feImage')) return undefined;
    const address = hrefOf(element)?.value.trim() ?? '';
    // A filter may take an element of the icon as its image.
    if (address.startsWith('#')) return undefined;
    return /^data:image\/svg|\.svg([?#]|$)/i.test(address)
      ? 'Another picture is inside this icon, as an image.'
      : 'A bitmap is inside this icon.';
  },
  help: 'Draw it with shapes, or take it out.',
});
