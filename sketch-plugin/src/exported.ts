import { convert } from '../../src/pipeline/convert.ts';
import { fix } from '../../src/pipeline/fix.ts';
import { resourceName } from '../../src/emit/resource-name.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { ExportedFile, Host } from './host.ts';
import type { Settings } from './settings.ts';

/** What became of the exported files. */
export interface Outcome {
  readonly files: number;
  readonly repaired: number;
  readonly reversed: number;
  readonly written: number;
  /** Of those written, Android files that only a renderer could prove, which a plugin has none of. */
  readonly unverified: number;
  readonly problems: readonly string[];
}

/**
 * Repairs and optimizes each exported SVG in place and writes its Android XML. Other formats and files with the skip
 * suffix are left alone. What goes wrong with one file is a problem with its layer's name; the others are done.
 *
 * Safe to run again on the same files: what is already right is not written.
 */
export function treatExported(host: Host, settings: Settings): Outcome {
  const files = host.exported().filter((file) => isTreated(file, settings));
  const names = new Map<string, string>();
  let [repaired, reversed, written, unverified] = [0, 0, 0, 0];
  const problems: string[] = [];
  for (const file of files) {
    const complain = (what: string): unknown =>
      problems.push(`${file.layer || baseName(file.path)}: ${what}`);
    try {
      const source = host.readText(file.path);
      // The renderer of the command line is too large for a plugin: regions alone decide here.
      const fixed = fix(source, { optimize: settings.optimize, allowUnverified: true });
      for (const fault of errorsOf(fixed.diagnostics)) complain(fault);
      if (fixed.output === undefined) continue;
      if (fixed.output !== source) host.writeText(file.path, fixed.output);
      const changes = fixed.repairs.filter(({ method }) => method === 'reversed' || method === 'split');
      if (changes.length > 0) repaired += 1;
      reversed += changes.reduce((sum, repair) => sum + repair.reversed, 0);
      if (!settings.android) continue;
      const done = writeAndroid(host, settings, file, source, names, complain);
      if (done !== 'refused') written += 1;
      if (done === 'unverified') unverified += 1;
    } catch (error) {
      complain(error instanceof Error ? error.message : String(error));
    }
  }
  return { files: files.length, repaired, reversed, written, unverified, problems };
}

function isTreated({ path, format }: ExportedFile, { skipSuffix }: Settings): boolean {
  if (format.toLowerCase() !== 'svg' && !/\.svg$/i.test(path)) return false;
  return skipSuffix === '' || !baseName(path).endsWith(skipSuffix);
}

/** Writes the XML of one icon, unless it is refused or its name is taken, and says whether it is proven. */
function writeAndroid(
  host: Host,
  settings: Settings,
  { path }: ExportedFile,
  source: string,
  names: Map<string, string>,
  complain: (what: string) => unknown,
): 'written' | 'unverified' | 'refused' {
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
  if (!host.exists(target) || host.readText(target) !== converted.output)
    host.writeText(target, converted.output);
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
  const parts = [`${files} ${files === 1 ? 'icon' : 'icons'} checked`, `${repaired} repaired`];
  if (reversed > 0) parts.push(`${reversed} ${reversed === 1 ? 'path' : 'paths'} reversed`);
  if (written > 0) parts.push(`${written} Android ${written === 1 ? 'file' : 'files'}`);
  if (unverified > 0) parts.push(`${unverified} of them not proven: look at them, or convert with windproof`);
  if (problems.length > 0) parts.push(`${problems.length} not right`);
  return `windproof: ${parts.join(', ')}.`;
}
