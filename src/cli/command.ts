import type { Argv } from 'yargs';
import type { Terminal } from './terminal.ts';

/**
 * One command. `define` is loaded with every command line, so a command's work is imported inside `run`.
 */
export interface Command<Args = never> {
  /** As yargs takes it: the name and its positional arguments. */
  readonly usage: string;
  readonly summary: string;
  readonly define: (yargs: Argv) => Argv<Args>;
  /** Gives the exit code. */
  readonly run: (args: Args, terminal: Terminal) => Promise<number>;
}
