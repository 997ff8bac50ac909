import type { Command } from '../command.ts';
import { batchOptions } from './shared-options.ts';
import { STDIN_FILENAME } from '../stdin.ts';

const define = (yargs: Parameters<Command['define']>[0]) =>
  batchOptions(yargs)
    .option('out', {
      alias: 'o',
      type: 'string',
      requiresArg: true,
      describe: 'Write to this folder instead of in place',
    })
    .option('optimize', {
      type: 'boolean',
      default: true,
      describe: 'Run svgo too; --no-optimize changes only what the repair must',
    })
    .option('stdin-filename', {
      type: 'string',
      requiresArg: true,
      default: STDIN_FILENAME,
      describe: 'The name of what comes in on standard input',
    })
    .example('$0 fix icons --dry-run', 'show what would change')
    .example('$0 fix icons --no-optimize', 'repair the fills and nothing else');

export type FixArgs = Awaited<ReturnType<typeof define>['argv']>;

export const fixCommand: Command<FixArgs> = {
  usage: 'fix [paths..]',
  summary: 'Repair even-odd fills and clips in SVGs and VectorDrawables, and optimize the SVGs',
  define: define as Command<FixArgs>['define'],
  run: async (args, terminal) => {
    const { fixFiles } = await import('../fix.ts');
    return fixFiles(args, terminal);
  },
};
