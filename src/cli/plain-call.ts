/** A call that needs no parser of arguments. */
export type PlainCall =
  | { readonly command: 'hook' }
  | { readonly command: 'lint'; readonly fix: boolean; readonly format?: string[]; readonly paths: string[] };

/** The calls that hooks, editors and CI make, `hook` and `lint [--fix] <paths> [--format f]`; undefined for any other. */
export function plainCall([command, ...rest]: readonly string[]): PlainCall | undefined {
  if (command === 'hook' && rest.length === 0) return { command };
  if (command !== 'lint') return undefined;
  const fix = rest[0] === '--fix';
  const words = fix ? rest.slice(1) : rest;
  const at = words.indexOf('--format');
  const format = at === -1 ? undefined : words.slice(at + 1, at + 2);
  const paths = at === -1 ? words : [...words.slice(0, at), ...words.slice(at + 2)];
  const isPlain = paths.length > 0 && [...paths, ...(format ?? [])].every(isNoOption);
  if (!isPlain || format?.length === 0) return undefined;
  return { command, fix, ...(format === undefined ? {} : { format }), paths };
}

const isNoOption = (word: string): boolean => word !== '' && !word.startsWith('-');
