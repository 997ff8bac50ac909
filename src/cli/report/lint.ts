import type { LintedFile } from './pretty.ts';
import { printPretty } from './pretty.ts';
import { FORMATS } from './formats/index.ts';
import type { ReportOutput } from './outputs.ts';
import { locate, summarize, type FileReport, type Report } from './report.ts';
import type { Terminal } from '../terminal.ts';
import { writeNamed } from '../write-named.ts';

export interface LintReport {
  readonly files: readonly (LintedFile & { readonly status: FileReport['status'] })[];
  /** Findings that were fixed, or would be. */
  readonly fixed: number;
  readonly dryRun: boolean;
}

/**
 * Prints each asked-for format, to its file or to standard output. Where a file cannot be written the others are, before
 * a UsageError tells of it.
 */
export async function printLint(
  report: LintReport,
  outputs: readonly ReportOutput[],
  terminal: Terminal,
  version: string,
): Promise<void> {
  const located: Report = {
    command: 'lint',
    dryRun: report.dryRun,
    files: report.files.map(({ source, text, diagnostics, status }) => ({
      source,
      status,
      outputs: [],
      minSdk: null,
      fidelity: 'exact',
      difference: null,
      repairs: [],
      diagnostics: locate(diagnostics, text),
      sourceBytes: 0,
    })),
  };
  const failed: unknown[] = [];
  for (const { format, file } of outputs) {
    const isTerminal = file === undefined && process.stdout.isTTY === true;
    const text =
      format === 'pretty'
        ? pretty(report, located, isTerminal)
        : format === 'json'
          ? json(located)
          : FORMATS[format](located, { version });
    if (file !== undefined) await writeNamed(file, `${text}\n`).catch((error) => failed.push(error));
    else if (text !== '') terminal.print(text);
  }
  if (failed.length > 0) throw failed[0];
}

function pretty(report: LintReport, located: Report, isTerminal: boolean): string {
  const color = isTerminal && process.stdout.hasColors?.() === true;
  const width = isTerminal ? Math.min(process.stdout.columns ?? 100, 120) : 100;
  const { files, errors, warnings } = summarize(located);
  const infos = report.files.flatMap(({ diagnostics }) => diagnostics).length - errors - warnings;
  const counts = [
    plural(errors, 'error'),
    plural(warnings, 'warning'),
    ...(infos > 0 ? [plural(infos, 'note')] : []),
  ];
  const fixed =
    report.fixed > 0 ? `, ${plural(report.fixed, 'finding')} ${report.dryRun ? 'to be fixed' : 'fixed'}` : '';
  const found =
    errors + warnings + infos === 0
      ? report.fixed > 0
        ? 'nothing left'
        : 'nothing found'
      : counts.join(', ');
  const summary = `${plural(files, 'icon')} linted: ${found}${fixed}`;
  return [printPretty(report.files, { color, width, links: color }), summary]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The same shape as for the other commands, without what a linter cannot say. */
function json(report: Report): string {
  const files = report.files.map(({ source, status, diagnostics }) => ({ source, status, diagnostics }));
  return JSON.stringify(
    { schemaVersion: 1, command: 'lint', files, summary: summarize(report) },
    undefined,
    2,
  );
}

const plural = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;
