import { convert } from '../../src/pipeline/convert.ts';
import { fix } from '../../src/pipeline/fix.ts';
import { resourceName } from '../../src/emit/resource-name.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { ExportedFile, Host } from './host.ts';
import { sizeFault, type Settings } from './settings.ts';

/** What became of the exported files. */
export interface Outcome {
  readonly files: number;
  readonly repaired: number;
  readonly reversed: number;
  readonly written: number;
  /** Of those written, Android files that only a renderer could prove, which a plugin has none of. */
  readonly unverified: number;
  readonly problems: readonly string[];
  /** Of all files, SVG or XML, those whose content is another now. */
  readonly changed: number;
}

/**
 * Repairs and optimizes each exported SVG in place and writes its Android XML. Other formats and what the settings skip
 * are left alone, and so is what is not there yet: an action is also called as it begins. What goes wrong with one file
 * is a problem with its layer's name; the others are done.
 *
 * Safe to run again on the same files: what is already right is not written.
 */
export function treatExported(host: Host, settings: Settings): Outcome {
  const files = host.exported().filter((file) => isTreated(file, settings) && host.exists(file.path));
  const names = new Map<string, string>();
  let [repaired, reversed, written, unverified, changed] = [0, 0, 0, 0, 0];
  const write = (path: string, text: string): void => {
    host.writeText(path, text);
    changed += 1;
  };
  const problems: string[] = [];
  for (const file of files) {
    const complain = (what: string): unknown =>
      problems.push(`${file.layer || baseName(file.path)}: ${what}`);
    try {
      const source = host.readText(file.path);
      const tooLarge = sizeFault(source, settings);
      if (tooLarge !== undefined) {
        complain(tooLarge);
        continue;
      }
      // The renderer of the command line is too large for a plugin: regions alone decide here.
      const fixed = fix(source, { optimize: settings.optimize, allowUnverified: true });
      for (const fault of errorsOf(fixed.diagnostics)) complain(fault);
      if (fixed.output === undefined) continue;
      if (fixed.output !== source) write(file.path, fixed.output);
      const changes = fixed.repairs.filter(({ method }) => method === 'reversed' || method === 'split');
      if (changes.length > 0) repaired += 1;
      reversed += changes.reduce((sum, repair) => sum + repair.reversed, 0);
      if (!settings.android) continue;
      const done = writeAndroid(host, settings, file, source, { names, complain, write });
      if (done !== 'refused') written += 1;
      if (done === 'unverified') unverified += 1;
    } catch (error) {
      complain(error instanceof Error ? error.message : String(error));
    }
  }
  return { files: files.length, repaired, reversed, written, unverified, problems, changed };
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

/** Writes the XML of one icon, unless it is refused or its name is taken, and says whether it is proven. */
function writeAndroid(
  host: Host,
  settings: Settings,
  { path }: ExportedFile,
  source: string,
  run: {
    /** The file that each target is for. */
    readonly names: Map<string, string>;
    readonly complain: (what: string) => unknown;
    readonly write: (path: string, text: string) => void;
  },
): 'written' | 'unverified' | 'refused' {
  const { names, complain, write } = run;
  const folder = settings.folder === '' ? path.slice(0, path.lastIndexOf('/')) : settings.folder;
  const target = `${folder}/${resourceName(baseName(path))}.xml`;
  const owner = names.get(target);
  // The two actions name the same file twice; that is no collision.
  if (owner !== undefined && owner !== path) {
    complain(`${target} is already the Android file of ${baseName(owner)}; rename one of the layers.`);
    return 'refused';
  }
  names.set(target, path);
  const converted = convert(source, {
    minSdk: settings.minSdk,
    optimize: settings.optimize,
    allowUnverified: true,
  });
  if (converted.output === undefined) {
    for (const fault of errorsOf(converted.diagnostics)) complain(`no Android file. ${fault}`);
    return 'refused';
  }
  if (!host.exists(target) || host.readText(target) !== converted.output) write(target, converted.output);
  return converted.fidelity === 'unverified' ? 'unverified' : 'written';
}

function errorsOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ message, help }) => `${message} ${help}`);
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.svg$/i, '');

/** One sentence for the foot of the window, in a designer's words. */
export function summary({ files, repaired, reversed, written, unverified, problems }: Outcome): string {
  const parts = [`${count(files, 'icon')} checked`, `${repaired} repaired`];
  if (reversed > 0) parts.push(`${count(reversed, 'path')} reversed`);
  if (written > 0) parts.push(count(written, 'Android file'));
  return sentence(parts, unverified, problems.length);
}

/** The same for layers that were only written as Android files. */
export function androidSummary(written: number, unverified: number, problems: number): string {
  return sentence([`${count(written, 'Android file')} written`], unverified, problems);
}

function sentence(parts: readonly string[], unverified: number, problems: number): string {
  const notes: string[] = [];
  if (unverified > 0) notes.push(`${unverified} of them not proven: look at them, or convert with windproof`);
  if (problems > 0) notes.push(`${problems} not right`);
  return `windproof: ${[...parts, ...notes].join(', ')}.`;
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
