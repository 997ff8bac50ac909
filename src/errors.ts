/** The call is wrong: an option, an argument, a configuration. The command line exits 2 with the message alone. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Refuses what is no string in a call from JavaScript: a Buffer, say, that was read without an encoding.
 *
 * @throws {UsageError}
 */
export function assertText(what: string, value: unknown): asserts value is string {
  if (typeof value === 'string') return;
  throw new UsageError(
    `${what} must be a string, not ${value === null ? 'null' : `of type ${typeof value}`}.`,
  );
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
