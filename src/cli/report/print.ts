import type { Terminal } from '../terminal.ts';
import { printJson } from './json.ts';
import type { Report } from './report.ts';
import { printText } from './text.ts';

export interface ReportOptions {
  readonly format: 'text' | 'json';
  /** Standard output carries an icon: the report goes to standard error. */
  readonly quiet: boolean;
}

export function printReport(report: Report, options: ReportOptions, terminal: Terminal): void {
  if (options.format === 'json') return terminal.print(printJson(report));
  const stream = options.quiet ? process.stderr : process.stdout;
  const text = printText(report, { color: stream.hasColors?.() === true });
  if (options.quiet) terminal.note(text);
  else terminal.print(text);
}
