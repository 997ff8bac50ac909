import { glob, isDynamicPattern } from 'tinyglobby';
import { toSlashes } from './slashes.ts';

export { isDynamicPattern };

/** Never icons of the project at hand, unless the folder itself was asked for. */
const SKIPPED_FOLDERS = ['**/node_modules/**', '**/.git/**'];

/** The files below `folder` that `pattern` matches, from there, with `/`, sorted. */
export async function filesBelow(folder: string, pattern: string): Promise<string[]> {
  const found = await glob(pattern, { cwd: folder, ignore: SKIPPED_FOLDERS, expandDirectories: false });
  return found.map(toSlashes).toSorted((a, b) => (a < b ? -1 : 1));
}

/** `a/b/*.svg` is searched from `a/b`, so that its matches keep their tree from there. */
export function splitGlob(path: string): { folder: string; pattern: string } {
  const parts = toSlashes(path).split('/');
  const first = parts.findIndex((part) => isDynamicPattern(part));
  const at = first === -1 ? parts.length - 1 : first;
  const folder = parts.slice(0, at).join('/');
  return { folder: folder === '' && path.startsWith('/') ? '/' : folder, pattern: parts.slice(at).join('/') };
}
