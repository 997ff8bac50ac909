import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FRAMEWORK } from './toolchain.ts';

export const PACKAGE = 'windproof.judge';

const MANIFEST = `<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="${PACKAGE}">
  <uses-sdk android:minSdkVersion="21" android:targetSdkVersion="35"/>
  <application android:supportsRtl="true"/>
</manifest>
`;

/** Files named in one call of aapt2, within what a command line holds. */
const BATCH = 500;

export interface Package {
  readonly apk: string;
  readonly manifest: string;
  /** What aapt2 said of each drawable that it would not take; those are not in the package. */
  readonly refused: ReadonlyMap<string, string>;
  /** Everything else that aapt2 said. */
  readonly said: string;
}

/** Compiles and links `drawables` (resource name to XML) into a resource package in `folder`, as a build does. */
export function packResources(folder: string, drawables: ReadonlyMap<string, string>): Package {
  const sources = join(folder, 'res', 'drawable');
  const compiled = join(folder, 'compiled');
  mkdirSync(sources, { recursive: true });
  mkdirSync(compiled, { recursive: true });
  const manifest = join(folder, 'AndroidManifest.xml');
  writeFileSync(manifest, MANIFEST);
  for (const [name, xml] of drawables) writeFileSync(join(sources, `${name}.xml`), xml);

  const refused = new Map<string, string>();
  let said = '';
  const names = [...drawables.keys()];
  for (let start = 0; start < names.length; start += BATCH) {
    const files = names.slice(start, start + BATCH).map((name) => join('res', 'drawable', `${name}.xml`));
    said += aapt2(folder, ['compile', '-o', 'compiled', ...files]).said;
  }
  const written = new Set(readdirSync(compiled));
  for (const name of names) if (!written.has(flat(name))) refused.set(name, linesAbout(name, said));

  const apk = join(folder, 'drawables.apk');
  for (;;) {
    const kept = names.filter((name) => !refused.has(name)).map((name) => join('compiled', flat(name)));
    writeFileSync(join(folder, 'kept.txt'), kept.join(' '));
    const link = aapt2(folder, ['link', '-I', FRAMEWORK, '--manifest', manifest, '-o', apk, '@kept.txt']);
    if (link.ok) return { apk, manifest, refused, said: said + link.said };
    const faulty = [...link.said.matchAll(/drawable\/(\w+)\.xml:\d+: error/g)].map((match) => match[1] ?? '');
    if (faulty.length === 0) throw new Error(`aapt2 link failed:\n${link.said}`);
    for (const name of faulty) refused.set(name, linesAbout(name, link.said));
    said += link.said;
  }
}

function aapt2(cwd: string, args: readonly string[]): { ok: boolean; said: string } {
  const run = spawnSync('aapt2', args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { ok: run.status === 0, said: run.stdout + run.stderr };
}

function flat(name: string): string {
  return `drawable_${name}.xml.flat`;
}

function linesAbout(name: string, said: string): string {
  return said
    .split('\n')
    .filter((line) => line.includes(`${name}.xml`))
    .join('\n');
}
