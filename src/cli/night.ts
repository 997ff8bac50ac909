import { basename, dirname, join, posix } from 'node:path';
import { UsageError } from '../errors.ts';

/** How the dark version of an icon is told: by the end of its name, or by a folder on its path. */
export type NightMark = { readonly ending: string } | { readonly folder: string };

/** Reads `*-dark.svg`, `*.night.svg` and `night/`. */
export function parseNightMark(text: string): NightMark {
  const ending = /^\*([^*?[\]{}/]+?)(?:\.svg)?$/i.exec(text)?.[1];
  if (ending !== undefined && ending.toLowerCase() !== '.svg') return { ending: ending.toLowerCase() };
  const folder = /^([^*?[\]{}/]+)\/(?:\*\*)?$/.exec(text)?.[1];
  if (folder !== undefined) return { folder };
  throw new UsageError(`--night takes an ending like '*-dark.svg' or a folder like 'night/', not '${text}'.`);
}

/** Where in the tree the icon of day lies for the one of night at `inTree`; undefined when it is none of night. */
export function dayPath(inTree: string, marks: readonly NightMark[]): string | undefined {
  for (const mark of marks) {
    if ('folder' in mark) {
      const parts = inTree.split('/');
      const at = parts.slice(0, -1).indexOf(mark.folder);
      if (at !== -1) return parts.filter((_, index) => index !== at).join('/');
    } else {
      const extension = posix.extname(inTree);
      const stem = inTree.slice(0, inTree.length - extension.length);
      const isMarked =
        stem.toLowerCase().endsWith(mark.ending) && posix.basename(stem).length > mark.ending.length;
      if (isMarked) return stem.slice(0, -mark.ending.length) + extension;
    }
  }
  return undefined;
}

/** `drawable-night` beside `drawable`, and `drawable-night-v24` beside `drawable-v24`. */
export function nightFolder(out: string): string {
  const name = basename(out);
  if (!/^drawable(-|$)/.test(name))
    throw new UsageError(
      '--night needs an output folder called drawable, beside which drawable-night is made.',
    );
  return join(dirname(out), name.replace('drawable', 'drawable-night'));
}
