import { readFileSync } from 'node:fs';
import { printSvg } from '../../src/emit/svg.ts';
import { loadDraw } from '../../src/node/draw.ts';
import { convert } from '../../src/pipeline/convert.ts';
import { readVectorDrawable } from '../../src/vector-drawable/read.ts';
import { inOlderForm } from '../../src/verify/older/rewrite.ts';
import { decodePng, difference, drawAtWidth, type Drawing } from './picture.ts';

/** Best first. */
export const OUTCOMES = ['exact', 'approximate', 'refused', 'silent'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The share of pixels that may differ from the reference. */
export const LIMIT = 0.005;
/** Width to draw at where there is no reference picture. */
export const WIDTH = 256;

export interface Judged {
  readonly outcome: Outcome;
  /** The share of pixels that differ, and the codes of what was said. */
  readonly detail: string;
}

export interface Row extends Judged {
  /** The folder of the suite, and where the level matters `@` and the lowest API level converted for. */
  readonly suite: string;
  /** Path inside the suite. */
  readonly file: string;
}

const draw = await loadDraw();

/** Converts `source` and holds the result against the PNG at `reference`, or against the source as drawn. */
export async function outcomeOf(
  source: string,
  reference: string | undefined,
  minSdk: number,
): Promise<Judged> {
  // A turn of the event loop, in which a renderer that a hostile file brought down is replaced.
  await new Promise((resolve) => setImmediate(resolve));
  const result = convert(source, { minSdk, draw });
  const codes = [
    ...new Set(result.diagnostics.filter(({ effect }) => effect !== undefined).map(({ code }) => code)),
  ];
  if (result.output === undefined) return { outcome: 'refused', detail: codes.join(' ') };
  const { icon } = readVectorDrawable(result.output);
  if (icon === undefined) return { outcome: 'silent', detail: 'the output cannot be read' };
  const wanted: Drawing =
    reference === undefined
      ? drawAtWidth(inOlderForm(source).text, WIDTH)
      : decodePng(readFileSync(reference));
  const share = difference(wanted, drawAtWidth(printSvg(icon), wanted.width));
  const detail = `${(share * 100).toFixed(2)} % ${codes.join(' ')}`;
  // The picture decides, not what the converter says of itself.
  if (share <= LIMIT) return { outcome: 'exact', detail };
  return { outcome: result.fidelity === 'approximate' ? 'approximate' : 'silent', detail };
}

/** A line for each row that does worse than `baseline` says. */
export function worsened(rows: readonly Row[], baseline: Readonly<Record<string, Outcome>>): string[] {
  return rows.flatMap(({ suite, file, outcome, detail }) => {
    const before = baseline[`${suite}/${file}`];
    const isWorse = before !== undefined && OUTCOMES.indexOf(outcome) > OUTCOMES.indexOf(before);
    return isWorse ? [`worse: ${suite}/${file} was ${before} and is ${outcome} (${detail})`] : [];
  });
}
