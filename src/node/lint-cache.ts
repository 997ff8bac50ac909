import type { hash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LintResult } from '../pipeline/lint.ts';
import { writeWhole } from './files/write.ts';

/** More than any set has; beyond it the oldest entries go. */
const MOST_ENTRIES = 20_000;

/**
 * What linting gave before, by a hash of all that decides it: windproof's version, the file's configuration, its name
 * and its text. So an entry is never stale, only unused.
 *
 * One file, replaced whole, so that runs which share it never see half of one; each keeps what the others have written.
 * Of two that write in the same instant the later one wins, and the other's entries are worked out again.
 */
export class LintCache {
  readonly #path: string;
  readonly #entries: Map<string, LintResult>;
  readonly #version: string;
  readonly #hash: typeof hash;
  #isChanged = false;

  private constructor(path: string, version: string, entries: Map<string, LintResult>, hasher: typeof hash) {
    this.#hash = hasher;
    this.#path = path;
    this.#version = version;
    this.#entries = entries;
  }

  static async open(folder: string, version: string): Promise<LintCache> {
    const path = join(folder, 'lint.json');
    // Without a cache no hashes are needed, and loading them takes node milliseconds.
    const crypto = await import('node:crypto');
    return new LintCache(path, version, await entriesIn(path, version), crypto.hash);
  }

  /** @param config its hash, which is that of many icons */
  keyOf(path: string, text: string, config: string): string {
    return this.hashOf(`${path}\0${config}\0${text}`);
  }

  hashOf(text: string): string {
    return this.#hash('sha256', text, 'base64url').slice(0, 27);
  }

  get(key: string): LintResult | undefined {
    const found = this.#entries.get(key);
    if (found === undefined) return undefined;
    // Moved to the end: the front is what was not used for longest.
    this.#entries.delete(key);
    this.#entries.set(key, found);
    return found;
  }

  set(key: string, result: LintResult): void {
    this.#entries.set(key, result);
    this.#isChanged = true;
  }

  /** Failing to write costs only time on the next run, so it is no error. */
  async save(): Promise<void> {
    if (!this.#isChanged) return;
    // What another run has put there meanwhile stays.
    const entries = await entriesIn(this.#path, this.#version);
    for (const [key, result] of this.#entries) {
      entries.delete(key);
      entries.set(key, result);
    }
    const kept = [...entries].slice(-MOST_ENTRIES);
    try {
      await mkdir(dirname(this.#path), { recursive: true });
      await writeWhole(this.#path, JSON.stringify({ version: this.#version, entries: kept }));
    } catch {
      // A read-only folder.
    }
  }
}

/** The entries stored at `path`; none where the file is missing, cut off, or of another version. */
async function entriesIn(path: string, version: string): Promise<Map<string, LintResult>> {
  try {
    const stored = JSON.parse(await readFile(path, 'utf8')) as {
      version: string;
      entries: [string, LintResult][];
    };
    return new Map(stored.version === version ? stored.entries : []);
  } catch {
    return new Map();
  }
}
