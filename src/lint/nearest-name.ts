import { distance } from 'fastest-levenshtein';

/** Letters of a name that is taken for the beginning of a longer one. */
const TELLING = 4;

/** More are no help to choose from. */
const MOST = 3;

/** The known names that a mistyped or unfinished one was likely meant to be, all as near; none where none is near. */
export function nearestNames(name: string, known: readonly string[]): string[] {
  const distances = known.map((candidate) => distance(name, candidate));
  const least = Math.min(...distances);
  const near =
    least <= Math.max(2, name.length / 3)
      ? known.filter((_, index) => distances[index] === least)
      : known.filter((longer) => name.length >= TELLING && longer.startsWith(name));
  return near.slice(0, MOST);
}

/** "did you mean 'a', 'b' or 'c'?"; undefined without names. */
export function didYouMean(names: readonly string[], quote = (name: string): string => `'${name}'`) {
  const quoted = names.map(quote);
  if (quoted.length === 0) return undefined;
  const last = quoted.pop() as string;
  return `did you mean ${quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`}?`;
}
