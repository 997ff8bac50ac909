/** Raised when the caller's time is up. No output exists; the call may be made again with more time. */
export class OverdueError extends Error {
  override readonly name = 'OverdueError';

  constructor() {
    super('The time that this was given is up.');
  }
}

let isOverdue: (() => boolean) | undefined;

/**
 * Does `work`, which ends with an {@link OverdueError} soon after `overdue` has turned true.
 *
 * Nothing here waits, so one variable holds what the work under way may ask: handing it through would give a parameter
 * to everything that loops.
 */
export function inTime<T>(overdue: (() => boolean) | undefined, work: () => T): T {
  const outer = isOverdue;
  isOverdue = overdue ?? outer;
  try {
    return work();
  } finally {
    isOverdue = outer;
  }
}

/**
 * Called wherever much work may lie behind or ahead.
 *
 * @throws {OverdueError} when the caller's time is up
 */
export function checkTime(): void {
  if (isOverdue?.() === true) throw new OverdueError();
}
