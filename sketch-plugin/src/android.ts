import { resourceName } from '../../src/emit/resource-name.ts';
import { convert } from '../../src/pipeline/convert.ts';
import { attempt, coreOptions, errorsOf } from './core.ts';
import type { Host } from './host.ts';
import { sizeFault, type Settings } from './settings.ts';

/** Drawings as SVG text, and the folder that their Android files go to. */
interface Wanted {
  readonly icons: readonly { readonly name: string; readonly svg: string }[];
  readonly folder: string;
}

interface Written {
  readonly written: number;
  /** Of those, files that only a renderer could prove. */
  readonly unverified: number;
  /** Drawings with problems. */
  readonly faulty: number;
  readonly problems: readonly string[];
}

/** Writes each icon as Android XML. What goes wrong with one is a problem with its name; the others are done. */
export function exportAndroid(host: Host, settings: Settings, { icons, folder }: Wanted): Written {
  const written = new Set<string>();
  const faulty = new Set<object>();
  const problems: string[] = [];
  let unverified = 0;
  for (const icon of icons) {
    const path = `${folder}/${resourceName(icon.name)}.xml`;
    const complain = (what: string): void => {
      faulty.add(icon);
      problems.push(`${icon.name}: ${what}`);
    };
    attempt(settings, complain, () => {
      const tooLarge = sizeFault(icon.svg, settings);
      if (tooLarge !== undefined) return complain(tooLarge);
      if (written.has(path)) return complain(`another selected layer gives ${path}; rename one.`);
      const { output, fidelity, diagnostics } = convert(icon.svg, coreOptions(host, settings));
      if (output === undefined) return errorsOf(diagnostics).forEach(complain);
      host.writeText(path, output);
      written.add(path);
      if (fidelity === 'unverified') unverified += 1;
    });
  }
  return { written: written.size, unverified, faulty: faulty.size, problems };
}
