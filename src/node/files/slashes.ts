import { sep } from 'node:path';

/** A path of this platform with `/`, as reports, globs and git write it. */
export const toSlashes = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path);
