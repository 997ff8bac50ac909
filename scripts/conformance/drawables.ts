import { readFileSync } from 'node:fs';
import { printSvg } from '../../src/emit/svg.ts';
import { fixVectorDrawable } from '../../src/vector-drawable/fix.ts';
import { readVectorDrawable } from '../../src/vector-drawable/read.ts';
import { LIMIT, WIDTH, type Judged } from './outcome.ts';
import { decodePng, difference, drawAtWidth } from './picture.ts';
import { transcribe } from './transcribe.ts';

/**
 * A VectorDrawable as SVG, held against its PNG, which is Android Studio's drawing at 64 pixels or fewer, or against a
 * second reading by code of its own: the one where arcs and sizes are read as Android does, the other free of the
 * difference between two programs' edges.
 */
export function readOutcome(xml: string, png: string): Judged {
  const { icon, diagnostics } = readVectorDrawable(xml);
  if (icon === undefined)
    return { outcome: 'refused', detail: diagnostics.map(({ code }) => code).join(' ') };
  if (icon.android?.tint !== undefined) return { outcome: 'refused', detail: 'SVG has no tint' };
  const svg = printSvg(icon);
  const reference = decodePng(readFileSync(png));
  const drawn = difference(reference, drawAtWidth(svg, reference.width));
  const share = drawn <= LIMIT ? drawn : Math.min(drawn, differenceOfReadings(svg, xml));
  return { outcome: share <= LIMIT ? 'exact' : 'silent', detail: `${(share * 100).toFixed(2)} %` };
}

/** A repaired drawable must be the same picture as before, as versions see it that know fill types. */
export function fixOutcome(xml: string): Judged {
  const { output, diagnostics } = fixVectorDrawable(xml);
  const detail = [...new Set(diagnostics.map(({ code }) => code))].join(' ');
  const [before, after] = [xml, output ?? ''].map((text) => readVectorDrawable(text).icon);
  if (output === undefined || before === undefined) return { outcome: 'refused', detail };
  if (after === undefined) return { outcome: 'silent', detail: 'the output cannot be read' };
  const share = difference(drawAtWidth(printSvg(before), WIDTH), drawAtWidth(printSvg(after), WIDTH));
  return { outcome: share <= LIMIT ? 'exact' : 'silent', detail: `${(share * 100).toFixed(2)} % ${detail}` };
}

/** 1 where the second reading does not know what is in the file. */
function differenceOfReadings(svg: string, xml: string): number {
  try {
    return difference(drawAtWidth(svg, WIDTH), drawAtWidth(transcribe(xml, 'honoured'), WIDTH));
  } catch {
    return 1;
  }
}
