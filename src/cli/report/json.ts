import { summarize, type FileReport, type Report } from './report.ts';

/** The report as docs/json.md describes it. */
export function printJson(report: Report): string {
  const { command } = report;
  const files = report.files.map(printedFile);
  return JSON.stringify({ schemaVersion: 1, command, files, summary: summarize(report) }, undefined, 2);
}

function printedFile(file: FileReport): object {
  const { source, status, outputs, minSdk, fidelity, difference, repairs, diagnostics } = file;
  const printed = repairs.map(({ rule, method, subpaths, reversed, breaks }) => ({
    rule,
    method,
    subpaths,
    reversed,
    breaks,
  }));
  return { source, status, outputs, minSdk, fidelity, difference, repairs: printed, diagnostics };
}
