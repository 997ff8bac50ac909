import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { UsageError } from '../errors.ts';
import { systemReason } from '../node/files/read.ts';
import type { LoadedConfig } from '../node/config-file.ts';
import { writeNamed } from './write-named.ts';

/**
 * Findings that a project lives with for now: how many of each rule in each file. Counts, not lines, so that an edit
 * elsewhere in the file does not bring them back; one more than the count brings all of them.
 */
export interface Baseline {
  readonly schemaVersion: 1;
  readonly files: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export const BASELINE_NAME = 'windproof-suppressions.json';

const NONE: Baseline = { schemaVersion: 1, files: {} };

/** Where the baseline lies: beside the configuration, else in the nearest folder upwards that has one, else here. */
export function baselineFolder(loaded: LoadedConfig, cwd: string): string {
  if (loaded.path !== undefined) return loaded.folder;
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, BASELINE_NAME))) return folder;
    if (folder === dirname(folder)) return cwd;
  }
}

/** The baseline at `path`; an empty one where there is no file. Throws a UsageError when it is not one. */
export async function readBaseline(path: string): Promise<Baseline> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return NONE;
    throw new UsageError(`${path} cannot be read: ${systemReason(error)}.`);
  }
  try {
    const parsed = JSON.parse(text) as Partial<Baseline>;
    if (parsed.schemaVersion === 1 && typeof parsed.files === 'object') return parsed as Baseline;
  } catch {
    // Said below, as for any other content.
  }
  throw new UsageError(`${path} is no file of suppressions; --suppress-all writes one.`);
}

interface FoundIn {
  /** Relative to the folder of the baseline, with forward slashes, wherever windproof was started. */
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** A file's findings without those that the baseline lives with. */
export function withoutBaseline({ path, diagnostics }: FoundIn, baseline: Baseline): readonly Diagnostic[] {
  const allowed = baseline.files[path];
  if (allowed === undefined) return diagnostics;
  const counts = countByRule(diagnostics);
  return diagnostics.filter(({ code }) => (counts[code] ?? 0) > (allowed[code] ?? 0));
}

/** The baseline with all that was found in the files looked at. Info is no problem and needs none. */
export function withAll(baseline: Baseline, files: readonly FoundIn[]): Baseline {
  const found = new Map(Object.entries(baseline.files));
  for (const { path, diagnostics } of files)
    found.set(path, countByRule(diagnostics.filter(({ severity }) => severity !== 'info')));
  const entries = [...found].filter(([, counts]) => Object.keys(counts).length > 0);
  return { schemaVersion: 1, files: Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** The baseline without what is no longer found in the files that were looked at, and without files that are gone. */
export function pruned(baseline: Baseline, files: readonly FoundIn[], folder: string): Baseline {
  const looked = new Map(files.map(({ path, diagnostics }) => [path, countByRule(diagnostics)]));
  const entries = Object.entries(baseline.files).map(([path, allowed]) => {
    const found = looked.get(path);
    if (found === undefined) return [path, existsSync(join(folder, path)) ? allowed : {}] as const;
    const left = Object.entries(allowed)
      .map(([rule, count]) => [rule, Math.min(count, found[rule] ?? 0)] as const)
      .filter(([, count]) => count > 0);
    return [path, Object.fromEntries(left)] as const;
  });
  return {
    schemaVersion: 1,
    files: Object.fromEntries(entries.filter(([, left]) => Object.keys(left).length > 0)),
  };
}

export async function writeBaseline(path: string, baseline: Baseline): Promise<void> {
  await writeNamed(path, `${JSON.stringify(baseline, undefined, 2)}\n`);
}

function countByRule(diagnostics: readonly Diagnostic[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code } of diagnostics) counts[code] = (counts[code] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
