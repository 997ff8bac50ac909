import { Resvg } from '@resvg/resvg-js';
import type { Picture } from '../../src/ports.ts';

/** The port that the pipeline draws with, by the native renderer and without fonts. */
export function drawLongerSide(svg: string, longerSide: number): Picture {
  const options = { font: { loadSystemFonts: false } };
  const probe = new Resvg(svg, options);
  const mode = probe.width >= probe.height ? 'width' : 'height';
  const image = new Resvg(svg, { ...options, fitTo: { mode, value: longerSide } }).render();
  return { width: image.width, height: image.height, data: image.pixels };
}
