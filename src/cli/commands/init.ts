import type { Command } from '../command.ts';

const define = (yargs: Parameters<Command['define']>[0]) =>
  yargs
    .positional('paths', {
      type: 'string',
      array: true,
      default: ['.'],
      describe: 'The icons to learn from: files, folders, globs',
    })
    .option('force', {
      type: 'boolean',
      default: false,
      describe: 'Also where there is a configuration already',
    })
    .option('dry-run', { type: 'boolean', default: false, describe: 'Print it, and write nothing' })
    .example('$0 init icons', 'write windproof.config.mjs from what icons/ agrees on');

export type InitArgs = Awaited<ReturnType<typeof define>['argv']>;

export const initCommand: Command<InitArgs> = {
  usage: 'init [paths..]',
  summary: 'Write a commented configuration from what the icons here agree on',
  define: define as Command<InitArgs>['define'],
  run: async (args, terminal) => {
    const { initConfig } = await import('../init.ts');
    return initConfig(args, terminal);
  },
};
