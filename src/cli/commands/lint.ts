import type { Command } from '../command.ts';
import { LINT_DEFAULTS } from '../lint-defaults.ts';
import { atLeast, wholeNumber } from './shared-options.ts';

const define = (yargs: Parameters<Command['define']>[0]) =>
  yargs
    .positional('paths', {
      type: 'string',
      array: true,
      default: [] as string[],
      describe: 'Files, folders (recursive), globs, or - for standard input',
    })
    .option('config', {
      type: 'string',
      requiresArg: true,
      describe: 'Configuration file; else windproof.config.* upwards',
    })
    .option('rule', {
      type: 'string',
      array: true,
      requiresArg: true,
      default: LINT_DEFAULTS.rule,
      describe: 'Set a rule for this run: name:severity, or name:off',
    })
    .option('fix', {
      type: 'boolean',
      default: LINT_DEFAULTS.fix,
      describe: 'Apply the safe fixes; never optimizes',
    })
    .option('unsafe', {
      type: 'boolean',
      default: LINT_DEFAULTS.unsafe,
      describe: 'With --fix: also fixes that may change the picture',
    })
    .option('fix-dry-run', {
      type: 'boolean',
      default: LINT_DEFAULTS.fixDryRun,
      describe: 'Show what --fix would change, and write nothing',
    })
    .option('format', {
      type: 'string',
      array: true,
      requiresArg: true,
      default: LINT_DEFAULTS.format,
      describe:
        'pretty, compact, json, sarif, github, gitlab, checkstyle, junit or markdown; name=file writes to a file, in a new folder if need be; repeatable',
    })
    .option('quiet', { type: 'boolean', default: LINT_DEFAULTS.quiet, describe: 'Report errors alone' })
    .option('max-warnings', {
      type: 'number',
      requiresArg: true,
      describe: 'Exit 1 when there are more warnings',
      coerce: wholeNumber('--max-warnings', 0),
    })
    .option('changed', {
      type: 'string',
      describe: 'Only icons changed since a branch or commit (default: HEAD)',
    })
    .option('staged', {
      type: 'boolean',
      default: LINT_DEFAULTS.staged,
      describe: 'Judge the index: what a commit made now would hold',
    })
    .option('stdin-filename', {
      type: 'string',
      requiresArg: true,
      default: LINT_DEFAULTS.stdinFilename,
      describe: 'The name of what comes in on standard input',
    })
    .option('suppress-all', {
      type: 'boolean',
      default: LINT_DEFAULTS.suppressAll,
      describe: 'Live with all that is found, from now on',
    })
    .option('prune', {
      type: 'boolean',
      default: LINT_DEFAULTS.prune,
      describe: 'Take out of the suppressions what is no longer found',
    })
    .option('cache', {
      type: 'boolean',
      describe: 'Remember results by content; default with --staged and --watch',
    })
    .option('watch', {
      type: 'boolean',
      default: LINT_DEFAULTS.watch,
      describe: 'Lint again when a file changes',
    })
    .option('threads', {
      type: 'number',
      requiresArg: true,
      describe: 'Worker threads; default: one a processor',
      coerce: wholeNumber('--threads', 1),
    })
    .option('time-limit', {
      type: 'number',
      requiresArg: true,
      default: LINT_DEFAULTS.timeLimit,
      describe: 'Seconds that one icon may take',
      coerce: atLeast('--time-limit', 0.001),
    })
    .example('$0 lint icons', 'say what is wrong with the icons of a folder')
    .example(
      '$0 lint icons --format github --format sarif=report.sarif',
      'annotate a pull request and keep a report',
    );

export type LintArgs = Awaited<ReturnType<typeof define>['argv']>;

export const lintCommand: Command<LintArgs> = {
  usage: 'lint [paths..]',
  summary: 'Say what is wrong with icons, and fix what is safe to fix',
  define: define as Command<LintArgs>['define'],
  run: async (args, terminal) => {
    const { lintFiles } = await import('../lint.ts');
    return lintFiles(args, terminal);
  },
};
