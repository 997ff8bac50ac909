import { loadCompiled, type CompiledCode } from '../node/compiled.ts';
import type { LintArgs } from './commands/lint.ts';
import { runHook } from './hook.ts';
import { LINT_DEFAULTS } from './lint-defaults.ts';
import type { PlainCall } from './plain-call.ts';
import { reporting } from './reporting.ts';
import { processTerminal } from './terminal.ts';

type LintCode = typeof import('./lint-code.ts');

/** Does what `call` asks for and gives the exit code; never throws. */
export async function runPlain(call: PlainCall): Promise<number> {
  const terminal = processTerminal();
  const loaded: CompiledCode<LintCode>[] = [];
  const load = (): LintCode => {
    const code = loadCompiled<LintCode>(new URL('./lint-code.cjs', import.meta.url));
    loaded.push(code);
    return code.exports;
  };
  const exitCode = await reporting(terminal, async () => {
    if (call.command === 'hook') return runHook({ fix: true }, terminal, async () => load().judgeStaged);
    const { command: _, ...asked } = call;
    return load().lintFiles({ ...LINT_DEFAULTS, ...asked } as LintArgs, terminal);
  });
  // Where workers did the linting they have kept what they compiled, and what is compiled here is of their options by now.
  for (const { exports: code, keep } of loaded) if (code.hasLinted() && !code.hasOpenedThreads()) keep();
  return exitCode;
}
