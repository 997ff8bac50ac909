import { resolve } from 'node:path';
import { readSource } from '../node/files/read.ts';
import type { Input } from './inputs.ts';

/** An SVG, or an XML in a folder of drawables: other XML of an app is no business of ours. */
export function isIconPath(path: string): boolean {
  if (/\.svg$/i.test(path)) return true;
  return /\.xml$/i.test(path) && /(^|[\\/])drawable[^\\/]*[\\/][^\\/]*$/.test(path);
}

/** Whether a file that `isIconPath` takes is something else than an icon: a selector, a shape, an animation. */
export function isOtherXml(path: string, text: string): boolean {
  return /\.xml$/i.test(path) && !/<vector[\s>]/.test(text);
}

/**
 * `inputs` without XML that is no VectorDrawable. A folder of drawables holds shapes and selectors too; a file that
 * `paths` name is kept whatever it is.
 */
export async function withoutOtherXml(
  inputs: readonly Input[],
  paths: readonly string[],
  cwd: string,
): Promise<Input[]> {
  const asked = new Set(paths.map((path) => resolve(cwd, path)));
  const isKept = await Promise.all(
    inputs.map(async ({ absolute }) => {
      if (absolute === undefined || asked.has(absolute) || !/\.xml$/i.test(absolute)) return true;
      if (!isIconPath(absolute)) return false;
      const source = await readSource(absolute);
      // What cannot be read is told of, not passed over.
      return 'problem' in source || !isOtherXml(absolute, source.text);
    }),
  );
  return inputs.filter((_, index) => isKept[index]);
}
