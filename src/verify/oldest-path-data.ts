import { oldestArcFaults } from '../vector-drawable/oldest-arcs.ts';
import { readPathData, type NumberToken, type Verb } from '../vector-drawable/path-data.ts';

/** aapt2 cuts off what is longer. */
const LONGEST = 32_767;

/** What the fault of it begins with. */
export const TOO_LONG = 'longer than';

/**
 * What in path data some Android version from `minSdk` on does not read as SVG does, a phrase for each; nothing when
 * all do.
 *
 * The Java parser of API 21 cuts the text at every letter, and each piece at spaces, commas and minus signs. So
 * - an exponent is cut in two, and a second point or other white space is part of a number and throws;
 * - numbers too few throw, and any number other than 0 is a flag that is set.
 *
 * It then draws with Android's `Path`, and
 * - each pair behind a moveto is one more moveto;
 * - `z` does not bring the current point back, so what follows has to start with an absolute moveto;
 * - a counterclockwise arc is cut into |⌈4·sweep/π⌉| curves: none below 45°, and what is relative behind it shifts;
 * - radii too short to reach are scaled up to a hair more than it takes, so that half a turn is flatter (up to API 25);
 * - a radius of 0 is divided by.
 *
 * Arcs may be drawn up to `visible` elsewhere, in the path's units.
 *
 * Refused besides, though that parser reads it: what newer ones throw on, what Android's lint warns of (a number that
 * starts with its point), and what it passes over in silence (commands without numbers, numbers behind `z`, commas between nothing).
 */
export function oldestPathDataFaults(text: string, minSdk: number, visible: number): string[] {
  const data = readPathData(text);
  const { verbs, crash } = data;
  return [
    ...(utf8Length(text) > LONGEST ? [`${TOO_LONG} ${LONGEST} bytes`] : []),
    ...(crash === undefined ? [] : [crash.detail]),
    ...passedOver(text),
    ...verbs.flatMap((verb, index) => [
      ...placeFaults(verb, verbs[index - 1], minSdk),
      ...numberFaults(verb, text, minSdk),
      ...(verb.letter.toLowerCase() === 'a' ? arcFaults(verb) : []),
    ]),
    ...oldestArcFaults(data, minSdk, visible),
  ];
}

const IDLE_COMMAND = /([a-y])[ ,]*(?=[a-z]|$)/gi;
const IDLE_NUMBERS = /z[ ,]*[^ ,a-z]/i;
const IDLE_COMMA = /(^|[a-z,]) *,|,(?= *([a-z]|$))/i;

function passedOver(text: string): string[] {
  return [
    ...[...text.matchAll(IDLE_COMMAND)].map(([, letter]) => `${letter} without numbers`),
    ...(IDLE_NUMBERS.test(text) ? ['numbers behind z'] : []),
    ...(IDLE_COMMA.test(text) ? ['a comma that separates nothing'] : []),
  ];
}

function placeFaults({ letter, numbers }: Verb, before: Verb | undefined, minSdk: number): string[] {
  const faults: string[] = [];
  if (before === undefined && letter !== 'M') faults.push('does not start with M');
  if (before?.letter.toLowerCase() === 'z' && letter !== 'M') faults.push(`${letter} behind z`);
  if (minSdk < 24 && letter.toLowerCase() === 'm' && numbers.length > 2)
    faults.push(`lines behind ${letter}`);
  return faults;
}

function numberFaults({ numbers }: Verb, text: string, minSdk: number): string[] {
  const written = minSdk < 23 ? /^-?\d+(\.\d+)?$/ : /^-?(\d+(\.\d+)?|\.\d+)$/;
  return numbers.flatMap((number, index) => {
    const before = numbers[index - 1];
    const isGlued = minSdk < 23 && before !== undefined && touches(before, number, text);
    return [
      ...(written.test(number.text) ? [] : [`the number ${number.text}`]),
      ...(isGlued ? [`${before.text}${number.text} has no separator`] : []),
    ];
  });
}

function touches(before: NumberToken, number: NumberToken, text: string): boolean {
  return before.end === number.start && text[number.start] !== '-';
}

function arcFaults({ numbers }: Verb): string[] {
  const faults: string[] = [];
  for (let at = 0; at + 7 <= numbers.length; at += 7) {
    const [rx, ry, , large, sweep] = numbers.slice(at, at + 7);
    if (!((rx?.value ?? 0) > 0 && (ry?.value ?? 0) > 0)) faults.push('an arc with a radius of 0 or less');
    if (![large, sweep].every((flag) => flag?.text === '0' || flag?.text === '1')) faults.push('an arc flag');
  }
  return faults;
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
