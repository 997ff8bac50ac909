import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { oldestParserFaults } from '../../src/verify/oldest-parser.ts';
import { transcribe, type Reading } from './transcribe.ts';

const LONGER_SIDE = 256;

export interface Comparison {
  /** What is wrong with the output; empty when all is right. */
  readonly faults: readonly string[];
  /** Share of pixels that differ, the worse of both readings. */
  readonly difference: number;
}

/** Holds one output against its source: the same picture in both readings, and nothing in it that may not be. */
export default function compare({ source, output }: { source: string; output: string }): Comparison {
  const svg = readFileSync(source, 'utf8');
  const xml = readFileSync(output, 'utf8');
  const unread = oldestParserFaults(xml, { minSdk: 21, gradients: true }).map(({ detail }) => detail);
  const faults = [...new Set(unread)];
  // Where no fill type is written, both readings are one.
  const readings: readonly Reading[] = xml.includes('fillType') ? ['honoured', 'ignored'] : ['ignored'];
  const before = draw(forOldRenderer(svg));
  let worst = 0;
  for (const reading of readings) {
    try {
      const { share, solid } = differ(before, draw(transcribe(xml, reading)));
      worst = Math.max(worst, share);
      if (share > 0.001 || solid)
        faults.push(`another picture with fill types ${reading}: ${percent(share)}`);
    } catch (error) {
      faults.push((error as Error).message);
    }
  }
  return { faults, difference: worst };
}

/** resvg 2.6 reads `mask-type`, which Figma puts into `style`, from the attribute alone. */
export const forOldRenderer = (svg: string): string =>
  svg.replaceAll(/style="mask-type:\s*(alpha|luminance);?"/g, 'mask-type="$1"');

interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

function draw(svg: string): Drawn {
  const { width: w, height: h } = new Resvg(svg);
  const fitTo =
    w >= h
      ? ({ mode: 'width', value: LONGER_SIDE } as const)
      : ({ mode: 'height', value: LONGER_SIDE } as const);
  const image = new Resvg(svg, { fitTo, font: { loadSystemFonts: false } }).render();
  return { width: image.width, height: image.height, pixels: image.pixels };
}

/** `solid`: some 3x3 block differs entirely. A pixel differs by a channel of more than 32, premultiplied. */
function differ(a: Drawn, b: Drawn): { share: number; solid: boolean } {
  if (a.width !== b.width || a.height !== b.height) return { share: 1, solid: true };
  const { width, height } = a;
  const differs = new Uint8Array(width * height);
  let count = 0;
  for (let pixel = 0; pixel < differs.length; pixel++) {
    for (let channel = pixel * 4; channel < pixel * 4 + 4; channel++) {
      if (Math.abs((a.pixels[channel] as number) - (b.pixels[channel] as number)) > 32) differs[pixel] = 1;
    }
    count += differs[pixel] as number;
  }
  return { share: count / differs.length, solid: count > 8 && hasSolidBlock(differs, width, height) };
}

function hasSolidBlock(differs: Uint8Array, width: number, height: number): boolean {
  const isSolid = (x: number, y: number): boolean => {
    for (let at = y * width + x; at <= (y + 2) * width + x; at += width) {
      if (differs[at] === 0 || differs[at + 1] === 0 || differs[at + 2] === 0) return false;
    }
    return true;
  };
  for (let y = 0; y + 2 < height; y++) {
    for (let x = 0; x + 2 < width; x++) if (isSolid(x, y)) return true;
  }
  return false;
}

const percent = (share: number): string => `${(share * 100).toFixed(2)} % of the pixels`;
