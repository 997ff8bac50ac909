import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { printSvg } from '../../src/emit/svg.ts';
import { parseSvg } from '../../src/parse/svg.ts';
import { resolveIcon } from '../../src/resolve/icon.ts';
import { decodePng, difference, drawAtWidth } from './picture.ts';

/** The suite of one-feature SVGs with reference pictures, which is not part of the project. */
export const SUITE = new URL('../../../shared/cases/resvg', import.meta.url).pathname;

/** The share of pixels, at the reference's size, up to which a picture counts as the same. */
const SAME = 0.005;

export const VERDICTS = ['exact', 'refused', 'warned', 'silent'] as const;

export type Verdict = (typeof VERDICTS)[number];

export interface Outcome {
  readonly file: string;
  readonly verdict: Verdict;
  /** Of what is drawn from the IR; NaN without an IR. */
  readonly difference: number;
  readonly diagnostics: readonly Diagnostic[];
  /** What was drawn. */
  readonly svg?: string;
}

/** Files of the suite that have a reference, by path inside it. */
export function listSuite(): string[] {
  return readdirSync(SUITE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.svg') && !file.startsWith('resources/'))
    .filter((file) => existsSync(reference(file)))
    .toSorted();
}

const reference = (file: string): string => join(SUITE, file.replace(/svg$/, 'png'));

/** Resolves one file and holds what its IR draws against the reference. */
export function judge(file: string): Outcome {
  const { document, diagnostics: parsed } = parseSvg(readFileSync(join(SUITE, file), 'utf8'));
  const resolved = document === undefined ? undefined : resolveIcon(document);
  const diagnostics = [...parsed, ...(resolved?.diagnostics ?? [])];
  const icon = resolved?.icon;
  if (icon === undefined) return { file, verdict: 'refused', difference: Number.NaN, diagnostics };
  const expected = decodePng(readFileSync(reference(file)));
  const svg = printSvg(icon);
  const found = difference(drawAtWidth(svg, expected.width), expected);
  const isRefused = diagnostics.some(({ effect }) => effect === 'refused');
  const isExact = found <= SAME;
  const verdict = isRefused ? 'refused' : isExact ? 'exact' : diagnostics.length > 0 ? 'warned' : 'silent';
  return { file, verdict, difference: found, diagnostics, svg };
}
