import { Resvg } from '@resvg/resvg-js';

/** Straight from the renderer: premultiplied RGBA. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export function drawAtWidth(svg: string, width: number): Drawing {
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false },
  }).render();
  return { width: image.width, height: image.height, data: image.pixels };
}

/** A PNG's pixels, decoded by the renderer at their own size. */
export function decodePng(png: Buffer): Drawing {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const href = `data:image/png;base64,${png.toString('base64')}`;
  const image = `<image width="${width}" height="${height}" image-rendering="optimizeSpeed" href="${href}"/>`;
  return drawAtWidth(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`,
    width,
  );
}

/** A pixel differs when a channel does by more than this. */
const TOLERANCE = 32;

/** The share of pixels that differ, 1 for pictures of different sizes. */
export function difference(a: Drawing, b: Drawing): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  let count = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    for (let channel = 0; channel < 4; channel += 1) {
      const gap = Math.abs((a.data[at + channel] as number) - (b.data[at + channel] as number));
      if (gap > TOLERANCE) {
        count += 1;
        break;
      }
    }
  }
  return count / (a.width * a.height);
}
