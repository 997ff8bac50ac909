import { Resvg } from '@resvg/resvg-js';

/** How two pictures of one size differ, channel by channel of premultiplied RGBA. */
export interface Difference {
  /** The largest difference of a channel, 0 to 255. */
  readonly most: number;
  /** Pixels with a channel that differs by more than 64. */
  readonly visible: number;
}

/** Draws two SVG texts with an independent renderer, `side` pixels on the longer side, and compares them. */
export function comparePictures(before: string, after: string, side = 512): Difference {
  const a = draw(before, side);
  const b = draw(after, side);
  if (a.width !== b.width || a.height !== b.height) return { most: 255, visible: Infinity };
  let most = 0;
  let visible = 0;
  for (let pixel = 0; pixel < a.pixels.length; pixel += 4) {
    let worst = 0;
    for (let channel = 0; channel < 4; channel += 1)
      worst = Math.max(worst, Math.abs((a.pixels[pixel + channel] ?? 0) - (b.pixels[pixel + channel] ?? 0)));
    most = Math.max(most, worst);
    if (worst > 64) visible += 1;
  }
  return { most, visible };
}

function draw(svg: string, side: number): { width: number; height: number; pixels: Buffer } {
  const size = new Resvg(svg);
  const mode = size.width >= size.height ? 'width' : 'height';
  const { width, height, pixels } = new Resvg(svg, { fitTo: { mode, value: side } }).render();
  return { width, height, pixels };
}
