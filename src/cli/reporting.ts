import { EXIT } from './exit.ts';
import type { Terminal } from './terminal.ts';

/** The exit code that `work` gives, or that of what it throws, which is told in one line. */
export async function reporting(terminal: Terminal, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    // By its name: each of the files that the command line is built into has the class once more.
    if (error instanceof Error && error.name === 'UsageError') {
      terminal.note(`windproof: ${error.message}`);
      return EXIT.usage;
    }
    const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
    terminal.note(`windproof: internal error: ${message}`);
    if (process.env['WINDPROOF_DEBUG'] !== undefined && stack !== undefined) terminal.note(stack);
    return EXIT.problems;
  }
}
