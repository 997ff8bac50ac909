/**
 * Bytes that windproof, Android Studio's converter and svg2vectordrawable write for the same icons of real packs.
 * Counted are icons that windproof and Studio both convert.
 *
 *   npm run bench:size            every 40th icon of each pack
 *   npm run bench:size -- 10      every 10th
 *   npm run bench:size -- 40 26   for API 26 as the oldest, not 21
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

const HERE = fileURLToPath(new URL('.', import.meta.url));
const every = Number(process.argv[2] ?? 40);
const minSdk = Number(process.argv[3] ?? 21);
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
const rows = new Map<string, Row>();
for (const { name, folder: original } of iconSets(work, [], every)) {
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
    row.markup += minified - pathDataOf(output);
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
console.log(
  '| pack | icons | SVG | windproof, minified | readable | Studio | of Studio | without path data | svg2vectordrawable | of it |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|');
for (const row of rows.values()) {
  const { studio, other } = row;
  const cells = [
    row.name,
    row.icons,
    row.source,
    row.minified,
    `${row.readable} (${ratio(row.readable, row.minified)})`,
    studio.bytes,
    ratio(row.minified, studio.bytes),
    ratio(row.markup, studio.bytes),
    other.bytes,
    ratio(other.ours, other.bytes),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
