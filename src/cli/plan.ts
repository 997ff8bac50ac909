import { existsSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { displayName, folderInTree } from '../node/files/find.ts';
import type { OutputKind } from '../pipeline/result.ts';
import type { Input } from './inputs.ts';
import { dayPath, nightFolder, type NightMark } from './night.ts';
import { outputName, type Naming } from './output-name.ts';

/** Where the output of one input goes, or why it cannot go there. */
export interface Planned {
  readonly input: Input;
  /** As messages and reports name it. */
  readonly name: string;
  readonly absolute: string;
  /** Of an icon for the night: where that of the day goes. */
  readonly day?: string;
  readonly problem?: Diagnostic;
}

export interface PlanOptions {
  readonly cwd: string;
  /** The output folder as given. */
  readonly out: string;
  readonly flat: boolean;
  /** Of the input alone: `keep` leaves its name as it is. */
  readonly kind: OutputKind | 'keep';
  readonly naming?: Naming;
  /** How the icons for the night are told; they go to the folder beside `out`. */
  readonly night?: readonly NightMark[];
}

const START = { start: 0, end: 0 };

/**
 * Where each input's output goes, settled before anything is written. Inputs that would share a file (also on a disk
 * that does not tell case) and outputs that would overwrite an input carry a problem.
 */
export function planOutputs(inputs: readonly Input[], options: PlanOptions): Planned[] {
  const planned = inputs.map((input) => {
    const inTree = dayPath(input.inTree, options.night ?? []);
    const folder = resolve(options.cwd, options.out);
    const file = outputPath(inTree ?? input.inTree, options);
    const day = resolve(folder, file);
    const absolute = inTree === undefined ? day : resolve(nightFolder(folder), file);
    const name = displayName(absolute, options.cwd);
    return { input, name, absolute, ...(inTree === undefined ? {} : { day }) };
  });
  const claims = new Map<string, string[]>();
  for (const { input, absolute } of planned) {
    const key = absolute.toLowerCase();
    claims.set(key, [...(claims.get(key) ?? []), input.name]);
  }
  const sources = new Set(inputs.map(({ absolute }) => absolute));
  return planned.map((plan) => {
    const problem = problemOf(plan, claims, sources, options.cwd);
    return problem === undefined ? plan : { ...plan, problem };
  });
}

/** Each input is its own output; standard input has none. */
export function planInPlace(inputs: readonly Input[]): Planned[] {
  return inputs.map((input) => ({ input, name: input.name, absolute: input.absolute ?? '' }));
}

function problemOf(
  { name, absolute, day, input }: Planned,
  claims: ReadonlyMap<string, readonly string[]>,
  sources: ReadonlySet<string | undefined>,
  cwd: string,
): Diagnostic | undefined {
  const others = (claims.get(absolute.toLowerCase()) ?? []).filter((other) => other !== input.name);
  if (others.length > 0) return diagnostic('name-collision', { path: name, others }, START);
  if (sources.has(absolute)) return diagnostic('output-is-source', { path: name }, START);
  if (day !== undefined && !claims.has(day.toLowerCase()) && !existsSync(day))
    return diagnostic('night-without-day', { path: displayName(day, cwd) }, START);
  return undefined;
}

function outputPath(inTree: string, { flat, kind, naming = {} }: PlanOptions): string {
  const inFolder = folderInTree(inTree);
  const folder = flat ? '' : inFolder;
  const file = posix.basename(inTree);
  if (kind === 'keep') return posix.join(folder, file);
  const stem = file.replace(/\.[^.]+$/, '');
  return posix.join(folder, kind === 'svg' ? `${stem}.svg` : `${outputName(stem, inFolder, naming)}.xml`);
}
