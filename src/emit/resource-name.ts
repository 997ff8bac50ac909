/**
 * The words that R.java cannot have as a field.
 *
 * @see https://docs.oracle.com/javase/specs/jls/se17/html/jls-3.html#jls-3.9
 */
const JAVA_WORDS: ReadonlySet<string> = new Set(
  `_ abstract assert boolean break byte case catch char class const continue default do double else enum extends
   false final finally float for goto if implements import instanceof int interface long native new null package
   private protected public return short static strictfp super switch synchronized this throw throws transient true
   try void volatile while`.split(/\s+/),
);

/**
 * The Android resource name for a file called `stem` (without its extension): of a-z, 0-9 and _, beginning with a
 * letter, and no word of Java's. Accents are dropped, camelCase is split, anything else becomes an underscore.
 *
 * Two stems may give one name; who writes files must look for that.
 */
export function resourceName(stem: string): string {
  // Most names are plain already.
  const name = (/^[a-z0-9_.-]*$/.test(stem) ? stem : lowerCase(stem))
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  if (name === '') return 'icon';
  return /^[a-z]/.test(name) && !JAVA_WORDS.has(name) ? name : `ic_${name}`;
}

/** In lower case, without accents, and with an underscore between the words of camelCase. */
function lowerCase(stem: string): string {
  return stem
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1_$2')
    .toLowerCase();
}
