import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { LineIndex } from '../../diagnostics/span.ts';
import type { Fidelity, OutputKind } from '../../pipeline/result.ts';
import type { Repair } from '../../repair/icon.ts';

export interface LocatedDiagnostic {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  readonly message: string;
  readonly help: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly url: string;
}

export interface OutputFile {
  readonly kind: OutputKind;
  readonly path: string;
  readonly bytes: number;
}

/** What became of one icon. */
export interface FileReport {
  readonly source: string;
  readonly status: 'written' | 'unchanged' | 'failed';
  readonly outputs: readonly OutputFile[];
  /** Null where nothing could be said: the icon was not read, or the output is no VectorDrawable. */
  readonly minSdk: number | null;
  readonly fidelity: Fidelity;
  /** Null where no picture was compared. */
  readonly difference: number | null;
  readonly repairs: readonly Repair[];
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** Zero where the icon was not read. */
  readonly sourceBytes: number;
}

export interface Report {
  readonly command: 'convert' | 'fix' | 'lint';
  readonly files: readonly FileReport[];
  readonly dryRun: boolean;
  /** Outputs that were removed, or would be; absent where none were looked for. */
  readonly pruned?: readonly string[];
}

export interface Summary {
  readonly files: number;
  readonly written: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly errors: number;
  readonly warnings: number;
}

export function summarize({ files }: Report): Summary {
  const withStatus = (status: FileReport['status']): number =>
    files.filter((file) => file.status === status).length;
  const withSeverity = (severity: Diagnostic['severity']): number =>
    files.flatMap(({ diagnostics }) => diagnostics).filter((found) => found.severity === severity).length;
  return {
    files: files.length,
    written: withStatus('written'),
    unchanged: withStatus('unchanged'),
    failed: withStatus('failed'),
    errors: withSeverity('error'),
    warnings: withSeverity('warning'),
  };
}

/** The diagnostics of `text` with lines and columns in place of offsets, in the order of the text. */
export function locate(diagnostics: readonly Diagnostic[], text: string): LocatedDiagnostic[] {
  const index = new LineIndex(text);
  return diagnostics
    .toSorted((a, b) => a.span.start - b.span.start)
    .map(({ code, severity, message, help, span, url }) => {
      const start = index.positionAt(span.start);
      const end = index.positionAt(span.end);
      return {
        code,
        severity,
        message,
        help,
        line: start.line,
        column: start.column,
        endLine: end.line,
        endColumn: end.column,
        url,
      };
    });
}

/** A file that was not converted: it could not be read, or something went wrong with it. */
export function failedFile(
  source: string,
  diagnostics: readonly LocatedDiagnostic[],
  sourceBytes = 0,
): FileReport {
  return {
    source,
    status: 'failed',
    outputs: [],
    minSdk: null,
    fidelity: 'refused',
    difference: null,
    repairs: [],
    diagnostics,
    sourceBytes,
  };
}
