import { parseArguments } from './arguments.ts';
import { reporting } from './reporting.ts';
import { processTerminal } from './terminal.ts';

/** Runs one command line and gives its exit code; never throws. */
export function run(argv: readonly string[]): Promise<number> {
  const terminal = processTerminal();
  return reporting(terminal, async () => (await parseArguments(argv, terminal))(terminal));
}
