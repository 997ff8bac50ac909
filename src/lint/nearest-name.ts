import { closest, distance } from 'fastest-levenshtein';

/** Letters of a name that is taken for the beginning of a longer one. */
const TELLING = 4;

/** The known name that a mistyped or unfinished one was likely meant to be; undefined where none is near. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const candidate = closest(name, known);
  if (distance(name, candidate) <= Math.max(2, name.length / 3)) return candidate;
  return name.length < TELLING ? undefined : known.find((longer) => longer.startsWith(name));
}
