import { createHash } from 'node:crypto';
import { readFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import * as v from 'valibot';
import { UsageError } from '../errors.ts';
import { writeWhole } from '../node/files/write.ts';

/** Android's build skips files that begin with a point. */
const NAME = '.windproof.json';

const schema = v.object({
  version: v.literal(1),
  outputs: v.record(v.string(), v.object({ source: v.string(), sha256: v.string() })),
});

type Outputs = Record<string, { source: string; sha256: string }>;

/** An output that is there after this run, with the text that windproof gave it. */
export interface Made {
  readonly source: string;
  readonly output: string;
  readonly text: string;
}

export interface PruneOptions {
  /** The outputs that this run gives, or would if their icons did not fail. */
  readonly planned: ReadonlySet<string>;
  /** From a source to the extensions of what it gave in this run: an older output of that kind has lost its name. */
  readonly given: ReadonlyMap<string, ReadonlySet<string>>;
  readonly dryRun: boolean;
}

/**
 * What windproof wrote into one output folder, so that it removes nothing else. All paths are kept relative to that
 * folder; those inside are absolute.
 */
export class Manifest {
  readonly #folder: string;
  readonly #outputs: Outputs;

  private constructor(folder: string, outputs: Outputs) {
    this.#folder = folder;
    this.#outputs = outputs;
  }

  /** An empty one where there is none yet, if it is to be `begun`. Throws a UsageError for one that cannot be read: it is never overwritten. */
  static async read(folder: string, begun: boolean): Promise<Manifest | undefined> {
    const path = join(folder, NAME);
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
      throw new UsageError(`${path} cannot be read: ${error.message}.`);
    });
    if (text === undefined) return begun ? new Manifest(folder, {}) : undefined;
    try {
      return new Manifest(folder, v.parse(schema, JSON.parse(text)).outputs);
    } catch {
      throw new UsageError(`${path} is not as windproof wrote it; delete it to begin anew.`);
    }
  }

  add({ source, output, text }: Made): void {
    this.#outputs[this.#key(output)] = { source: this.#key(source), sha256: hash(text) };
  }

  /**
   * Removes the outputs whose source is gone or now goes by another name, and returns their paths. One that was changed
   * since, or that this run gives, stays.
   */
  async prune({ planned, given, dryRun }: PruneOptions): Promise<string[]> {
    const removed: string[] = [];
    for (const [key, { source, sha256 }] of Object.entries(this.#outputs).toSorted()) {
      const output = resolve(this.#folder, key);
      if (planned.has(output)) continue;
      const from = resolve(this.#folder, source);
      const isRenamed = given.get(from)?.has(extname(output)) ?? false;
      if (!isRenamed && (await exists(from))) continue;
      // Whatever a manifest says, nothing beyond the folder and its twin for the night is touched.
      if (!this.#isOurs(key)) continue;
      const bytes = await readFile(output).catch(() => undefined);
      if (!dryRun) delete this.#outputs[key];
      if (bytes === undefined || hash(bytes) !== sha256) continue;
      if (!dryRun) await rm(output);
      removed.push(output);
    }
    return removed;
  }

  async write(): Promise<void> {
    const sorted = Object.fromEntries(Object.entries(this.#outputs).toSorted());
    await writeWhole(
      join(this.#folder, NAME),
      `${JSON.stringify({ version: 1, outputs: sorted }, undefined, 2)}\n`,
    );
  }

  #key(path: string): string {
    return relative(this.#folder, path).replaceAll('\\', '/');
  }

  #isOurs(key: string): boolean {
    const output = resolve(this.#folder, key);
    const isBelow = (folder: string): boolean => !relative(folder, output).startsWith('..');
    const night = join(dirname(this.#folder), basename(this.#folder).replace('drawable', 'drawable-night'));
    return isBelow(this.#folder) || isBelow(night);
  }
}

const hash = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
