import type { Command } from '../command.ts';

const define = (yargs: Parameters<Command['define']>[0]) =>
  yargs
    .option('config', {
      type: 'string',
      requiresArg: true,
      describe: 'Configuration file; else windproof.config.* upwards',
    })
    .option('fix', {
      type: 'boolean',
      default: true,
      describe: 'Apply safe fixes to what is staged; --no-fix only judges',
    })
    .option('max-warnings', {
      type: 'number',
      requiresArg: true,
      describe: 'Stop the commit when there are more warnings',
    })
    .example('echo "npx windproof hook" > .git/hooks/pre-commit', 'judge every commit')
    .epilogue('Judges and fixes the index, not the working tree. A commit that is stopped changes nothing.');

export type HookArgs = Awaited<ReturnType<typeof define>['argv']>;

export const hookCommand: Command<HookArgs> = {
  usage: 'hook',
  summary: 'As a git pre-commit hook: judge and fix the staged icons',
  define: define as Command<HookArgs>['define'],
  run: async (args, terminal) => {
    const { runHook } = await import('../hook.ts');
    return runHook(args, terminal, async () => (await import('../judge-staged.ts')).judgeStaged);
  },
};
