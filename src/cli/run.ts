import { UsageError } from '../errors.ts';
import { EXIT } from './exit.ts';
import { plainCall } from './plain-call.ts';
import { processTerminal } from './terminal.ts';

/** Runs one command line and gives its exit code; never throws. */
export async function run(argv: readonly string[]): Promise<number> {
  const terminal = processTerminal();
  try {
    const command =
      plainCall(argv) ?? (await (await import('./arguments.ts')).parseArguments(argv, terminal));
    return await command(terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.note(`windproof: ${error.message}`);
      return EXIT.usage;
    }
    const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
    terminal.note(`windproof: internal error: ${message}`);
    if (process.env['WINDPROOF_DEBUG'] !== undefined && stack !== undefined) terminal.note(stack);
    return EXIT.problems;
  }
}
