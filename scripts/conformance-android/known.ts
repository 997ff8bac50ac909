/** A difference that is not the converter's. */
export interface Known {
  readonly why: string;
  /** Also from our own reader's drawing, which the same renderer made. */
  readonly isOfReader?: true;
  /** Only the picture of this name: `24`, `96`, `256`, `rtl`, `tint` or `alpha`; all when absent. */
  readonly picture?: string;
}

/** Icons whose source resvg-js 2.6 draws otherwise than SVG says or than Skia rounds, so that it is no measure; and how. */
export const KNOWN: ReadonlyMap<string, Known> = new Map([
  [
    'gradients/tiny-radius.svg',
    { why: 'drops a gradient whose radius is this small; SVG paints the last color', isOfReader: true },
  ],
  ['icons/figma/lock.svg', { why: 'does not read mask-type from a style attribute' }],
  [
    'resvg/tests/painting/context/in-nested-use-and-marker.svg',
    { why: 'does not know context-stroke; Android draws the reference picture of the case' },
  ],
  [
    'resvg/tests/masking/mask/mask-type-in-style.svg',
    {
      why: 'does not read mask-type from a style attribute; Android draws the reference picture of the case',
    },
  ],
  [
    'resvg/tests/paint-servers/radialGradient/fr=0.7.svg',
    { why: 'does not know fr; Android draws the reference picture of the case' },
  ],
  [
    'resvg/tests/structure/transform-origin/right-bottom.svg',
    { why: 'does not know transform-origin; Android draws the reference picture of the case' },
  ],
  [
    'heroicons/16/solid/battery-0.svg',
    {
      why: 'rounds one pixel otherwise than Skia of API 35 does, by 101 of 255, for the same geometry',
      isOfReader: true,
      picture: '24',
    },
  ],
  [
    'material/round/diversity_2.svg',
    {
      why: 'rounds one pixel otherwise than Skia of API 35 does, by 120 of 255, for the same geometry',
      isOfReader: true,
      picture: '24',
    },
  ],
]);

/** What is known of a picture; `reader` asks for our own reader's drawing of it instead of the source's. */
export function knownOf(icon: string, picture: string, reader = false): Known | undefined {
  const known = KNOWN.get(icon);
  if (known === undefined || (reader && known.isOfReader !== true)) return undefined;
  return known.picture === undefined || known.picture === picture ? known : undefined;
}
