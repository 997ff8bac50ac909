import { UsageError } from '../errors.ts';
import { didYouMean, nearestNames } from '../lint/nearest-name.ts';

/** What yargs says of a slip, as windproof says it. */
export function inWords(message: string, argv: readonly string[], options: readonly string[]): string {
  if (argv[0] === 'completion') return 'completion takes no argument; SHELL names the shell.';
  const missing = /^Not enough arguments following: (\S+)$/.exec(message)?.[1];
  if (missing !== undefined) return `${dashed(missing)} needs a value.`;
  if (message.startsWith('Not enough non-option arguments'))
    return 'An argument is missing; --help shows the call.';
  const wrong = /Argument: (\S+), Given: (".*?"), Choices: (.+)$/.exec(oneLine(message));
  if (wrong !== null) return `${dashed(wrong[1] as string)} takes one of ${wrong[3]}, not ${wrong[2]}.`;
  const command = /^Did you mean (\S+)\?$/.exec(message)?.[1];
  if (command !== undefined) return `There is no command '${argv[0]}'; did you mean ${command}?`;
  const unknown = /^Unknown (?:arguments?|commands?): ([^,]+)/.exec(message)?.[1];
  if (unknown === undefined) return oneLine(message);
  if (!argv.some((word) => word.startsWith('-') && word.replace(/^-+|=.*$/g, '') === unknown))
    return `There is no command '${unknown}'; windproof --help lists them.`;
  const known = options.filter((name) => name.length > 1 && !/[A-Z]/.test(name));
  const near = unknown.length > 1 ? nearestNames(unknown, known) : [];
  return `There is no option ${dashed(unknown)}; ${didYouMean(near, dashed) ?? '--help lists them.'}`;
}

const dashed = (name: string): string => (name.length === 1 ? `-${name}` : `--${name}`);

/** Options that yargs, which lets a list be empty, would take without their value. */
const LISTS = new Set(['--format', '--rule', '--night']);

/** @throws {UsageError} for such an option without a value */
export function checkLists(argv: readonly string[]): void {
  const bare = argv.find((word, index) => LISTS.has(word) && /^(--.*)?$/.test(argv[index + 1] ?? ''));
  if (bare !== undefined) throw new UsageError(`${bare} needs a value.`);
}

/** @throws {UsageError} for `--fix=maybe`, which yargs takes for `--fix=false` */
export function checkSwitches(argv: readonly string[], switches: readonly string[]): void {
  for (const word of argv) {
    const [, name = '', value = ''] = /^--([^=]+)=(.*)$/.exec(word) ?? [];
    if (switches.includes(name) && !/^(true|false)$/.test(value))
      throw new UsageError(`--${name} takes no value.`);
  }
}

const oneLine = (message: string): string => message.trim().replaceAll(/\s*\n\s*/g, ' ');
