/** A difference that is the renderer's: from the source's drawing, and from that of our own reader's, which it made too. */
export interface Known {
  readonly why: string;
  /** Only the picture of this name: `24`, `96`, `256`, `rtl`, `tint` or `alpha`; all when absent. */
  readonly picture?: string;
}

/** Icons that resvg-js 2.6 draws otherwise than Skia does. */
export const KNOWN: ReadonlyMap<string, Known> = new Map([
  [
    'heroicons/16/solid/battery-0.svg',
    {
      why: 'rounds one pixel otherwise than Skia of API 35 does, by 101 of 255, for the same geometry',
      picture: '24',
    },
  ],
  [
    'material/round/diversity_2.svg',
    {
      why: 'rounds one pixel otherwise than Skia of API 35 does, by 120 of 255, for the same geometry',
      picture: '24',
    },
  ],
]);

/** What is known of a picture. */
export function knownOf(icon: string, picture: string): Known | undefined {
  const known = KNOWN.get(icon);
  return known?.picture === undefined || known.picture === picture ? known : undefined;
}
