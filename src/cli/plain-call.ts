/** A call that needs no parser of arguments. */
export type PlainCall =
  | { readonly command: 'hook' }
  | { readonly command: 'lint'; readonly fix: boolean; readonly paths: string[] };

/** The calls that hooks and editors make, `hook` and `lint [--fix] <paths>`; undefined for any other. */
export function plainCall([command, ...rest]: readonly string[]): PlainCall | undefined {
  if (command === 'hook' && rest.length === 0) return { command };
  if (command !== 'lint') return undefined;
  const fix = rest[0] === '--fix';
  const paths = fix ? rest.slice(1) : rest;
  const isPlain = paths.length > 0 && paths.every((path) => path !== '' && !path.startsWith('-'));
  return isPlain ? { command, fix, paths } : undefined;
}
