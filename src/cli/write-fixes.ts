import { diagnostic } from '../diagnostics/diagnostic.ts';
import { systemReason } from '../node/files/read.ts';
import { writeWhole } from '../node/files/write.ts';
import type { LintArgs } from './commands/lint.ts';
import { failed, type LintedIcon } from './lint-icons.ts';
import type { Terminal } from './terminal.ts';

/** Writes what was fixed, or shows it. An icon that cannot be written stays as it was, which is what is left to say of it. */
export async function writeFixes(
  linted: readonly LintedIcon[],
  args: LintArgs,
  terminal: Terminal,
): Promise<LintedIcon[]> {
  const written: LintedIcon[] = [];
  for (const icon of linted) {
    const isPrinted = icon.input.absolute === undefined;
    // Nothing is waited for where there is nothing to do, as with nearly all icons.
    written.push(icon.result.fixed > 0 || isPrinted ? await writeFix(icon, args, terminal) : icon);
  }
  return written;
}

async function writeFix(icon: LintedIcon, args: LintArgs, terminal: Terminal): Promise<LintedIcon> {
  const { input, source, text, result } = icon;
  const { output = text } = result;
  // Whoever reads the icon wants it whether or not there was anything to fix.
  if (input.absolute === undefined && args.fix) terminal.print(output.trimEnd());
  if (result.fixed === 0) return icon;
  if (args.fixDryRun) {
    const { printDiff } = await import('./report/diff.ts');
    const diff = printDiff(source, text, output, { color: process.stdout.hasColors?.() === true });
    // A report for programs stays alone on standard output.
    if (args.format.includes('pretty')) terminal.print(`${diff}\n`);
    else terminal.note(`${diff}\n`);
    return icon;
  }
  if (input.absolute === undefined) return icon;
  try {
    await writeWhole(input.absolute, output);
    return icon;
  } catch (error) {
    const fault = { path: source, reason: systemReason(error) };
    const unwritable = diagnostic('unwritable-file', fault, { start: 0, end: 0 });
    return { ...icon, result: { ...failed(unwritable), facts: result.facts } };
  }
}
