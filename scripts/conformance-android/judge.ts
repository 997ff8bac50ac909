import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import { PACKAGE, packResources } from './aapt.ts';
import { unpackClasses } from './archive.ts';
import type { Picture } from './picture.ts';

/** The API levels that draw: the oldest and the newest that work, and two between. test/android/pom.xml has each. */
export const LEVELS = [26, 30, 33, 35] as const;
export type Level = (typeof LEVELS)[number];

/** What to draw, and what an app does to the drawable first. */
export interface Drawing {
  /** Names the picture; letters, digits, `_` and `-`. */
  readonly key: string;
  readonly resource: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly rightToLeft?: boolean;
  /** As Android writes it: `#AARRGGBB`. */
  readonly tint?: string;
  /** 0 to 255; 255 when absent. */
  readonly alpha?: number;
}

export type Outcome =
  | {
      readonly kind: 'drawn';
      readonly picture: Picture;
      readonly intrinsic: { width: number; height: number };
    }
  | { readonly kind: 'threw'; readonly message: string };

export interface Judgement {
  /** What aapt2 said of the drawables that it refused. Their drawings have no outcome. */
  readonly refused: ReadonlyMap<string, string>;
  readonly aapt2Said: string;
  readonly outcome: (level: Level, key: string) => Outcome;
  readonly seconds: number;
}

const PROJECT = resolve(import.meta.dirname, '../../test/android');

export interface JudgeOptions {
  readonly levels?: readonly Level[];
  /** What inflates in the platform's place: a class, and the archives that hold it. */
  readonly library?: { readonly className: string; readonly archives: readonly string[] };
}

/**
 * Lets Android draw: packs `drawables` (resource name to XML) with aapt2, then inflates and draws on each of `levels`
 * what `drawings` asks for. Works in `folder`, which is emptied first.
 */
export function judge(
  folder: string,
  drawables: ReadonlyMap<string, string>,
  drawings: readonly Drawing[],
  { levels = LEVELS, library }: JudgeOptions = {},
): Judgement {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const packed = packResources(folder, drawables);
  const wanted = drawings.filter((drawing) => !packed.refused.has(drawing.resource));
  writeFileSync(join(folder, 'job.tsv'), wanted.map(toLine).join(''));
  writeRobolectricConfig(folder, packed);

  const start = performance.now();
  if (library !== undefined) unpackClasses(library.archives, join(folder, 'classpath'));
  runMaven(folder, levels, library?.className ?? '');
  const seconds = (performance.now() - start) / 1000;

  const results = new Map(levels.map((level) => [level, readResults(join(folder, 'out', String(level)))]));
  const byKey = new Map(drawings.map((drawing) => [drawing.key, drawing]));
  return {
    refused: packed.refused,
    aapt2Said: packed.said,
    seconds,
    outcome: (level, key) => {
      const line = results.get(level)?.get(key);
      const drawing = byKey.get(key);
      if (line === undefined || drawing === undefined)
        throw new Error(`${key} was not drawn on API ${level}`);
      if (line[0] === 'threw') return { kind: 'threw', message: line[1] ?? '' };
      const data = inflateSync(readFileSync(join(folder, 'out', String(level), `${key}.z`)));
      return {
        kind: 'drawn',
        picture: { width: drawing.width, height: drawing.height, data },
        intrinsic: { width: Number(line[2]), height: Number(line[3]) },
      };
    },
  };
}

function toLine(drawing: Drawing): string {
  return `${[
    drawing.key,
    drawing.resource,
    drawing.width,
    drawing.height,
    drawing.rightToLeft === true ? 'rtl' : 'ltr',
    drawing.tint ?? '-',
    drawing.alpha ?? 255,
  ].join('\t')}\n`;
}

/** Robolectric takes an app's resources from here, as the Android build writes it. */
function writeRobolectricConfig(folder: string, packed: { apk: string; manifest: string }): void {
  const place = join(folder, 'classpath', 'com', 'android', 'tools');
  mkdirSync(place, { recursive: true });
  const properties = {
    android_resource_apk: packed.apk,
    android_merged_manifest: packed.manifest,
    android_merged_assets: join(folder, 'assets'),
    android_custom_package: PACKAGE,
  };
  writeFileSync(
    join(place, 'test_config.properties'),
    Object.entries(properties)
      .map(([key, value]) => `${key}=${value}\n`)
      .join(''),
  );
}

/** The platforms could not be fetched, or not in reasonable time: nobody can judge here, and no icon is at fault. */
export class PlatformsUnavailable extends Error {}

/** Milliseconds for about 1 GB of jars. */
const FETCH_TIME = 600_000;

/** Offline first, so that a second run asks nobody; then online, for a first run to fetch what it needs. */
function runMaven(folder: string, levels: readonly Level[], className: string): void {
  const job = [
    `-Dwindproof.job=${folder}`,
    `-Dwindproof.levels=${levels.join(',')}`,
    ...(className === '' ? [] : [`-Dwindproof.compat=${className}`]),
  ];
  if (maven(['-o', 'test', ...job]).status === 0) return;
  const fetched = maven(['test-compile'], FETCH_TIME);
  if (fetched.status !== 0) {
    throw new PlatformsUnavailable(`Maven cannot fetch the platforms: ${firstError(fetched.stdout)}`);
  }
  const run = maven(['test', ...job]);
  if (run.status !== 0) throw new Error(`Maven failed:\n${run.stdout}${run.stderr}`);
}

function maven(args: readonly string[], timeout?: number): SpawnSyncReturns<string> {
  const quietly = ['-B', '-q', '-f', join(PROJECT, 'pom.xml'), ...args];
  return spawnSync('mvn', quietly, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...(timeout === undefined ? {} : { timeout }),
  });
}

function firstError(said: string): string {
  return /\[ERROR\] (.*)/.exec(said)?.[1] ?? 'it took too long';
}

function readResults(folder: string): Map<string, string[]> {
  const lines = readFileSync(join(folder, 'results.tsv'), 'utf8').split('\n').filter(Boolean);
  return new Map(
    lines.map((line) => {
      const [key = '', ...rest] = line.split('\t');
      return [key, rest];
    }),
  );
}
