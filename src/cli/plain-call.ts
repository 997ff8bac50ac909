import type { LintArgs } from './commands/lint.ts';
import { LINT_DEFAULTS } from './lint-defaults.ts';
import type { Terminal } from './terminal.ts';

type Invocation = (terminal: Terminal) => Promise<number>;

/**
 * The calls that hooks and editors make, `hook` and `lint [--fix] <paths>`, for which loading the parser of arguments
 * would take longer than the work. Undefined for any other call.
 */
export function plainCall([command, ...rest]: readonly string[]): Invocation | undefined {
  if (command === 'hook' && rest.length === 0)
    return async (terminal) => (await import('./hook.ts')).runHook({ fix: true }, terminal);
  if (command !== 'lint') return undefined;
  const fix = rest[0] === '--fix';
  const paths = fix ? rest.slice(1) : rest;
  if (paths.length === 0 || paths.some((path) => path === '' || path.startsWith('-'))) return undefined;
  const args = { ...LINT_DEFAULTS, fix, paths } as LintArgs;
  return async (terminal) => (await import('./lint.ts')).lintFiles(args, terminal);
}
