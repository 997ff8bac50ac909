/**
 * Bytes that windproof, Android Studio's converter and svg2vectordrawable write for the same icons of real packs.
 * Counted are icons that windproof and Studio both convert.
 *
 *   npm run bench:size                      every 20th icon of each pack
 *   npm run bench:size -- 1                 all of them
 *   npm run bench:size -- 5 21 ionicons     every 5th of one pack
 *   npm run bench:size -- 20 26             for API 26 as the oldest, not 21
 *
 * The columns of one and two decimals are what our elements would take with path data of so few, whatever became of the
 * picture: a bound, and no output.
 *
 * Needs Java 17 and Maven, which fetches Studio's converter.
 */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { iconSets } from '../scripts/conformance/packs.ts';
import { convert } from '../src/index.ts';
import { loadDraw } from '../src/node/draw.ts';
import { printPathData } from '../src/path/compact.ts';
import { parsePathData } from '../src/path/parse.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const every = Number(process.argv[2] ?? 20);
const minSdk = Number(process.argv[3] ?? 21);
const only = process.argv.slice(4);
const work = mkdtempSync(join(tmpdir(), 'bench-size-'));
const draw = await loadDraw();
if (draw === undefined) throw new Error('There is no renderer to judge pictures with.');

const { default: svg2vectordrawable } = (await import(
  join(HERE, 'node_modules/svg2vectordrawable/src/svg-to-vectordrawable.js')
)) as { default: (svg: string) => Promise<string> };

const classpath = join(work, 'classpath');
execFileSync('mvn', ['-q', '-B', 'dependency:build-classpath', `-Dmdep.outputFile=${classpath}`], {
  cwd: join(HERE, 'studio'),
  stdio: 'inherit',
});

/** A column: bytes where both convert. */
interface Tally {
  bytes: number;
}

interface Row {
  readonly name: string;
  icons: number;
  minified: number;
  /** What of it is no path data: no converter can write less. */
  markup: number;
  /** With path data of one decimal and of two, whatever became of the picture. */
  readonly rounded: [number, number];
  readable: number;
  source: number;
  readonly studio: Tally;
  /** Over the icons that it converts as well, with windproof's bytes for those. */
  readonly other: Tally & { ours: number };
}

/** The icons with black for currentColor, which Studio's converter copies and the build then refuses. */
function inBlack(from: string, to: string): string {
  for (const path of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.svg')) continue;
    mkdirSync(dirname(join(to, path)), { recursive: true });
    const svg = readFileSync(join(from, path), 'utf8');
    writeFileSync(join(to, path), svg.replaceAll('currentColor', '#000'));
  }
  return to;
}

const bytes = (text: string): number => Buffer.byteLength(text);
const pathDataOf = (xml: string): number =>
  [...xml.matchAll(/android:pathData="([^"]*)"/g)].reduce((sum, [, data = '']) => sum + bytes(data), 0);

/** The path data of `xml` at so few decimals, each point anywhere within its rounding. */
function roundedPathDataOf(xml: string, decimals: number): number {
  let sum = 0;
  for (const [path, data = ''] of xml.matchAll(/<(?:path|clip-path) [^>]*android:pathData="([^"]*)"/g)) {
    const commands = parsePathData(data).commands.map(({ command }) => command);
    sum += printPathData(commands, {
      decimals,
      tolerance: 10 ** -decimals,
      leadingZero: minSdk < 23,
      careful: minSdk < 26,
      stroked: path.includes('strokeColor'),
    }).length;
  }
  return sum;
}

const rows = new Map<string, Row>();
for (const { name, folder: original } of iconSets(work, only, every)) {
  const folder = inBlack(original, join(work, 'icons', name));
  const studioFolder = join(work, 'studio', name);
  mkdirSync(studioFolder, { recursive: true });
  execFileSync(
    'java',
    ['-cp', readFileSync(classpath, 'utf8').trim(), join(HERE, 'studio/Convert.java'), folder, studioFolder],
    { stdio: ['ignore', 'ignore', 'ignore'] },
  );
  const icons = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.svg'),
  );
  for (const path of icons) {
    const svg = readFileSync(join(folder, path), 'utf8');
    const studioPath = join(studioFolder, `${path}.xml`);
    const { output } = convert(svg, { draw, minSdk });
    if (output === undefined || !existsSync(studioPath)) continue;
    const studio = readFileSync(studioPath, 'utf8');
    const kind = /\sstroke(-width)?="(?!none)/.test(svg) ? 'stroked' : 'filled';
    const key = `${name}, ${kind}`;
    const row = rows.get(key) ?? {
      name: key,
      icons: 0,
      minified: 0,
      markup: 0,
      rounded: [0, 0],
      readable: 0,
      source: 0,
      studio: { bytes: 0 },
      other: { bytes: 0, ours: 0 },
    };
    rows.set(key, row);
    // The two differ in white space between elements alone.
    const minified = bytes(output.replace(/\n */g, ''));
    row.icons += 1;
    row.source += bytes(svg);
    row.minified += minified;
    const markup = minified - pathDataOf(output);
    row.markup += markup;
    row.rounded[0] += markup + roundedPathDataOf(output, 1);
    row.rounded[1] += markup + roundedPathDataOf(output, 2);
    row.readable += bytes(output);
    row.studio.bytes += bytes(studio);
    const other = await svg2vectordrawable(svg).catch(() => undefined);
    if (typeof other !== 'string') continue;
    row.other.bytes += bytes(other);
    row.other.ours += minified;
  }
}
rmSync(work, { recursive: true, force: true });

const ratio = (a: number, b: number): string => (b === 0 ? '–' : (a / b).toFixed(3));

/** One row of several: a pack's, or those of all packs of one kind. */
function print(name: string, several: readonly Row[]): void {
  const sum = (of: (row: Row) => number): number => several.reduce((total, row) => total + of(row), 0);
  const [minified, studio] = [sum((row) => row.minified), sum((row) => row.studio.bytes)];
  const [readable, other] = [sum((row) => row.readable), sum((row) => row.other.bytes)];
  const cells = [
    name,
    sum((row) => row.icons),
    sum((row) => row.source),
    minified,
    `${readable} (${ratio(readable, minified)})`,
    studio,
    ratio(minified, studio),
    ratio(
      sum((row) => row.rounded[1]),
      studio,
    ),
    ratio(
      sum((row) => row.rounded[0]),
      studio,
    ),
    ratio(
      sum((row) => row.markup),
      studio,
    ),
    other,
    ratio(
      sum((row) => row.other.ours),
      other,
    ),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

console.log(
  '| pack | icons | SVG | windproof, minified | readable | Studio | of Studio | at 2 decimals | at 1 | without path data | svg2vectordrawable | of it |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|---|---|');
for (const row of rows.values()) print(row.name, [row]);
for (const kind of ['filled', 'stroked'])
  print(
    `all, ${kind}`,
    [...rows.values()].filter(({ name }) => name.endsWith(kind)),
  );
