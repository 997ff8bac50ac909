/** Where a command's words go, so that a test can lend its own. */
export interface Terminal {
  /** What was asked for: data and reports, to standard output. */
  readonly print: (text: string) => void;
  /** Anything beside it, to standard error. */
  readonly note: (text: string) => void;
  /** Replaces the progress line on a terminal; does nothing elsewhere. `''` removes it. */
  readonly progress: (text: string) => void;
  readonly readInput: () => Promise<Uint8Array>;
}

/** How long the terminal shows one progress line at least, so that drawing it costs nothing. */
const PROGRESS_INTERVAL_MS = 80;

/** The process's own streams. Each takes node milliseconds to open, so one that nothing is said on is left alone. */
export function processTerminal(): Terminal {
  let isOpen = false;
  let isLive: boolean | undefined;
  let shown = 0;
  const clear = (): void => {
    if (shown > 0) process.stderr.write('\r\u001B[K');
    shown = 0;
  };
  return {
    print: (text) => {
      clear();
      if (!isOpen) process.stdout.on('error', endQuietly);
      isOpen = true;
      process.stdout.write(`${text}\n`);
    },
    note: (text) => {
      clear();
      process.stderr.write(`${text}\n`);
    },
    progress: (text) => {
      if (text === '') return clear();
      if (Date.now() - shown < PROGRESS_INTERVAL_MS) return;
      isLive ??= process.stderr.isTTY && process.env['CI'] === undefined;
      if (!isLive) return;
      process.stderr.write(`\r\u001B[K${text}`);
      shown = Date.now();
    },
    readInput: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
  };
}

/** A reader that has seen enough (`| head`) is no fault. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
}
