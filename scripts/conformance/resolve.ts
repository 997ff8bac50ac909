import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { Resvg } from '@resvg/resvg-js';

import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { printSvg } from '../../src/emit/svg.ts';
import { parseSvg } from '../../src/parse/svg.ts';
import { resolveIcon } from '../../src/resolve/icon.ts';
import { decodePng, difference, drawAtWidth } from './picture.ts';

/**
 * Holds the parser and the resolver against a suite of SVGs with reference pictures: what the IR draws must be the
 * reference, or the resolver must have said something.
 *
 *   npm run conformance:resolve [-- --show chapter/part/of/a/path] [--write folder]
 */
const SUITE = new URL('../../../shared/cases/resvg', import.meta.url).pathname;
/** The share of pixels, at the reference's size, up to which a picture counts as the same. */
const SAME = 0.005;

const only = process.argv.includes('--show') ? process.argv[process.argv.indexOf('--show') + 1] : undefined;

type Verdict = 'exact' | 'refused' | 'warned' | 'silent';

interface Outcome {
  readonly file: string;
  readonly verdict: Verdict;
  readonly difference: number;
  readonly diagnostics: readonly Diagnostic[];
}

function judge(file: string): Outcome {
  const { document, diagnostics: parsed } = parseSvg(readFileSync(join(SUITE, file), 'utf8'));
  const resolved = document === undefined ? undefined : resolveIcon(document);
  const diagnostics = [...parsed, ...(resolved?.diagnostics ?? [])];
  const icon = resolved?.icon;
  const isRefused = diagnostics.some(({ effect }) => effect === 'refused');
  if (icon === undefined || (isRefused && only === undefined))
    return { file, verdict: 'refused', difference: Number.NaN, diagnostics };
  const reference = decodePng(readFileSync(join(SUITE, file.replace(/svg$/, 'png'))));
  const svg = printSvg(icon);
  const found = difference(drawAtWidth(svg, reference.width), reference);
  if (process.argv.includes('--write')) writePictures(file, svg, reference.width);
  const verdict: Verdict = isRefused
    ? 'refused'
    : found <= SAME
      ? 'exact'
      : diagnostics.length > 0
        ? 'warned'
        : 'silent';
  return { file, verdict, difference: found, diagnostics };
}

function writePictures(file: string, svg: string, width: number): void {
  const folder = process.argv[process.argv.indexOf('--write') + 1] as string;
  mkdirSync(folder, { recursive: true });
  const name = join(folder, file.replaceAll('/', '__'));
  writeFileSync(name, svg);
  writeFileSync(
    name.replace(/svg$/, 'png'),
    new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng(),
  );
}

function listFiles(): string[] {
  return readdirSync(SUITE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.svg') && existsSync(join(SUITE, file.replace(/svg$/, 'png'))))
    .filter((file) => !relative('resources', file).startsWith('image'))
    .toSorted();
}

const outcomes = listFiles()
  .filter((file) => file !== 'resources/image.svg' && (only === undefined || file.includes(only)))
  .map((file) => judge(file));

const VERDICTS: readonly Verdict[] = ['exact', 'refused', 'warned', 'silent'];
const chapters = new Map<string, Record<Verdict, number>>();
for (const { file, verdict } of outcomes) {
  const [top, second] = file.split('/');
  for (const chapter of [top === 'tests' ? (second as string) : (top as string), 'all']) {
    const counts = chapters.get(chapter) ?? { exact: 0, refused: 0, warned: 0, silent: 0 };
    counts[verdict] += 1;
    chapters.set(chapter, counts);
  }
}
console.log(`${'chapter'.padEnd(16)}${VERDICTS.map((verdict) => verdict.padStart(9)).join('')}`);
for (const [chapter, counts] of [...chapters].toSorted(([a], [b]) =>
  a === 'all' ? 1 : b === 'all' ? -1 : a < b ? -1 : 1,
))
  console.log(
    `${chapter.padEnd(16)}${VERDICTS.map((verdict) => String(counts[verdict]).padStart(9)).join('')}`,
  );
for (const { file, verdict, difference: share, diagnostics } of outcomes) {
  if (verdict === 'exact' || (verdict === 'refused' && only === undefined)) continue;
  console.log(
    `${verdict}  ${(share * 100).toFixed(2)} %  ${file}  ${diagnostics.map(({ code }) => code).join(' ')}`,
  );
}
process.exitCode = outcomes.some(({ verdict }) => verdict === 'silent') ? 1 : 0;
