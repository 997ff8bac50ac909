import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Debian's android-framework-res puts it. */
const FRAMEWORK = '/usr/share/android-framework-res/framework-res.apk';

const MANIFEST = `<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="org.windproof.conformance">
  <uses-sdk android:minSdkVersion="21" android:targetSdkVersion="29"/>
  <application/>
</manifest>
`;

export function hasAapt2(): boolean {
  return existsSync(FRAMEWORK) && spawnSync('aapt2', ['version']).status === 0;
}

/**
 * Compiles and links `files` as the drawables of one app. Gives what aapt2 said, empty when all is well: it passes a
 * string that is too long, with a word about it, so any word counts.
 */
export function linkDrawables(files: readonly string[], workFolder: string): string {
  rmSync(workFolder, { recursive: true, force: true });
  mkdirSync(join(workFolder, 'res/drawable'), { recursive: true });
  for (const [index, file] of files.entries()) cpSync(file, join(workFolder, `res/drawable/i${index}.xml`));
  writeFileSync(join(workFolder, 'AndroidManifest.xml'), MANIFEST);
  const run = (...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync('aapt2', args, {
      cwd: workFolder,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    const said = `${stdout}${stderr}`.trim();
    return status === 0 ? said : `aapt2 ${args[0]} failed: ${said}`;
  };
  const compiled = run('compile', '--dir', 'res', '-o', 'compiled.zip');
  if (compiled !== '') return compiled;
  return run(
    'link',
    '-I',
    FRAMEWORK,
    '--manifest',
    'AndroidManifest.xml',
    '-o',
    'linked.apk',
    'compiled.zip',
  );
}
