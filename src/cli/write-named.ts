import { UsageError } from '../errors.ts';
import { systemReason } from '../node/files/read.ts';
import { writeWhole } from '../node/files/write.ts';

/** Writes to a path that the call named. Throws a UsageError, with the name as it was given, where that cannot be. */
export async function writeNamed(path: string, content: string | Uint8Array, name = path): Promise<void> {
  try {
    await writeWhole(path, content);
  } catch (error) {
    throw new UsageError(`${name} cannot be written: ${systemReason(error)}.`);
  }
}
