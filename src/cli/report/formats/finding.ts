import type { FileReport, LocatedDiagnostic, Report } from '../report.ts';

/** What every format needs besides the report. */
export interface FormatContext {
  /** windproof's own. */
  readonly version: string;
}

/** A report in one of the formats that other programs read. */
export type Format = (report: Report, context: FormatContext) => string;

export interface Finding extends LocatedDiagnostic {
  /** As reported, with forward slashes. */
  readonly source: string;
}

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** Every diagnostic, worst first (GitHub shows the first ten of each kind), then by file and place. */
export function findingsOf({ files }: { readonly files: readonly FileReport[] }): Finding[] {
  return files
    .flatMap(({ source, diagnostics }) =>
      diagnostics.map((found) => ({ ...found, source: source.replaceAll('\\', '/') })),
    )
    .toSorted(
      (a, b) =>
        RANK[a.severity] - RANK[b.severity] ||
        compare(a.source, b.source) ||
        a.line - b.line ||
        a.column - b.column ||
        compare(a.code, b.code),
    );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
