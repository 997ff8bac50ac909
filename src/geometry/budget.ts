import { checkTime } from './time.ts';

/** Raised when an input asks for more work than its budget allows; whoever made the budget catches it. */
export class WorkLimitError extends Error {
  override readonly name = 'WorkLimitError';
}

/** Steps after which a caller's clock is looked at: some milliseconds. */
const STEPS_BETWEEN_CHECKS = 1_000_000;

/**
 * A limit on work, counted in elementary steps and not by the clock: the same input ends the same way everywhere.
 * One step costs a few nanoseconds.
 */
export class Budget {
  #left: number;
  /** What is left when the clock is looked at next. */
  #nextCheck: number;
  readonly #whole: Budget | undefined;

  constructor(steps: number, whole?: Budget) {
    this.#left = steps;
    this.#nextCheck = Math.max(0, steps - STEPS_BETWEEN_CHECKS);
    this.#whole = whole;
  }

  /**
   * Counts `steps` as done.
   *
   * @throws {WorkLimitError} when the budget is spent
   * @throws {OverdueError} when the caller's time is up
   */
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < this.#nextCheck) this.#check();
    this.#whole?.spend(steps);
  }

  /** A part of this one, of `steps` at most. */
  within(steps: number): Budget {
    return new Budget(steps, this);
  }

  /** Whether more was asked for than there was. */
  get isSpent(): boolean {
    return this.#left < 0;
  }

  #check(): void {
    if (this.#left < 0) throw new WorkLimitError('The work budget is spent.');
    checkTime();
    this.#nextCheck = Math.max(0, this.#left - STEPS_BETWEEN_CHECKS);
  }
}
