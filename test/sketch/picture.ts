import { Resvg } from '@resvg/resvg-js';

/** How many pixels of two SVGs differ: the share of those with a channel off by more than 32, longer side 256. */
export function difference(a: string, b: string): number {
  const [first, second] = [draw(a), draw(b)];
  if (first.width !== second.width || first.height !== second.height) return 1;
  let differing = 0;
  for (let index = 0; index < first.pixels.length; index += 4) {
    let worst = 0;
    for (let channel = index; channel < index + 4; channel += 1) {
      worst = Math.max(worst, Math.abs((first.pixels[channel] ?? 0) - (second.pixels[channel] ?? 0)));
    }
    if (worst > 32) differing += 1;
  }
  return differing / (first.pixels.length / 4);
}

/** Share of pixels that are not transparent. */
export function coverage(svg: string): number {
  const { pixels } = draw(svg);
  let covered = 0;
  for (let index = 3; index < pixels.length; index += 4) if ((pixels[index] ?? 0) > 127) covered += 1;
  return covered / (pixels.length / 4);
}

function draw(svg: string) {
  const size = new Resvg(svg);
  const mode = size.width >= size.height ? 'width' : 'height';
  const { width, height, pixels } = new Resvg(svg, { fitTo: { mode, value: 256 } }).render();
  return { width, height, pixels };
}
