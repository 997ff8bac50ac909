import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PlatformsUnavailable } from './judge.ts';

/**
 * The oldest AppCompat that draws vectors: Java code written when API 23 was the newest, with a path parser of its own,
 * and without fill types and gradients. Apps that used it drew with it on API 21 to 23.
 */
export const APPCOMPAT = {
  name: 'AppCompat 23.2',
  className: 'android.support.graphics.drawable.VectorDrawableCompat',
  archives: [
    'com.android.support:support-vector-drawable:23.2.1:aar',
    'com.android.support:support-v4:23.2.1:aar',
  ],
} as const;

/** The library's archives, fetched into `folder` by Maven where they are not there yet. */
export function fetchAppCompat(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return APPCOMPAT.archives.map((artifact) => {
    const [, name, version] = artifact.split(':');
    const file = join(folder, `${name}-${version}.aar`);
    if (existsSync(file)) return file;
    const copy = ['dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`];
    if (['-o', '-B'].some((mode) => spawnSync('mvn', [mode, '-q', ...copy]).status === 0)) return file;
    throw new PlatformsUnavailable(
      `Maven cannot fetch ${artifact}, which is on Google's Maven repository; a settings.xml may name it`,
    );
  });
}
