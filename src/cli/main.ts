#!/usr/bin/env node
// A commit hook waits for this file. What it asks for most is answered before the parser of arguments, which alone
// takes longer than node's own start, is loaded.
import * as nodeModule from 'node:module';
import { EXIT } from './exit.ts';
import { runPlain } from './plain.ts';
import { plainCall } from './plain-call.ts';
import { version } from './version.ts';

const argv = process.argv.slice(2);

/** Gives the exit code. */
async function main(): Promise<number> {
  if (argv.length === 1 && ['--version', '-v'].includes(argv[0] as string)) {
    process.stdout.write(`${version}\n`);
    return EXIT.clean;
  }
  const call = plainCall(argv);
  if (call !== undefined) return runPlain(call);
  // Node 22 and later can keep compiled code from run to run.
  const { enableCompileCache } = nodeModule as { enableCompileCache?: () => unknown };
  enableCompileCache?.();
  const { run } = await import('./run.ts');
  return run(argv);
}

void main().then((code) => (process.exitCode = code));
