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
  /** By path, the latest last. */
  readonly done: Readonly<Record<string, Done>>;
}

/** Calls for one export are no further apart: milliseconds. */
const SOON = 10_000;

/** Files that are remembered; of others, an export that changes nothing may write the Android file anew. */
const MOST_FILES = 1000;

const NOTHING: Memory = { isSoon: false, shown: '', done: {} };

export function recallMemory(host: Host): Memory {
  const text = host.recall();
  if (text === undefined) return NOTHING;
  try {
    const { time, shown, done } = JSON.parse(text) as Omit<Memory, 'isSoon'> & { readonly time: number };
    return typeof done === 'object' && done !== null
      ? { isSoon: host.now() - time < SOON, shown, done }
      : NOTHING;
  } catch {
    return NOTHING;
  }
}

export function keepMemory(host: Host, { shown, done }: Omit<Memory, 'isSoon'>): void {
  const latest = Object.fromEntries(Object.entries(done).slice(-MOST_FILES));
  host.keep(JSON.stringify({ time: host.now(), shown, done: latest }));
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
