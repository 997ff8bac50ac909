import type { Argv } from 'yargs';
import { UsageError } from '../../errors.ts';

/** The options that every command on many icons takes. */
export const batchOptions = (yargs: Argv) =>
  yargs
    .positional('paths', {
      type: 'string',
      array: true,
      default: [] as string[],
      describe: 'Files, folders (recursive), globs, or - for standard input',
    })
    .option('dry-run', { type: 'boolean', default: false, describe: 'Do everything but write' })
    .option('format', {
      choices: ['text', 'json'] as const,
      default: 'text' as const,
      describe: 'How to report; json goes to standard output',
    })
    .option('svgo-config', {
      type: 'string',
      requiresArg: true,
      describe: 'svgo configuration; without it, svgo.config.{js,mjs,cjs} is looked for upwards',
    })
    .option('time-limit', {
      type: 'number',
      requiresArg: true,
      default: 30,
      describe: 'Seconds that one icon may take',
      coerce: atLeast('--time-limit', 0.001),
    })
    .option('threads', {
      type: 'number',
      requiresArg: true,
      describe: 'Worker threads; default: one a processor',
      coerce: wholeNumber('--threads', 1),
    });

/** Checks a number as yargs reads it; anything else has become NaN. */
export function atLeast(option: string, minimum: number) {
  return (value: number | undefined): number | undefined => {
    if (value !== undefined && !(value >= minimum)) {
      throw new UsageError(`${option} takes a number of at least ${minimum}.`);
    }
    return value;
  };
}

export function wholeNumber(option: string, minimum: number) {
  return (value: number | undefined): number | undefined => {
    if (value !== undefined && !(Number.isInteger(value) && value >= minimum)) {
      throw new UsageError(`${option} takes a whole number of at least ${minimum}.`);
    }
    return value;
  };
}
