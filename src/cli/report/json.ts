import { summarize, type FileReport, type Report } from './report.ts';

/** The report as docs/json.md describes it. */
export function printJson(report: Report): string {
  const { command, pruned } = report;
  const files = report.files.map(printedFile);
  const summary = summarize(report);
  const found = { schemaVersion: 1, command, files, ...(pruned === undefined ? {} : { pruned }), summary };
  return JSON.stringify(found, undefined, 2);
}

function printedFile(file: FileReport): object {
  const { source, status, outputs, minSdk, fidelity, difference, repairs, diagnostics } = file;
  const printed = repairs.map(({ rule, method, reason, subpaths, reversed, breaks }) => ({
    rule,
    method,
    reason,
    subpaths,
    reversed,
    breaks,
  }));
  return { source, status, outputs, minSdk, fidelity, difference, repairs: printed, diagnostics };
}
