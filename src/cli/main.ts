#!/usr/bin/env node
// Answered before anything is loaded: a commit hook asks for it, and yargs alone costs more than node's own start.
if (process.argv.length === 3 && ['--version', '-v'].includes(process.argv[2] as string)) {
  const { version } = await import('./version.ts');
  process.stdout.write(`${version}\n`);
} else {
  const { run } = await import('./run.ts');
  process.exitCode = await run(process.argv.slice(2));
}
