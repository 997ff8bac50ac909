import type { Argv } from 'yargs';
import type { Command } from '../command.ts';

const define = (yargs: Argv) =>
  yargs
    .positional('name', {
      type: 'string',
      demandOption: true,
      describe: 'A rule, or the code of a diagnostic',
    })
    .example('$0 explain no-lost-hole', 'what, why, wrong, right, options');

export type ExplainArgs = Awaited<ReturnType<typeof define>['argv']>;

export const explainCommand: Command<ExplainArgs> = {
  usage: 'explain <name>',
  summary: 'Show the page of a rule or a diagnostic',
  define,
  run: async (args, terminal) => {
    const { explain } = await import('../explain.ts');
    return explain(args.name, terminal);
  },
};
