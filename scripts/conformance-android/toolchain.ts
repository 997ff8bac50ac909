import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Debian's package android-framework-res puts it here; API 29. ANDROID_FRAMEWORK_RES names another. */
export const FRAMEWORK =
  process.env['ANDROID_FRAMEWORK_RES'] ?? '/usr/share/android-framework-res/framework-res.apk';

/** What is missing to let Android draw, or undefined when all is there. Jars are Maven's to fetch. */
export function missingTool(): string | undefined {
  for (const [tool, ask] of [
    ['java', '-version'],
    ['mvn', '-version'],
    ['aapt2', 'version'],
  ] as const) {
    if (spawnSync(tool, [ask]).status !== 0) return tool;
  }
  return existsSync(FRAMEWORK) ? undefined : `a framework resource package (${FRAMEWORK})`;
}
