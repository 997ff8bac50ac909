/** Raised when an input asks for more work than its budget allows; whoever made the budget catches it. */
export class WorkLimitError extends Error {
  override readonly name = 'WorkLimitError';
}

/**
 * A limit on work, counted in elementary steps and not by the clock: the same input ends the same way everywhere.
 * One step costs a few nanoseconds.
 */
export class Budget {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  /** Counts `steps` as done. Throws {@link WorkLimitError} when the budget is spent. */
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new WorkLimitError('The work budget is spent.');
  }
}
