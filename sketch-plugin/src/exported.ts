import { convert } from '../../src/pipeline/convert.ts';
import { fix } from '../../src/pipeline/fix.ts';
import { resourceName } from '../../src/emit/resource-name.ts';
import type { ConvertOptions } from '../../src/pipeline/result.ts';
import { attempt, coreOptions, errorsOf } from './core.ts';
import type { ExportedFile, Host } from './host.ts';
import { printOf, type Done, type Memory } from './memory.ts';
import { sizeFault, type Settings } from './settings.ts';

/** What became of the exported files. */
export interface Outcome {
  readonly files: number;
  readonly repaired: number;
  readonly reversed: number;
  readonly written: number;
  /** Of those written, Android files that only a renderer could prove, which a plugin has none of. */
  readonly unverified: number;
  /** Files with problems. */
  readonly faulty: number;
  readonly problems: readonly string[];
  /** Of all files, SVG or XML, those whose content is another now. */
  readonly changed: number;
  readonly done: Memory['done'];
}

/**
 * Repairs and optimizes each exported SVG in place and writes its Android XML. Other formats and what the settings skip
 * are left alone, and so is what is not there yet: an action is also called as it begins. What goes wrong with one file
 * is a problem with its layer's name; the others are done.
 *
 * Safe to run again on the same files: what an earlier call has left right is not looked at again, as the XML is made
 * from what Sketch wrote and not from what was made of it.
 */
export function treatExported(host: Host, settings: Settings, earlier: Memory): Outcome {
  const files = host.exported().filter((file) => isTreated(file, settings) && host.exists(file.path));
  const names = new Map<string, string>();
  const sum = { repaired: 0, reversed: 0, written: 0, unverified: 0, changed: 0 };
  const problems: string[] = [];
  const done: Record<string, Done> = { ...earlier.done };
  const settled = JSON.stringify(settings);
  let faulty = 0;
  for (const file of files) {
    const { path } = file;
    const before = earlier.done[path];
    delete done[path];
    if (before !== undefined && isStillDone(host, before, { path, settled, isSoon: earlier.isSoon })) {
      if (before.target !== undefined) names.set(before.target, path);
      done[path] = before;
    } else {
      const treated = treatFile({ host, settings, names, sum }, file);
      done[path] = { ...treated, print: printOf(textAt(host, path), settled) };
    }
    const lines = done[path]?.problems ?? [];
    problems.push(...lines);
    if (lines.length > 0) faulty += 1;
  }
  return { files: files.length, ...sum, faulty, problems, done };
}

/** Whether a file is as an earlier call left it. What went wrong may go right at the next export. */
function isStillDone(
  host: Host,
  { print, problems, target }: Done,
  now: { readonly path: string; readonly settled: string; readonly isSoon: boolean },
): boolean {
  if (problems.length > 0 && !now.isSoon) return false;
  if (target !== undefined && !host.exists(target)) return false;
  return printOf(textAt(host, now.path), now.settled) === print;
}

/** Empty for what is no text. */
function textAt(host: Host, path: string): string {
  try {
    return host.readText(path);
  } catch {
    return '';
  }
}

interface Run {
  readonly host: Host;
  readonly settings: Settings;
  /** The file that each target is for. */
  readonly names: Map<string, string>;
  readonly sum: { repaired: number; reversed: number; written: number; unverified: number; changed: number };
}

/** Treats one file; what goes wrong is given as lines with its layer's name. */
function treatFile(run: Run, file: ExportedFile): Omit<Done, 'print'> {
  const { host, settings, sum } = run;
  const { path } = file;
  const lines: string[] = [];
  const complain = (what: string): unknown => lines.push(`${file.layer || baseName(path)}: ${what}`);
  let outcome = 'left as Sketch wrote it. ';
  let target: string | undefined;
  attempt(
    settings,
    (what) => complain(`${outcome}${what}`),
    () => {
      const source = host.readText(path);
      const tooLarge = sizeFault(source, settings);
      if (tooLarge !== undefined) return complain(`${outcome}${tooLarge}`);
      const options = coreOptions(host, settings);
      const fixed = fix(source, options);
      for (const fault of errorsOf(fixed.diagnostics)) complain(fault);
      if (fixed.output === undefined) return undefined;
      if (fixed.output !== source) {
        host.writeText(path, fixed.output);
        sum.changed += 1;
      }
      const changes = fixed.repairs.filter(({ method }) => method === 'reversed' || method === 'split');
      if (changes.length > 0) sum.repaired += 1;
      sum.reversed += changes.reduce((total, repair) => total + repair.reversed, 0);
      outcome = 'no Android file. ';
      if (settings.android) target = writeAndroid(run, file, source, { options, complain });
      return undefined;
    },
  );
  return { problems: lines, ...(target === undefined ? {} : { target }) };
}

function isTreated({ path, format, layer }: ExportedFile, { skipSuffix, skipLayers }: Settings): boolean {
  if (format.toLowerCase() !== 'svg' && !/\.svg$/i.test(path)) return false;
  if (skipSuffix !== '' && baseName(path).endsWith(skipSuffix)) return false;
  return !skipLayers.split(',').some((pattern) => matches(layer, pattern.trim()));
}

/** Whether `name` is of the form of `pattern`, in which * stands for any text. */
function matches(name: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return pattern !== '' && new RegExp(`^${parts.join('.*')}$`, 's').test(name);
}

/** Writes the XML of one icon, unless it is refused or its name is taken, and says where. */
function writeAndroid(
  { host, settings, names, sum }: Run,
  { path }: ExportedFile,
  source: string,
  { options, complain }: { readonly options: ConvertOptions; readonly complain: (what: string) => unknown },
): string | undefined {
  const target = `${folderFor(host, settings, path)}/${resourceName(baseName(path))}.xml`;
  const owner = names.get(target);
  // The two actions name the same file twice; that is no collision.
  if (owner !== undefined && owner !== path) {
    complain(`${target} is already the Android file of ${baseName(owner)}; rename one of the layers.`);
    return undefined;
  }
  names.set(target, path);
  const { output, fidelity, diagnostics } = convert(source, options);
  if (output === undefined) {
    for (const fault of errorsOf(diagnostics)) complain(`no Android file. ${fault}`);
    return undefined;
  }
  if (!host.exists(target) || host.readText(target) !== output) {
    host.writeText(target, output);
    sum.changed += 1;
  }
  sum.written += 1;
  if (fidelity === 'unverified') sum.unverified += 1;
  return target;
}

/** The settings' folder, from that of the SVG at `path` where it does not begin at the disk's or at home. */
function folderFor(host: Host, { folder }: Settings, path: string): string {
  const own = path.slice(0, path.lastIndexOf('/'));
  const given = host.expandHome(folder).replace(/\/+$/, '');
  if (folder === '') return own;
  return folder.startsWith('/') || given.startsWith('/') ? given : `${own}/${given}`;
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.svg$/i, '');

/** One sentence for the foot of the window, in a designer's words. */
export function summary({ files, repaired, reversed, written, unverified, faulty }: Outcome): string {
  const parts = [`${count(files, 'icon')} checked`, `${repaired} repaired`];
  if (reversed > 0) parts.push(`${count(reversed, 'path')} reversed`);
  if (written > 0) parts.push(count(written, 'Android file'));
  return sentence(parts, unverified, faulty);
}

/** The same for layers that were only written as Android files. */
export function androidSummary(written: number, unverified: number, faulty: number): string {
  return sentence([`${count(written, 'Android file')} written`], unverified, faulty);
}

function sentence(parts: readonly string[], unverified: number, faulty: number): string {
  const notes: string[] = [];
  if (unverified > 0) notes.push(`${unverified} of them not proven: look at them, or convert with windproof`);
  if (faulty > 0) notes.push(`${faulty} not right`);
  return `windproof: ${[...parts, ...notes].join(', ')}.`;
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
