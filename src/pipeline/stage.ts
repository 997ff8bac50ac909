import { InvariantError, UsageError } from '../errors.ts';

/** Runs one stage; whatever it throws that is not meant for the caller is a broken promise of that stage. */
export function stage<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UsageError || error instanceof InvariantError) throw error;
    throw new InvariantError(name, error instanceof Error ? error.message : String(error), { cause: error });
  }
}
