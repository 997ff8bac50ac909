import { styleText } from 'node:util';
import type { Repair } from '../../repair/icon.ts';
import { summarize, type FileReport, type LocatedDiagnostic, type Report } from './report.ts';

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const SEVERITY_STYLE = { error: 'red', warning: 'yellow', info: 'blue' } as const;

/** The report for people: what was found, file by file, then a short summary. */
export function printText(report: Report, options: { color: boolean }): string {
  const paint: Paint = (style, text) => (options.color ? styleText(style, text) : text);
  const found = report.files
    .filter(({ diagnostics }) => diagnostics.length > 0)
    .map((file) => printFile(file, paint));
  return [...found, printSummary(report, paint)].join('\n\n');
}

function printFile(file: FileReport, paint: Paint): string {
  const lines = file.diagnostics.map((found) => printDiagnostic(found, paint));
  return [paint('underline', file.source), ...lines].join('\n');
}

function printDiagnostic(found: LocatedDiagnostic, paint: Paint): string {
  const place = `${found.line}:${found.column}`;
  const severity = paint(SEVERITY_STYLE[found.severity], found.severity);
  return `  ${paint('dim', place)}  ${severity}  ${found.message}  ${paint('dim', found.code)}\n      ${found.help}`;
}

function printSummary(report: Report, paint: Paint): string {
  const summary = summarize(report);
  const { command, dryRun } = report;
  const verb = { convert: 'converted', fix: 'fixed', lint: 'linted' }[command];
  const done = report.files.filter(({ status }) => status !== 'failed');
  const counts = [
    `${summary.written} ${dryRun ? 'to be written' : 'written'}`,
    `${summary.unchanged} unchanged`,
    ...(summary.failed > 0 ? [paint('red', `${summary.failed} failed`)] : []),
  ];
  const lines = [
    `${paint('bold', `${plural(done.length, 'icon')} ${verb}`)}: ${counts.join(', ')}`,
    ...repairLine(report.files.flatMap(({ repairs }) => repairs)),
    ...bytesLine(done),
    ...(report.pruned ?? []).map(
      (path) => `${path} ${dryRun ? 'to be removed' : 'removed'}: its source is gone`,
    ),
  ];
  if (summary.errors + summary.warnings > 0) {
    lines.push(`${plural(summary.errors, 'error')}, ${plural(summary.warnings, 'warning')}`);
  }
  return lines.join('\n');
}

function repairLine(repairs: readonly Repair[]): string[] {
  if (repairs.length === 0) return [];
  const count = (method: Repair['method']): number =>
    repairs.filter((repair) => repair.method === method).length;
  const how = [
    [count('unchanged'), 'needed no change'],
    [count('reversed'), 'by reversing subpaths'],
    [count('split'), 'by splitting subpaths'],
    [count('kept'), 'could not be repaired'],
  ] as const;
  const parts = how.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  return [
    `${plural(repairs.length, 'even-odd fill or clip', 'even-odd fills and clips')}: ${parts.join(', ')}`,
  ];
}

/** A .sketch document that is fixed is no SVG, and hardly changes its size. */
function bytesLine(all: readonly FileReport[]): string[] {
  const files = all.filter(({ source }) => !/\.sketch$/i.test(source));
  const before = files.reduce((sum, file) => sum + file.sourceBytes, 0);
  const after = files.flatMap(({ outputs }) => outputs).reduce((sum, { bytes }) => sum + bytes, 0);
  if (before === 0 || after === 0) return [];
  return [`${printBytes(before)} of SVG became ${printBytes(after)}`];
}

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

function printBytes(bytes: number): string {
  if (bytes < 10_000) return `${bytes} bytes`;
  return bytes < 10_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
