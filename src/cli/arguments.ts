import yargs, { type Argv } from 'yargs';
import { UsageError } from '../errors.ts';
import type { Command } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { EXIT } from './exit.ts';
import { checkLists, checkSwitches, inWords } from './slips.ts';
import { STDIN } from './stdin.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

type Invocation = (terminal: Terminal) => Promise<number>;

/** How the script of `windproof completion` asks what may come next; the words so far follow. */
const COMPLETING = '--get-yargs-completions';

/** Reads the command line. Throws a UsageError that says in one line what is wrong with it. */
export async function parseArguments(argv: readonly string[], terminal: Terminal): Promise<Invocation> {
  const isCompleting = argv[0] === COMPLETING;
  const [, , command, ...words] = argv;
  const before = words[words.length - 2];
  if (isCompleting && (command === 'explain' || before === '--rule'))
    return async () => (await import('./rules.ts')).printNames(terminal);
  if (isCompleting && command === 'lint' && before === '--format')
    return async () => (await import('./report/outputs.ts')).printFormats(terminal);
  if (!isCompleting) checkLists(argv);
  let invocation: Invocation | undefined;
  let parser: Argv = yargs([])
    .scriptName('windproof')
    .usage('$0 <command>\n\nMakes SVG icons draw right on every Android version.')
    .epilogue(
      'Exit codes: 0 clean, 1 an icon failed or an error was reported, 2 wrong usage or configuration.',
    )
    .version(version)
    .alias({ version: 'v', help: 'h' })
    .detectLocale(false)
    .wrap(Math.min(110, process.stdout.columns ?? 110))
    .parserConfiguration({ 'greedy-arrays': false })
    // A command line that is being typed is not wrong yet.
    .strict(!isCompleting)
    .check((args) => {
      checkSwitches(argv, optionsOf(parser).boolean);
      return eachOnce(args);
    })
    .recommendCommands()
    .completion('completion', 'Print a completion script for bash, zsh or fish')
    .demandCommand(1, 'Name a command; windproof --help lists them.')
    .exitProcess(false)
    .fail((message, error) => {
      if (error instanceof UsageError) throw error;
      throw new UsageError(inWords(message ?? error.message, argv, Object.keys(optionsOf(parser).key)));
    });
  for (const command of COMMANDS as readonly Command<unknown>[]) {
    parser = parser.command({
      command: command.usage,
      describe: command.summary,
      builder: (inner: Argv) => command.define(inner),
      handler: (args) => {
        invocation = (terminal) => command.run(args, terminal);
      },
    });
  }

  let text = '';
  await parser.parse(
    withoutSeparator(argv).map((argument) => (argument === '-' ? STDIN : argument)),
    {},
    (_error, _args, output) => {
      text = output;
    },
  );
  if (invocation !== undefined) return invocation;
  terminal.print(text);
  return () => Promise.resolve(EXIT.clean);
}

/** What follows `--` is paths; yargs would not give them to a command, so a dash in front is hidden instead. */
function withoutSeparator(argv: readonly string[]): readonly string[] {
  const at = argv.indexOf('--');
  if (at === -1) return argv;
  const paths = argv.slice(at + 1);
  return [...argv.slice(0, at), ...paths.map((path) => (/^-./.test(path) ? `./${path}` : path))];
}

/** Options that may be repeated; of any other a second one would be a slip. */
const REPEATABLE = new Set(['_', 'paths', 'format', 'rule', 'night', 'auto-mirror', 'autoMirror']);

function eachOnce(args: Readonly<Record<string, unknown>>): true {
  // Aliases come along: the option's own name is the longest.
  const twice = Object.entries(args)
    .filter(([name, value]) => Array.isArray(value) && !REPEATABLE.has(name))
    .map(([name]) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))
    .toSorted((one, other) => other.length - one.length)[0];
  if (twice !== undefined) throw new UsageError(`--${twice} was given more than once.`);
  return true;
}

/** What yargs knows of the options in force, which its types leave out. */
const optionsOf = (parser: Argv) =>
  (parser as Argv & { getOptions(): { key: object; boolean: readonly string[] } }).getOptions();
