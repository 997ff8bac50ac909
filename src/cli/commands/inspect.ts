import type { Argv } from 'yargs';
import type { Command } from '../command.ts';

const define = (yargs: Argv) =>
  yargs
    .positional('file', {
      type: 'string',
      demandOption: true,
      describe: 'An SVG icon, or - for standard input',
    })
    .option('out', {
      alias: 'o',
      type: 'string',
      requiresArg: true,
      describe: 'Write the picture to this .svg or .png file; without it, SVG goes to standard output',
    })
    .option('width', {
      type: 'number',
      requiresArg: true,
      default: 1600,
      describe: 'Pixels across of a .png',
    })
    .example('$0 inspect icon.svg -o icon.png', 'see how the fills wind, before and after the repair');

export type InspectArgs = Awaited<ReturnType<typeof define>['argv']>;

export const inspectCommand: Command<InspectArgs> = {
  usage: 'inspect <file>',
  summary: 'Draw an icon with its subpaths numbered, their directions, and its faces by winding number',
  define,
  run: async (args, terminal) => {
    const { inspectFile } = await import('../inspect.ts');
    return inspectFile(args, terminal);
  },
};
