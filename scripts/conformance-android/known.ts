/** Icons that resvg-js 2.6 draws otherwise than SVG says, so that its picture of the source is no measure; and how. */
export const KNOWN: ReadonlyMap<string, string> = new Map([
  ['gradients/tiny-radius.svg', 'drops a gradient whose radius is this small; SVG paints the last color'],
  ['icons/figma/lock.svg', 'does not read mask-type from a style attribute'],
  [
    'resvg/tests/masking/mask/mask-type-in-style.svg',
    'does not read mask-type from a style attribute; Android draws the reference picture of the case',
  ],
  [
    'resvg/tests/paint-servers/radialGradient/fr=0.7.svg',
    'does not know fr; Android draws the reference picture of the case',
  ],
  [
    'resvg/tests/structure/transform-origin/right-bottom.svg',
    'does not know transform-origin; Android draws the reference picture of the case',
  ],
]);
