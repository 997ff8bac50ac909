import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FRAMEWORK = '/usr/share/android-framework-res/framework-res.apk';

function hasAapt2(): boolean {
  try {
    execFileSync('aapt2', ['version'], { stdio: 'ignore' });
    return existsSync(FRAMEWORK);
  } catch {
    return false;
  }
}

/** False where the Debian packages aapt and android-framework-res are not installed. */
export const canLink = hasAapt2();

/**
 * Compiles drawables, by resource name, and links them against the framework's resources.
 *
 * @returns what aapt2 printed; throws with it when aapt2 fails
 */
export function link(drawables: ReadonlyMap<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'windproof-'));
  try {
    const res = join(folder, 'res', 'drawable');
    mkdirSync(res, { recursive: true });
    for (const [name, xml] of drawables) writeFileSync(join(res, `${name}.xml`), xml);
    const manifest = join(folder, 'AndroidManifest.xml');
    writeFileSync(
      manifest,
      `<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="windproof.test">
  <uses-sdk android:minSdkVersion="21"/></manifest>`,
    );
    const run = (...args: string[]): string =>
      execFileSync('aapt2', args, { encoding: 'utf8', stdio: 'pipe' });
    const compiled = join(folder, 'compiled.zip');
    return (
      run('compile', '--dir', join(folder, 'res'), '-o', compiled) +
      run('link', '-I', FRAMEWORK, '--manifest', manifest, '-o', join(folder, 'out.apk'), compiled)
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
