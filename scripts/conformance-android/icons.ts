import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import type { ConvertedWith } from './convert-icon.ts';
import { iconSets, type IconSet as PackSet } from '../conformance/packs.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const FIXTURES = join(ROOT, 'fixtures');
const CASES = resolve(ROOT, '../shared/cases');

/** An icon to convert. `kind` is the row of the table that it counts in. */
export interface SourceIcon {
  readonly kind: string;
  readonly name: string;
  readonly svg: string;
  /** Drawn for this set, so shown on the contact sheet. */
  readonly isOwn: boolean;
  readonly options?: ConvertedWith;
}

export interface IconSet {
  readonly icons: readonly SourceIcon[];
  /** A line for each part of the set that is not to be had here. */
  readonly absent: readonly string[];
}

/**
 * The set: fixtures/android by folder, which has every kind of output, and again as written for API 24; fixtures/icons;
 * icons with a tint, and with paths too long for one string or for lint; and `perPack` icons at even distances of each
 * pack and of each collection of real cases.
 */
export function gatherIcons(perPack: number): IconSet {
  const absent: string[] = [];
  const part = (kind: string, folder: string, most = Infinity): SourceIcon[] => {
    if (!existsSync(folder)) {
      absent.push(`${kind}: not here`);
      return [];
    }
    const files = globSync('**/*.svg', { cwd: folder, ignore: [] }).toSorted();
    const stride = Math.max(1, Math.ceil(files.length / most));
    return files
      .filter((_, index) => index % stride === 0)
      .map((file) => ({ kind, name: file, svg: readFileSync(join(folder, file), 'utf8'), isOwn: false }));
  };
  const own = part('own', join(FIXTURES, 'android')).map((icon) => ({
    ...icon,
    kind: icon.name.split('/')[0] ?? icon.kind,
    name: basename(icon.name),
    isOwn: true,
  }));
  const long = { kind: 'long', name: 'grid.svg', svg: grid(), isOwn: true };
  const icons = [
    ...own,
    ...own.map((icon) => variant(icon, 'for API 24', { minSdk: 24 })),
    ...own
      .filter(({ kind }) => TINTED.includes(kind))
      .map((icon) => variant(icon, 'tinted', { tint: '#CC2266AA' })),
    long,
    variant(long, 'long', { splitLongPaths: true }),
    ...part('icons', join(FIXTURES, 'icons')),
    ...packs(absent).flatMap(({ name, folder }) => part(name, folder, perPack)),
    ...['svg2vector', 'resvg/tests'].flatMap((name) => part(name, join(CASES, name), 4 * perPack)),
  ];
  return { icons, absent };
}

/** Kinds of plain and translucent colors, of which a tint leaves the alpha. */
const TINTED = ['fills', 'opacity', 'clips'];

function variant(icon: SourceIcon, kind: string, options: ConvertedWith): SourceIcon {
  const name =
    icon.kind === kind ? `${icon.name} (${Object.keys(options).join()})` : `${icon.kind}/${icon.name}`;
  return { ...icon, kind, name, options };
}

/** The packs, fetched when they are not there yet. */
function packs(absent: string[]): readonly PackSet[] {
  try {
    return iconSets(join(tmpdir(), 'windproof-android'), []);
  } catch (error) {
    absent.push(`packs: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}

/** Many small squares in one path, whose data takes more bytes than a resource's string may have. */
function grid(): string {
  const squares = Array.from({ length: 47 * 47 }, (_, index) => {
    const x = 0.3 + 0.5 * (index % 47);
    const y = 0.3 + 0.5 * Math.floor(index / 47);
    return `M${x.toFixed(4)} ${y.toFixed(4)}l.35 .${10 + (index % 80)}h-.25v-.1234z`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path fill="#146" d="${squares.join('')}"/></svg>`;
}
