/** A call that needs no parser of arguments. */
export type PlainCall =
  | { readonly command: 'hook' }
  | {
      readonly command: 'lint';
      readonly fix: boolean;
      readonly cache?: true;
      readonly format?: string[];
      readonly paths: string[];
    };

const SWITCHES = ['--fix', '--cache'];

/**
 * The calls that hooks, editors and CI make, `hook` and `lint <paths>` with `--fix`, `--cache` or `--format f`; undefined
 * for any other.
 */
export function plainCall([command, ...words]: readonly string[]): PlainCall | undefined {
  if (command === 'hook' && words.length === 0) return { command };
  if (command !== 'lint') return undefined;
  const at = words.indexOf('--format');
  const format = at === -1 ? undefined : words.slice(at + 1, at + 2);
  const rest = at === -1 ? words : [...words.slice(0, at), ...words.slice(at + 2)];
  const paths = rest.filter((word) => !SWITCHES.includes(word));
  const isPlain = paths.length > 0 && [...paths, ...(format ?? [])].every(isNoOption);
  if (!isPlain || format?.length === 0) return undefined;
  return {
    command,
    fix: rest.includes('--fix'),
    ...(rest.includes('--cache') ? { cache: true } : {}),
    ...(format === undefined ? {} : { format }),
    paths,
  };
}

/** Behind a switch, `true` and `false` are the parser's to judge. */
const isNoOption = (word: string): boolean => !/^(-.*|true|false|)$/s.test(word);
