import { eastAsianWidth } from 'get-east-asian-width';

/** Marks that stand on the character before them, joiners and variation selectors. */
const WITHOUT_WIDTH = /^[\p{M}\p{Cf}]$/u;

/** Of text whose every unit takes one column, as nearly all of an icon's. */
const PLAIN = /^[ -~\u2026\u2502]*$/;

/** Terminal columns of a character: two for a Chinese one or an emoji. */
export const columnsOfCharacter = (character: string): number =>
  WITHOUT_WIDTH.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) as number);

/** Terminal columns that `text`, one line without control characters, takes. */
export function columnsOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += columnsOfCharacter(character);
  return columns;
}
