/** The call is wrong: an option, an argument, a configuration. The command line exits 2 with the message alone. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A promise of ours is broken. Nothing may be written; the stage's name tells where to look. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
  readonly stage: string;

  constructor(stage: string, message: string, options?: { cause?: unknown }) {
    super(`${stage}: ${message}`);
    if (options?.cause !== undefined) (this as { cause?: unknown }).cause = options.cause;
    this.stage = stage;
  }
}
