import type { Command } from '../command.ts';
import { drawableOptions } from './drawable-options.ts';
import { batchOptions, wholeNumber } from './shared-options.ts';
import { STDIN_FILENAME } from '../stdin.ts';

const define = (yargs: Parameters<Command['define']>[0]) =>
  drawableOptions(batchOptions(yargs))
    .option('out', {
      alias: 'o',
      type: 'string',
      requiresArg: true,
      describe: 'Output folder; the tree of a folder is kept below it',
    })
    .option('flat', { type: 'boolean', default: false, describe: 'Put every output right into the folder' })
    .option('to', {
      choices: ['vector-drawable', 'svg'] as const,
      default: 'vector-drawable' as const,
      describe: 'What to write',
    })
    .option('min-sdk', {
      type: 'number',
      requiresArg: true,
      default: 21,
      describe: 'The oldest Android API level to draw right on',
      coerce: wholeNumber('--min-sdk', 21),
    })
    .option('current-color', {
      type: 'string',
      requiresArg: true,
      default: '#000000',
      describe: 'What currentColor stands for',
    })
    .option('optimize', { type: 'boolean', default: true, describe: 'Run svgo; --no-optimize leaves it out' })
    .option('allow-lossy', {
      type: 'boolean',
      default: false,
      describe: 'Also write what cannot be carried over, as near as it comes',
    })
    .option('allow-unverified', {
      type: 'boolean',
      default: false,
      describe: 'Also write what no picture could be compared for',
    })
    .option('watch', { type: 'boolean', default: false, describe: 'Convert again when an icon changes' })
    .option('stdin-filename', {
      type: 'string',
      requiresArg: true,
      default: STDIN_FILENAME,
      describe: 'The name of what comes in on standard input',
    })
    .example('$0 convert icons -o app/src/main/res/drawable --flat', 'a folder of icons')
    .example('cat icon.svg | $0 convert - > icon.xml', 'one icon through a pipe');

export type ConvertArgs = Awaited<ReturnType<typeof define>['argv']>;

export const convertCommand: Command<ConvertArgs> = {
  usage: 'convert [paths..]',
  summary: 'Convert SVG icons to VectorDrawable XML, or VectorDrawables to SVG',
  define: define as Command<ConvertArgs>['define'],
  run: async (args, terminal) => {
    const { convertFiles } = await import('../convert.ts');
    return convertFiles(args, terminal);
  },
};
