export type Severity = 'error' | 'warning' | 'info';

/**
 * What a diagnostic means for a conversion: `refused` writes nothing unless loss was allowed, `approximate` writes a
 * picture that differs in the way the message says. Without an effect the picture is not concerned.
 */
export type Effect = 'refused' | 'approximate';

/** One row of a stage's table of messages. `Args` is what the two sentences are made of. */
export interface Message<Args> {
  readonly severity: Severity;
  readonly effect?: Effect;
  /** What is wrong, one sentence. */
  readonly message: (args: Args) => string;
  /** What to do about it, one sentence, in the words of the person who drew or exported the icon. */
  readonly help: (args: Args) => string;
}

/** Spells out a row's argument type and hands the row back, so that a table's rows can be checked one by one. */
export const row = <Args = Record<never, never>>(message: Message<Args>): Message<Args> => message;
