import type { Host } from './host.ts';

/** An exported file that took too long. */
export interface Overdue {
  /** Of the text that lies there now; another text is another drawing. */
  readonly length: number;
  readonly problems: readonly string[];
}

/** What one call leaves for the next. */
export interface Memory {
  /** All that was said, in one text. */
  readonly said: string;
  /** Files by path. */
  readonly overdue: Readonly<Record<string, Overdue>>;
}

const NOTHING: Memory = { said: '', overdue: {} };

/** Calls for one export are no further apart: milliseconds. */
const SOON = 10_000;

/**
 * What the call just before this one left: both actions may fire, in both phases, each in a context of its own. Nothing
 * where it was some time ago.
 */
export function recallSoon(host: Host): Memory {
  const text = host.recall();
  if (text === undefined) return NOTHING;
  const { time, ...memory } = JSON.parse(text) as Memory & { readonly time: number };
  return host.now() - time < SOON ? memory : NOTHING;
}

export function keepMemory(host: Host, memory: Memory): void {
  host.keep(JSON.stringify({ time: host.now(), ...memory }));
}
