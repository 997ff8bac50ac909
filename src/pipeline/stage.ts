import { InvariantError, UsageError } from '../errors.ts';
import { checkTime, OverdueError } from '../geometry/time.ts';

/** Runs one stage; whatever it throws that is not meant for the caller is a broken promise of that stage. */
export function stage<T>(name: string, work: () => T): T {
  checkTime();
  try {
    return work();
  } catch (error) {
    if (error instanceof UsageError || error instanceof InvariantError || error instanceof OverdueError)
      throw error;
    throw new InvariantError(name, error instanceof Error ? error.message : String(error), { cause: error });
  }
}
