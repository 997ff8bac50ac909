/** The arguments that each command takes. */
const ARITY: Readonly<Record<string, number>> = {
  m: 2,
  l: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  t: 2,
  a: 7,
  z: 0,
};

/** What no output for API 21 may hold; each fault named once. */
export function forbiddenIn(xml: string): string[] {
  const faults = new Set<string>();
  if (xml.includes('fillType')) faults.add('android:fillType');
  if (/currentColor/i.test(xml)) faults.add('currentColor');
  for (const [, data = ''] of xml.matchAll(/pathData="([^"]*)"/g)) {
    for (const fault of forbiddenInPathData(data)) faults.add(fault);
  }
  return [...faults];
}

/** Reads path data as the strictest platform parser does: by space and comma, a minus or a second point splits. */
export function forbiddenInPathData(data: string): string[] {
  const faults: string[] = [];
  if (data === '') faults.push('empty path data');
  if (Buffer.byteLength(data) > 32_767) faults.push('path data over 32,767 bytes');
  if (/[zZ][\s,]*m/.test(data)) faults.push('a relative m after z');
  if (/\d[eE][-+]?\d/.test(data)) faults.push('an exponent');
  if (data.includes('+')) faults.push('a plus sign');
  if (/(^|[^\d])\.\d/.test(data)) faults.push('a number without its leading zero');
  if (/\d\.\d+\./.test(data)) faults.push('numbers run together');
  for (const [, letter = '', text = ''] of data.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = text.match(/-?\d*\.?\d+/g) ?? [];
    const arity = ARITY[letter.toLowerCase()];
    if (arity === undefined) faults.push(`the command ${letter}`);
    else if (arity === 0 ? numbers.length > 0 : numbers.length === 0 || numbers.length % arity !== 0)
      faults.push(`${numbers.length} numbers for ${letter}`);
    if (letter.toLowerCase() !== 'a') continue;
    for (let at = 0; at + 6 < numbers.length; at += 7) {
      if (numbers.slice(at + 3, at + 5).some((flag) => !/^[01]$/.test(flag)))
        faults.push('a compact arc flag');
      if (numbers.slice(at, at + 2).some((radius) => !(Number(radius) > 0)))
        faults.push('a radius that is not positive');
    }
  }
  return faults;
}
