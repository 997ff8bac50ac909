import type { LintArgs } from './commands/lint.ts';
import { LINT_DEFAULTS } from './lint-defaults.ts';
import type { PlainCall } from './plain-call.ts';
import { reporting } from './reporting.ts';
import { processTerminal } from './terminal.ts';

/** Does what `call` asks for and gives the exit code; never throws. */
export function runPlain(call: PlainCall): Promise<number> {
  const terminal = processTerminal();
  return reporting(terminal, async () => {
    if (call.command === 'hook') {
      const { runHook } = await import('./hook.ts');
      return runHook({ fix: true }, terminal);
    }
    const { lintFiles } = await import('./lint.ts');
    const { fix, paths } = call;
    return lintFiles({ ...LINT_DEFAULTS, fix, paths } as LintArgs, terminal);
  });
}
