import type { Host } from './host.ts';

/** What became of one exported file. */
export interface Done {
  /** Of the text that lies there now, and of the settings. Another is another drawing. */
  readonly print: string;
  readonly problems: readonly string[];
  /** The Android file, where one was written. */
  readonly target?: string;
}

/** What one call leaves for the next: each runs in a context of its own. */
export interface Memory {
  /** Whether the last call was for the same export: both actions may fire, in both phases. */
  readonly isSoon: boolean;
  /** All problems that were shown, in one text. */
  readonly shown: string;
  /** By path. */
  readonly done: Readonly<Record<string, Done>>;
}

/** Calls for one export are no further apart: milliseconds. */
const SOON = 10_000;

export function recallMemory(host: Host): Memory {
  const text = host.recall();
  if (text === undefined) return { isSoon: false, shown: '', done: {} };
  const { time, ...kept } = JSON.parse(text) as Omit<Memory, 'isSoon'> & { readonly time: number };
  return { isSoon: host.now() - time < SOON, ...kept };
}

export function keepMemory(host: Host, { shown, done }: Omit<Memory, 'isSoon'>): void {
  host.keep(JSON.stringify({ time: host.now(), shown, done }));
}

/** Tells `texts` from any others: their length and the 32-bit FNV-1a hash of their UTF-16 units. */
export function printOf(...texts: readonly string[]): string {
  let hash = 0x811c9dc5;
  let length = 0;
  for (const text of texts) {
    length += text.length;
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return `${length}-${hash >>> 0}`;
}
