import { posix, resolve } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { resourceName } from '../emit/resource-name.ts';
import { displayName, folderInTree } from '../node/files/find.ts';
import type { OutputKind } from '../pipeline.ts';
import type { Input } from './inputs.ts';

/** Where the output of one input goes, or why it cannot go there. */
export interface Planned {
  readonly input: Input;
  /** As messages and reports name it. */
  readonly name: string;
  readonly absolute: string;
  readonly problem?: Diagnostic;
}

export interface PlanOptions {
  readonly cwd: string;
  /** The output folder as given. */
  readonly out: string;
  readonly flat: boolean;
  /** Of the input alone: `keep` leaves its name as it is. */
  readonly kind: OutputKind | 'keep';
}

const START = { start: 0, end: 0 };

/**
 * Where each input's output goes, settled before anything is written. Inputs that would share a file (also on a disk
 * that does not tell case) and outputs that would overwrite an input carry a problem.
 */
export function planOutputs(inputs: readonly Input[], options: PlanOptions): Planned[] {
  const planned = inputs.map((input) => {
    const inTree = outputPath(input.inTree, options);
    const absolute = resolve(options.cwd, options.out, inTree);
    return { input, name: displayName(absolute, options.cwd), absolute };
  });
  const claims = new Map<string, string[]>();
  for (const { input, absolute } of planned) {
    const key = absolute.toLowerCase();
    claims.set(key, [...(claims.get(key) ?? []), input.name]);
  }
  const sources = new Set(inputs.map(({ absolute }) => absolute));
  return planned.map((plan) => {
    const problem = problemOf(plan, claims.get(plan.absolute.toLowerCase()) ?? [], sources);
    return problem === undefined ? plan : { ...plan, problem };
  });
}

/** Each input is its own output; standard input has none. */
export function planInPlace(inputs: readonly Input[]): Planned[] {
  return inputs.map((input) => ({ input, name: input.name, absolute: input.absolute ?? '' }));
}

function problemOf(
  { name, absolute, input }: Planned,
  claimants: readonly string[],
  sources: ReadonlySet<string | undefined>,
): Diagnostic | undefined {
  const others = claimants.filter((other) => other !== input.name);
  if (others.length > 0) return diagnostic('name-collision', { path: name, others }, START);
  if (sources.has(absolute)) return diagnostic('output-is-source', { path: name }, START);
  return undefined;
}

function outputPath(inTree: string, { flat, kind }: PlanOptions): string {
  const folder = flat ? '' : folderInTree(inTree);
  const file = posix.basename(inTree);
  if (kind === 'keep') return posix.join(folder, file);
  const stem = file.replace(/\.[^.]+$/, '');
  return posix.join(folder, kind === 'svg' ? `${stem}.svg` : `${resourceName(stem)}.xml`);
}
