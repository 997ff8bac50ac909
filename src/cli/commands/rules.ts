import type { Command } from '../command.ts';

const define = (yargs: Parameters<Command['define']>[0]) =>
  yargs
    .option('preset', {
      choices: ['recommended', 'android', 'sketch', 'strict'] as const,
      describe: 'Only the rules of one preset',
    })
    .option('format', {
      choices: ['text', 'json'] as const,
      default: 'text' as const,
      describe: 'How to list them',
    });

export type RulesArgs = Awaited<ReturnType<typeof define>['argv']>;

export const rulesCommand: Command<RulesArgs> = {
  usage: 'rules',
  summary: 'List the rules of windproof lint',
  define: define as Command<RulesArgs>['define'],
  run: async (args, terminal) => {
    const { listRules } = await import('../rules.ts');
    return listRules(args, terminal);
  },
};
