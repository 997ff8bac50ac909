import { chmod, mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export type WriteOutcome = 'written' | 'unchanged';

let sequence = 0;

/** What `writeWhole` would do. */
export async function wouldWrite(path: string, content: string | Uint8Array): Promise<WriteOutcome> {
  const existing = await readFile(path).catch(() => undefined);
  return existing?.equals(toBytes(content)) === true ? 'unchanged' : 'written';
}

/**
 * Puts `content` at `path` whole or not at all: a reader, or a crash in the middle, meets the old file or the new
 * one. A file that already holds it is left alone. Folders are made; an existing file keeps its mode; a symbolic
 * link stays one and its target is replaced.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<WriteOutcome> {
  const bytes = Buffer.from(content);
  const target = await realpath(path).catch(() => path);
  const existing = await readFile(target).catch(() => undefined);
  if (existing?.equals(bytes) === true) return 'unchanged';

  await mkdir(dirname(target), { recursive: true });
  // In the target's own folder: a rename across file systems is a copy, and not atomic.
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.${sequence++}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
    } finally {
      await file.close();
    }
    if (existing !== undefined) await chmod(temporary, (await stat(target)).mode);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return 'written';
}

/** Text is written as UTF-8. */
const toBytes = (content: string | Uint8Array): Buffer =>
  typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
